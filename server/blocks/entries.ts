/**
 * Through which files others reach each block: its configured face; else what its package opens; else its index; else
 * every file that exports something, because then everything can be imported. Of Python, every public module, because
 * an `__init__` does not keep others from importing the modules beside it.
 */
import type { InterfaceEntry } from '../facts/interface.ts';
import { globBase } from '../graph/globs.ts';
import type { Block, ModuleNode, WorkspaceModel } from '../graph/model.ts';
import { compareText, groupedBy } from '../text/order.ts';
import type { PackageEntries, PackageTarget } from './package-entries.ts';

export interface EntriesInput {
  model: WorkspaceModel;
  packages: readonly PackageEntries[];
  /** Whether there is a file, also one that is not reviewed, such as a built one. @param path relative to the workspace */
  exists(path: string): boolean;
}

export interface BlockEntries {
  /** Sorted by name. */
  entries: InterfaceEntry[];
  /** The package that the block is the entrance of; null for a block inside. */
  package: PackageEntries | null;
}

/** @returns for each block how others reach it; for the package of a folder in which nothing belongs to a block under an empty id */
export function entriesOfBlocks(input: EntriesInput): Map<string, BlockEntries> {
  const found = new Map<string, BlockEntries>();
  for (const block of input.model.blocks.values()) found.set(block.id, { entries: ownEntries(block, input.model), package: null });
  for (const each of input.packages) {
    const entries = packageEntries(each, input);
    for (const [id, own] of groupedBy(entries, ({ path }) => blockBehind(path, each.folder, input.model))) {
      const block = id === null ? undefined : input.model.blocks.get(id);
      if (block?.faceConfigured === true) continue;
      // Python modules of the same block stay reachable in their own way.
      const others = (found.get(id ?? '')?.entries ?? []).filter(({ path }) => isPython(path));
      found.set(id ?? '', { entries: sorted([...own, ...others]), package: each });
    }
  }
  return found;
}

function isPython(path: string): boolean {
  return /\.pyi?$/i.test(path);
}

function sorted(entries: readonly InterfaceEntry[]): InterfaceEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.name}\0${entry.path}`, entry])).values()]
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.path, b.path));
}

function ownEntries(block: Block, model: WorkspaceModel): InterfaceEntry[] {
  const sources = block.files.filter((path) => isInterface(model.modules.get(path)!));
  const python = sources.filter((path) => isPython(path));
  const others = sources.filter((path) => !isPython(path));
  const top = topOf(block);
  const inFolder = (path: string): InterfaceEntry => ({ path, name: folderName(path, top) });
  if (block.faceConfigured && block.face !== null) {
    return sorted(block.face.map((path) => (isPython(path) ? { path, name: moduleName(path, model) } : inFolder(path))));
  }
  const index = others.filter((path) => block.face?.includes(path));
  const face = index.length > 0 ? index : indexAtTop(others, model);
  return sorted([
    ...(face.length > 0 ? face : others).map(inFolder),
    ...python.filter(isPublicModule).map((path) => ({ path, name: moduleName(path, model) })),
  ]);
}

function isInterface({ facts }: ModuleNode): boolean {
  return (facts.role === 'source' || facts.role === 'declaration') && facts.language !== 'notebook' && (isPython(facts.path) || facts.exports.length > 0);
}

/** The folder that the block's patterns share; names within it survive that it is renamed. */
function topOf({ paths }: Block): string {
  const bases = paths.filter((path) => !path.startsWith('!')).map(globBase);
  return bases.length === 1 ? bases[0]!.replace(/\/$/, '') : '';
}

function folderName(path: string, top: string): string {
  const inside = top !== '' && path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path;
  const stem = inside.replace(/(\.d)?\.[cm]?[jt]sx?$/, '').replace(/(^|\/)index$/, '');
  return stem === '' ? '.' : `./${stem}`;
}

/** An index above all other files of the block, where its patterns do not name the folder. */
function indexAtTop(paths: readonly string[], model: WorkspaceModel): string[] {
  const depth = (path: string): number => path.split('/').length;
  const least = Math.min(...paths.map(depth));
  const highest = paths.filter((path) => depth(path) === least);
  const folders = new Set(highest.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  const inside = folders.size === 1 ? [...folders][0]! : null;
  if (inside === null || !paths.every((path) => inside === '' || path.startsWith(`${inside}/`))) return [];
  return highest.filter((path) => model.modules.get(path)!.facts.face === true);
}

/** No part of its path begins with an underscore, except for what Python itself names so. */
function isPublicModule(path: string): boolean {
  return path.split('/').every((part) => !part.startsWith('_') || /^__(init|main)__\.pyi?$/.test(part)) && !/(^|\/)(__main__|setup|conftest)\.pyi?$/.test(path);
}

/** As it is imported: from the outermost folder that is a package. */
function moduleName(path: string, model: WorkspaceModel): string {
  const parts = path.replace(/\.pyi?$/i, '').split('/');
  const isPackage = (end: number): boolean => ['py', 'pyi'].some((ending) => model.modules.has(`${parts.slice(0, end).join('/')}/__init__.${ending}`));
  let start = parts.length - 1;
  while (start > 0 && isPackage(start)) start--;
  const named = parts.slice(start).filter((part, at, all) => !(part === '__init__' && at === all.length - 1 && at > 0));
  return named.join('.');
}

function packageEntries({ folder, targets }: PackageEntries, input: EntriesInput): InterfaceEntry[] {
  return targets.flatMap((target) => (target.name.includes('*') ? expanded(target, folder, input.model) : oneEntry(target, input)));
}

function oneEntry({ name, paths }: PackageTarget, { model, exists }: EntriesInput): InterfaceEntry[] {
  const path = paths.find((each) => model.modules.has(each)) ?? paths.find((each) => exists(each));
  return path === undefined ? [] : [{ path, name }];
}

function expanded({ name, paths }: PackageTarget, folder: string, model: WorkspaceModel): InterfaceEntry[] {
  const inside = [...model.modules.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
  for (const pattern of paths) {
    const [start = '', end = ''] = pattern.split('*');
    const fits = inside.filter((path) => path.length >= start.length + end.length && path.startsWith(start) && path.endsWith(end));
    const entries = fits.filter((path) => isInterface(model.modules.get(path)!))
      .map((path) => ({ path, name: name.replace('*', path.slice(start.length, path.length - end.length)) }));
    if (entries.length > 0) return entries;
  }
  return [];
}

/** The block that a file of the package belongs to; for a built file the block that holds most of the package. */
function blockBehind(path: string, folder: string, model: WorkspaceModel): string | null {
  const own = model.modules.get(path)?.block;
  if (own !== undefined && own !== null) return own;
  const inside = [...model.blocks.values()].map(({ id, files }) => ({
    id, count: files.filter((file) => folder === '' || file.startsWith(`${folder}/`)).length,
  })).filter(({ count }) => count > 0);
  return inside.sort((a, b) => b.count - a.count || compareText(a.id, b.id))[0]?.id ?? null;
}

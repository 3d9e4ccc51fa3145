/** Splits one package into blocks by its folders. */
import { escapeGlob } from '../graph/globs.ts';
import { stemOf, type Folder } from './folder-tree.ts';

/** A block before it has its final name. */
export interface DraftBlock {
  /** Parts of its name, outermost first; the last part alone is used where it is unique. */
  name: string[];
  paths: string[];
}

export interface Split {
  blocks: DraftBlock[];
  /** Folders whose folders and files are the blocks. */
  roots: string[];
  /** Names of folders that were split: no block should be named like one of them. */
  taken: string[];
}

/** Folders that hold all sources of a package and are no unit themselves. */
const SOURCE_ROOTS = new Set(['src', 'source', 'sources']);
/** Folders that hold sources where there is none of the above. */
const OTHER_ROOTS = new Set(['lib', 'app', 'server', 'client', 'frontend', 'backend']);
/** Folders whose folders are usually units of their own. */
const COLLECTIONS = new Set(['packages', 'apps', 'libs', 'modules', 'features', 'domains', 'plugins']);
/** Folders that are one unit, whatever their size. */
const ONE_THING = new Set([
  'components', 'hooks', 'pages', 'styles', 'assets', 'locales', 'types', 'utils', 'helpers', 'migrations', 'api', 'data', 'generated', 'vendor',
]);

/** Entry points of a program or package. */
const ENTRY = /^((index|main|app|cli|server|bin|mod|entry|extension)(\.\w+)*\.[cm]?[jt]sx?|(__init__|__main__|main|wsgi|asgi|manage)\.pyi?)$/i;

/** A folder with at most this many files of its own counts as a mere container. */
const CONTAINER_FILES = 2;
/** Share of a package's sources in one folder that makes it the source root. */
const BULK = 0.6;

export interface PackageFolder {
  folder: Folder;
  /** Short name, for the block of loose files and of flat packages. */
  name: string;
  /** Paths of folders and files that are layers. */
  layers: ReadonlySet<string>;
}

/** @param pack the package, without the sources of packages inside of it */
export function splitPackage(pack: PackageFolder): Split {
  const split: Split = { blocks: [], roots: [], taken: [] };
  expand(pack.folder, [], pack, split);
  return split;
}

/** Makes blocks of what is in a source root. */
function expand(root: Folder, name: string[], pack: PackageFolder, split: Split): void {
  const title = name.at(-1) ?? (SOURCE_ROOTS.has(root.name) || root.name === '' ? pack.name : root.name);
  if (root.folders.length === 0 && !holdsLayers(root, pack)) {
    if (root.files.length > 0) add(split, name.length > 0 ? name : [title], [inside(root, '**')]);
    return;
  }
  const before = split.blocks.length;
  splitFiles(root, name, title, pack, split);
  for (const folder of root.folders) {
    const inner = [...name, folder.name];
    if (isWhole(folder, root, pack)) add(split, inner, [inside(folder, '**')]);
  }
  if (split.blocks.length > before) split.roots.push(root.path);
  for (const folder of root.folders) {
    const inner = [...name, folder.name];
    if (isWhole(folder, root, pack)) continue;
    split.taken.push(folder.name);
    if (isSourceRoot(folder, root, pack)) expand(folder, name, pack, split);
    else if (isContainer(folder, root, pack)) expand(folder, inner, pack, split);
    else splitCollection(folder, inner, pack, split);
  }
}

/** A file and a folder of one name (`links.ts`, `links/`) are one block: the file is the folder's face. */
function add(split: Split, name: string[], paths: string[]): void {
  const same = split.blocks.find((block) => block.name.join('/') === name.join('/'));
  if (same === undefined) split.blocks.push({ name, paths });
  else same.paths.push(...paths);
}

function isWhole(folder: Folder, parent: Folder, pack: PackageFolder): boolean {
  return !isSourceRoot(folder, parent, pack) && !isContainer(folder, parent, pack) && !isCollection(folder, pack);
}

/**
 * The files directly in a source root are what is left over, an index and other entry points among
 * them: a file alone is no part that anyone would name. One with a folder of its name belongs to it,
 * and stages of a pipeline may be modules.
 */
function splitFiles(root: Folder, name: string[], title: string, pack: PackageFolder, split: Split): void {
  const isStage = (file: string): boolean => pack.layers.has(inFolder(root, file));
  const isFront = (file: string): boolean => !ENTRY.test(file) && root.folders.some((folder) => folder.name === stemOf(file) && isWhole(folder, root, pack));
  const own = root.files.filter((file) => isStage(file) || isFront(file));
  for (const [stem, files] of byStem(own)) add(split, [...name, stem], files.map((file) => inside(root, escapeGlob(file))));
  if (own.length === root.files.length) return;
  // The exact names of the files above win over the wildcard.
  const isTaken = root.folders.some((folder) => folder.name === title);
  add(split, name.length > 0 ? name : [isTaken ? 'top' : title], [inside(root, '*')]);
}

/** The folders of a layer or a collection are blocks; its own files are one more, unless they are layers. */
function splitCollection(folder: Folder, name: string[], pack: PackageFolder, split: Split): void {
  split.roots.push(folder.path);
  if (holdsLayers(folder, pack)) splitFiles(folder, name, folder.name, pack, split);
  else if (folder.files.length > 0) add(split, name, [inside(folder, '*')]);
  for (const each of folder.folders) add(split, [...name, each.name], [inside(each, '**')]);
}

function isSourceRoot(folder: Folder, parent: Folder, pack: PackageFolder): boolean {
  if (pack.layers.has(folder.path)) return false;
  if (parent === pack.folder && SOURCE_ROOTS.has(folder.name)) return true;
  // `src/mypackage` and similar: beside it there are only entry points.
  return parent.folders.length === 1 && folder.folders.length > 0 && parent.files.every((file) => ENTRY.test(file));
}

function isContainer(folder: Folder, parent: Folder, pack: PackageFolder): boolean {
  if (pack.layers.has(folder.path) || ONE_THING.has(folder.name) || COLLECTIONS.has(folder.name)) return false;
  const bulk = folder.count >= BULK * pack.folder.count;
  if (parent === pack.folder && folder.folders.length >= 2 && (bulk || OTHER_ROOTS.has(folder.name))) return !isRouted(folder);
  return folder.folders.length >= 3 && folder.files.length <= CONTAINER_FILES && bulk;
}

function isCollection(folder: Folder, pack: PackageFolder): boolean {
  if (holdsLayers(folder, pack)) return true;
  return folder.folders.length >= 2 && (pack.layers.has(folder.path) || COLLECTIONS.has(folder.name));
}

/** Modules that are a stage each: `model_training.py`. */
function holdsLayers(folder: Folder, pack: PackageFolder): boolean {
  return folder.files.some((file) => pack.layers.has(inFolder(folder, file)));
}

function inFolder(folder: Folder, file: string): string {
  return folder.path === '' ? file : `${folder.path}/${file}`;
}

/** Folders that are routes by the names of their files, as in Next.js: they are not parts of the program. */
function isRouted(folder: Folder): boolean {
  return folder.files.some((file) => /^(page|layout|route|_app|_layout)\.[jt]sx?$/.test(file));
}

function byStem(files: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) groups.set(stemOf(file), [...(groups.get(stemOf(file)) ?? []), file]);
  return groups;
}

function inside(folder: Folder, rest: string): string {
  return folder.path === '' ? rest : `${escapeGlob(folder.path)}/${rest}`;
}

/** Blocks from folders. */
import { groupedBy } from '../text/order.ts';
import { escapeGlob } from '../graph/globs.ts';
import type { BlockDefinition } from '../graph/model.ts';
import { folderTree, type Folder } from './folder-tree.ts';
import { splitPackage, type DraftBlock, type Split } from './split-blocks.ts';

/** A folder with a manifest: package.json, pyproject.toml, setup.py. */
export interface PackageManifest {
  /** Relative to the workspace; empty for the workspace itself. */
  dir: string;
  /** As the manifest says, or null. */
  name: string | null;
}

/** With more blocks than this in several packages, each package is one block: a larger picture is unreadable. */
const MOST_BLOCKS = 60;
/** A package with fewer blocks than this inside is one block itself when there are other packages. */
const FEWEST_INSIDE = 3;

export interface InferredBlocks {
  blocks: BlockDefinition[];
  /** Sentences without their first capital, for they may follow a place. */
  explanation: string[];
}

/**
 * @param paths of source files
 * @param manifests of packages; those without sources of their own do not count
 * @param layers paths of folders and files that are layers
 */
export function inferBlocks(paths: readonly string[], manifests: readonly PackageManifest[], layers: ReadonlySet<string>): InferredBlocks {
  const packages = packagesOf(paths, manifests);
  const splits = packages.map(({ folder, name }) => ({ folder, name, split: splitPackage({ folder, name, layers }) }));
  const single = splits[0];
  if (single === undefined) return { blocks: [], explanation: [] };
  if (splits.length === 1) return { blocks: withIds(single.split.blocks, single.split.taken), explanation: explainSplit(single.split) };

  const total = splits.reduce((sum, { split }) => sum + split.blocks.length, 0);
  const drafts: DraftBlock[] = [];
  const whole: string[] = [];
  const explanation: string[] = [];
  for (const { folder, name, split } of splits) {
    const isTop = folder.path === '';
    if (total > MOST_BLOCKS || (split.blocks.length < FEWEST_INSIDE && !isTop)) {
      drafts.push({ name: [name], paths: isTop ? split.blocks.flatMap((block) => block.paths) : [`${escapeGlob(folder.path)}/**`] });
      whole.push(`"${name}"`);
    } else {
      // Blocks beside the packages keep their names; blocks inside a package get its name as a prefix.
      drafts.push(...split.blocks.map((block) => ({ name: [(isTop ? block.name : [name, ...block.name]).join('/')], paths: block.paths })));
      const where = isTop ? 'Beside the packages' : `In package "${name}"`;
      explanation.push(...explainSplit(split).map((sentence) => `${where}, ${sentence}`));
    }
  }
  const which = whole.length > 1 ? 'each of these' : 'this one';
  if (whole.length > 0) explanation.unshift(`there are several packages; ${which} is one block: ${whole.join(', ')}.`);
  return { blocks: withIds(drafts, []), explanation };
}

function packagesOf(paths: readonly string[], manifests: readonly PackageManifest[]): { folder: Folder; name: string }[] {
  const names = new Map<string, string | null>([['', null], ...manifests.map(({ dir, name }) => [dir, name] as const)]);
  const grouped = groupedBy(paths, (path) => nearest(path, names));
  const short = [...grouped.keys()].sort().map((dir) => ({ dir, name: shortName(dir, names.get(dir) ?? null) }));
  return short.map(({ dir, name }) => {
    const unique = short.filter((each) => each.name === name).length === 1;
    return { folder: folderAt(grouped.get(dir)!, dir), name: unique || dir === '' ? name : dir };
  });
}

function nearest(path: string, names: ReadonlyMap<string, unknown>): string {
  let dir = path;
  do dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/')));
  while (!names.has(dir));
  return dir;
}

function folderAt(paths: readonly string[], dir: string): Folder {
  let folder = folderTree(paths);
  for (const name of dir === '' ? [] : dir.split('/')) folder = folder.folders.find((each) => each.name === name)!;
  return folder;
}

function shortName(dir: string, name: string | null): string {
  const plain = name?.slice(name.lastIndexOf('/') + 1) ?? '';
  return plain || dir.slice(dir.lastIndexOf('/') + 1) || 'main';
}

/** Gives every draft the shortest end of its name that is unique. */
function withIds(drafts: readonly DraftBlock[], taken: readonly string[]): BlockDefinition[] {
  const ends = new Map<string, number>(taken.map((name) => [name, 1]));
  const endsOf = ({ name }: DraftBlock): string[] => name.map((_, at) => name.slice(at).join('/')).reverse();
  for (const draft of drafts) for (const end of endsOf(draft)) ends.set(end, (ends.get(end) ?? 0) + 1);
  const used = new Set<string>();
  return drafts.map((draft) => {
    // Where even the whole names are equal (a file beside a package of its name), the paths differ.
    const whole = draft.name.join('/');
    const last = drafts.some((each) => each !== draft && each.name.join('/') === whole) ? draft.paths[0]!.replace(/\/\*\*?$/, '') : whole;
    const id = free(endsOf(draft).find((end) => ends.get(end) === 1) ?? last, used);
    return { id, paths: draft.paths, layer: null, face: null, dependsOn: null, stated: null, state: null, version: null, inferred: true, places: [] };
  });
}

/** Commas separate names in contracts, so a name cannot contain one. */
function free(id: string, used: Set<string>): string {
  const plain = id.replaceAll(',', ' ');
  let name = plain;
  for (let number = 2; used.has(name); number++) name = `${plain} ${number}`;
  used.add(name);
  return name;
}

function explainSplit({ blocks, roots }: Split): string[] {
  if (roots.length === 0) return ['there are no folders, so all files are one block.'];
  const where = roots.map((root) => (root === '' ? 'the top folder' : `"${root}"`)).join(', ');
  const leftover = blocks.flatMap(({ paths }) => paths.filter((path) => path === '*' || path.endsWith('/*')));
  return [
    `the folders of ${where} are the blocks.`,
    ...leftover.map((path) => `the files of "${path}" lie beside them and are kept together.`),
  ];
}

/** Writes down the architecture of a workspace as a state. */
import type { BlockDefinition } from '../graph/model.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { entriesOfBlocks, type BlockEntries } from './entries.ts';
import { exportedMembers } from './exported-names.ts';
import type { PackageEntries } from './package-entries.ts';
import { reachDigests, surfaceDigests, type SurfaceInput } from './reach-digests.ts';
import type { ArchitectureState, Digest, StateBlock, StateInterface } from './state.ts';

export interface DescribeInput extends SurfaceInput {
  /** As configured: they tell which versions somebody wrote. */
  definitions: readonly BlockDefinition[];
  packages: readonly PackageEntries[];
  /**
   * For languages without a `package.json`; null for none.
   * @param folder whose own settings may name the version
   * @param files of the block, which may name it too
   */
  versionIn(folder: string, files: readonly string[]): string | null;
  exists(path: string): boolean;
  findings: readonly { path: string; ruleId: string }[];
  score: number | null;
}

/** @returns the state, everything in it sorted */
export function describeState(input: DescribeInput): ArchitectureState {
  const { model, findings } = input;
  const edges = groupedBy(model.blockEdges, ({ from }) => from);
  const written = new Map(input.definitions.map(({ id, version }) => [id, version]));
  const reach: Reach = { texts: reachDigests(input), surfaces: surfaceDigests(input) };
  const entries = entriesOfBlocks(input);
  const blockOf = (path: string): string | null => model.modules.get(path)?.block ?? null;
  const byBlock = new Map<string | null, Record<string, number>>();
  for (const { path, ruleId } of findings) {
    const block = blockOf(path);
    const counts = byBlock.get(block) ?? {};
    counts[ruleId] = (counts[ruleId] ?? 0) + 1;
    byBlock.set(block, counts);
  }
  const blocks = [...model.blocks.values()]
    .filter(({ files }) => files.length > 0)
    .map((block): StateBlock => ({
      id: block.id, layer: block.layer, state: block.state, ...versionOf(block.id, written.get(block.id) ?? null, input, entries.get(block.id)),
      loose: block.inferred && block.paths.every((path) => path === '*' || path.endsWith('/*') || path.startsWith('!')),
      files: block.files.map((path) => ({ path, hash: input.hashes.get(path) ?? '' })),
      dependsOn: (edges.get(block.id) ?? []).map(({ to, imports, typeOnly }) => ({ to, imports, kind: typeOnly ? 'type' as const : 'value' as const })),
      findings: sortedKeys(byBlock.get(block.id) ?? {}),
      interface: interfaceOf(entries.get(block.id)?.entries ?? [], input, reach),
    }));
  const built = entries.get('');
  if (built !== undefined && blocks.length === 0) blocks.push(builtPackage(built, input, reach));
  return {
    layers: [...model.layers.values()].map(({ id, paths, mayUse }) => ({ id, paths: [...paths], mayUse: [...mayUse] })).sort((a, b) => compareText(a.id, b.id)),
    blocks: blocks.sort((a, b) => compareText(a.id, b.id)),
    otherFindings: sortedKeys(byBlock.get(null) ?? {}),
    score: input.score,
  };
}

/** A package of which only what was built is there: it is one block. */
function builtPackage(entries: BlockEntries, input: DescribeInput, reach: Reach): StateBlock {
  return {
    id: entries.package?.name ?? 'main', layer: null, state: 'active', version: entries.package?.version ?? '0.1.0', loose: false,
    files: [...new Set(entries.entries.map(({ path }) => path))].sort().map((path) => ({ path, hash: input.hashes.get(path) ?? '' })),
    dependsOn: [], findings: {}, interface: interfaceOf(entries.entries, input, reach),
  };
}

/** What the configuration says, else what the package says, else what every block begins with. */
function versionOf(
  id: string, written: string | null, { model, packages, versionIn }: DescribeInput, entries: BlockEntries | undefined,
): Pick<StateBlock, 'version' | 'unversioned'> {
  if (written !== null) return { version: written };
  const block = model.blocks.get(id)!;
  const ofPackage = ({ version, private: isPrivate }: PackageEntries): Pick<StateBlock, 'version' | 'unversioned'> | null =>
    (version === null ? null : { version, ...(isPrivate ? { unversioned: true as const } : {}) });
  const own = entries?.package ? ofPackage(entries.package) : null;
  if (own !== null) return own;
  // The whole project is one block, or the block is a package of it.
  const folders = model.blocks.size === 1 ? [''] : block.paths.map((path) => path.replace(/\/(\*\*|src)(\/.*)?$/, ''));
  for (const folder of folders) {
    const found = packages.find((each) => each.folder === folder);
    const version = found === undefined ? null : ofPackage(found);
    if (version !== null) return version;
    const said = versionIn(folder, block.files);
    if (said !== null) return { version: said };
  }
  return { version: block.version, unversioned: true };
}

function interfaceOf(entries: StateInterface['entries'], { model, digest }: DescribeInput, { texts, surfaces }: Reach): StateInterface {
  const members = exportedMembers(model, entries);
  const over = (digests: ReadonlyMap<string, string>): string | null => {
    const reached = entries.map(({ path }) => digests.get(path));
    return reached.some((each) => each === undefined) ? null : digest(entries.map(({ path }, at) => `${path} ${reached[at]}`).join('\n'));
  };
  const surface = over(surfaces);
  return {
    entries, by: 'facts', hash: interfaceHash(members, digest), members, declarations: [],
    reach: over(texts), ...(surface === null ? {} : { surface }),
  };
}

/** Digests by file, over texts and over what types are made of. */
interface Reach {
  texts: ReadonlyMap<string, string>;
  surfaces: ReadonlyMap<string, string>;
}

/** @returns a digest over what a consumer could notice */
export function interfaceHash(members: StateInterface['members'], digest: Digest): string {
  return digest(members.map(({ name, signature, deprecated }) => JSON.stringify([name, signature, deprecated ?? null])).join('\n'));
}

function sortedKeys(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)));
}

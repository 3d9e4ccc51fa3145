/** Which block of one state is which of another: by its id, else by its files. */
import type { ArchitectureState, StateBlock } from './state.ts';
import { compareText } from '../text/order.ts';

/** A block in both states; null in the one that does not have it. */
export interface BlockPair {
  from: StateBlock | null;
  to: StateBlock | null;
}

/** With less in common than this share of the larger one, two blocks are different blocks. */
const LEAST_SHARE = 0.5;

/** @returns every block of both states once, sorted by its id now, or before where it is gone */
export function matchBlocks(from: ArchitectureState, to: ArchitectureState): BlockPair[] {
  const old = new Map(from.blocks.map((block) => [block.id, block]));
  const pairs: BlockPair[] = [];
  const added: StateBlock[] = [];
  for (const block of to.blocks) {
    const before = old.get(block.id);
    if (before === undefined) added.push(block);
    else pairs.push({ from: before, to: block });
    old.delete(block.id);
  }
  const removed = [...old.values()];
  // Two packages of one block each are two states of it, whatever they are called.
  const isOne = from.blocks.length === 1 && to.blocks.length === 1;
  const renamed = isOne ? removed.map((block) => ({ from: block, to: added[0]! })).filter((pair) => pair.to !== undefined) : renamedAmong(removed, added);
  const [gone, come] = [new Set(renamed.map((pair) => pair.from)), new Set(renamed.map((pair) => pair.to))];
  pairs.push(
    ...renamed,
    ...removed.filter((block) => !gone.has(block)).map((block) => ({ from: block, to: null })),
    ...added.filter((block) => !come.has(block)).map((block) => ({ from: null, to: block })),
  );
  return pairs.sort((a, b) => compareText(idOf(a), idOf(b)));
}

/** @returns the id of the block now, or before where it is gone */
export function idOf({ from, to }: BlockPair): string {
  return to?.id ?? from!.id;
}

/** The pairs that have most in common, each block in one of them at most. */
function renamedAmong(removed: readonly StateBlock[], added: readonly StateBlock[]): { from: StateBlock; to: StateBlock }[] {
  const candidates = candidatesAmong(removed, added)
    .map((pair) => ({ ...pair, share: share(pair.from, pair.to) }))
    .filter((pair) => pair.share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || compareText(a.from.id, b.from.id) || compareText(a.to.id, b.to.id));
  const taken = new Set<StateBlock>();
  return candidates.filter((pair) => {
    if (taken.has(pair.from) || taken.has(pair.to)) return false;
    taken.add(pair.from).add(pair.to);
    return true;
  });
}

/** Only those that have a file, a text or the name of a file in common: comparing all with all takes long where a thousand blocks moved. */
function candidatesAmong(removed: readonly StateBlock[], added: readonly StateBlock[]): { from: StateBlock; to: StateBlock }[] {
  const bySign = new Map<string, StateBlock[]>();
  for (const block of removed) {
    for (const sign of new Set(block.files.flatMap(({ path, hash }) => [`path ${path}`, `text ${hash}`, `name ${nameOf(path)}`]))) {
      const known = bySign.get(sign);
      if (known === undefined) bySign.set(sign, [block]);
      else known.push(block);
    }
  }
  return added.flatMap((to) => {
    const found = new Set<StateBlock>();
    for (const { path, hash } of to.files) {
      for (const sign of [`path ${path}`, `text ${hash}`, `name ${nameOf(path)}`]) {
        const known = bySign.get(sign) ?? [];
        // A name that everybody has, such as an index, proves nothing.
        if (!sign.startsWith('name ') || known.length < COMMON) for (const from of known) found.add(from);
      }
    }
    return [...found].map((from) => ({ from, to }));
  });
}

const COMMON = 20;

/** Blocks of a single file would be taken for each other. */
const FACE = /^(index|main|__init__|__main__)\.\w+$/;

/** How much the blocks have in common: files with the same path or text count whole, those with the same name of their own half. */
function share(from: StateBlock, to: StateBlock): number {
  const paths = new Set(from.files.map(({ path }) => path));
  const texts = new Set(from.files.map(({ hash }) => hash));
  const names = new Set(from.files.map(({ path }) => nameOf(path)).filter((name) => !FACE.test(name)));
  const common = to.files.reduce((sum, { path, hash }) => sum + (paths.has(path) || texts.has(hash) ? 1 : names.has(nameOf(path)) ? 0.5 : 0), 0);
  return common / Math.max(from.files.length, to.files.length, 1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

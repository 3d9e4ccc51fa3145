/**
 * Blocks that much passes through: many shortest ways lead over them, or many blocks use them although they use many themselves.
 * The second is fan-in against instability, Ce / (Ca + Ce) by Robert C. Martin, counting blocks: what many use should be stable.
 */
import { compareText } from '../text/order.ts';
import { betweenness } from './betweenness.ts';

export interface BlockLoad {
  block: string;
  /** Pairs of two other blocks whose shortest way leads over it, to the whole number. */
  onWays: number;
  /** Blocks that use it, and blocks that it uses. */
  usedBy: number;
  uses: number;
  /** From 0, when others use it alone, to 1; null when it stands alone. */
  instability: number | null;
  /** Why it is a bottleneck; empty when it is none. */
  reasons: LoadReason[];
}

/** On many ways, or used by many and not stable. */
export type LoadReason = 'ways' | 'users';

export interface Loads {
  /** Ordered pairs of blocks of which one reaches the other. */
  pairs: number;
  /** At how many of the blocks ways were begun; fewer than all where the graph is so large that they are estimated. */
  sources: number;
  /** By id. */
  blocks: ReadonlyMap<string, BlockLoad>;
}

/** A share of all ways below which nothing is held up. */
const LEAST_SHARE = 0.05;
/** Fewer users are not many. */
const FEWEST_USERS = 4;
/** From a third on, a block uses at least half as many as use it. */
const UNSTABLE = 1 / 3;

/** @param links the blocks that each block uses, none of them twice; every target must be a key */
export function loadsOf(links: ReadonlyMap<string, readonly string[]>): Loads {
  const { onWays, pairs, sources } = betweenness(links);
  const usedBy = new Map<string, number>();
  for (const targets of links.values()) for (const target of targets) usedBy.set(target, (usedBy.get(target) ?? 0) + 1);
  const blocks = [...links].map(([block, targets]): BlockLoad => {
    const [users, uses] = [usedBy.get(block) ?? 0, targets.length];
    const instability = users + uses === 0 ? null : uses / (users + uses);
    return { block, onWays: Math.round(onWays.get(block)!), usedBy: users, uses, instability, reasons: [] };
  });
  const edges = blocks.reduce((sum, { uses }) => sum + uses, 0);
  const many = Math.max(FEWEST_USERS, (2 * edges) / Math.max(1, blocks.length));
  const most = Math.min(10, Math.max(3, Math.ceil(blocks.length / 20)));
  const mark = (reason: LoadReason, holds: (load: BlockLoad) => boolean, weight: (load: BlockLoad) => number): void => {
    const marked = blocks.filter(holds).sort((a, b) => weight(b) - weight(a) || compareText(a.block, b.block));
    for (const { reasons } of marked.slice(0, most)) reasons.push(reason);
  };
  mark('ways', ({ onWays: own }) => own > 0 && own >= pairs * LEAST_SHARE, ({ onWays: own }) => own);
  mark('users', ({ usedBy: users, instability }) => users >= many && instability !== null && instability >= UNSTABLE,
    ({ usedBy: users, uses }) => users * uses);
  return { pairs, sources, blocks: new Map(blocks.map((load) => [load.block, load])) };
}

/** The way of one block back to an earlier state. */
import type { BlockPair } from './match.ts';

export interface FilePlan {
  /** As they were: changed since, or gone. Sorted. */
  restore: string[];
  /** Not there at that time. Sorted. */
  remove: string[];
}

/** @param pair the block then and now @returns what to do with its files; nothing when it is as it was */
export function planFiles({ from, to }: BlockPair): FilePlan {
  const now = new Map((to?.files ?? []).map(({ path, hash }) => [path, hash]));
  const then = new Set((from?.files ?? []).map(({ path }) => path));
  return {
    restore: (from?.files ?? []).filter(({ path, hash }) => now.get(path) !== hash).map(({ path }) => path),
    remove: [...now.keys()].filter((path) => !then.has(path)),
  };
}

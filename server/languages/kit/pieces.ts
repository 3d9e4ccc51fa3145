/** Text that is put together: what is fixed in it, and where the rest comes from. */
import type { Origin } from '../../facts/file-facts.ts';
import { limitedOrigins } from './collected.ts';

/** More tell a rule nothing more. */
const MOST = 60;

export interface Pieces {
  /** In order; null for each part that varies. */
  pieces: (string | null)[];
  origins: Origin[];
}

/** @param found texts in order @returns one behind the other */
export function joined(found: readonly Pieces[]): Pieces {
  return { pieces: found.flatMap(({ pieces }) => pieces).slice(0, MOST), origins: limitedOrigins(found.flatMap(({ origins }) => origins)) };
}

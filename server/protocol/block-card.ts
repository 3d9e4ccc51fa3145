/** A block in short, as an editor shows it beside the code. */
import type { JsonBlockHealth, JsonContract } from './blocks.ts';
import type { BlockState } from './report.ts';

export interface BlockCard {
  id: string;
  contract: JsonContract;
  state: BlockState;
  /** Null where nobody writes one. */
  version: string | null;
  /** What changed in the interface asks for a higher version than is written; null where that is not so, or not known. */
  asked: { version: string; since: string } | null;
  /** Null before the first review. */
  health: Pick<JsonBlockHealth, 'score' | 'grade' | 'findings'> | null;
  tests: number;
  /** Covered lines, as words; null where they were not measured. */
  coverage: string | null;
  /** Ids of the blocks that import from it, sorted. */
  usedBy: string[];
  decisions: { number: number; title: string; status: string; uri: string }[];
}

/** The shape of `blocks --format json`, version 1. Outside programs rely on these names, as on those of the report. */
import type { BlockState } from './report.ts';

export interface JsonBlocks {
  schemaVersion: 1;
  /** Sorted by id. */
  blocks: JsonBlock[];
}

export interface JsonBlock {
  id: string;
  /** The layer's id, or null when the block is in none. */
  layer: string | null;
  contract: JsonContract;
  state: BlockState;
  version: string;
  health: JsonBlockHealth;
  checklist: JsonChecklistItem[];
  /** Decision records that name it. */
  decisions: JsonDecision[];
}

export interface JsonDecision {
  number: number;
  title: string;
  /** `proposed`, `accepted`, or whatever the record says. */
  status: string;
  path: string;
}

/** What the block says of itself; null for what it does not say. */
export interface JsonContract {
  responsibility: string | null;
  input: string | null;
  output: string | null;
  dependencies: string[] | null;
  /** Where that is stated; null when nothing is. */
  source: 'configuration' | 'contract' | null;
}

/** Figures of a block; null for what could not be measured. `docs/blocks.md` has their definitions. */
export interface JsonBlockHealth {
  /** The score of its files alone, 0 to 100. */
  score: number | null;
  grade: string | null;
  /** Tests in files that import it or stand in it. */
  tests: number;
  /** Covered lines, in percent. */
  coverage: number | null;
  findings: { error: number; warning: number; info: number };
  instability: number | null;
  abstractness: number | null;
  distance: number | null;
  /** Lines added and deleted in the year up to the newest commit; like the next four, null without git. */
  churn: number | null;
  /** 0 to 100: revisions of that year × lines of code, against the block where that is most. */
  hotspot: number | null;
  /** Fewest authors who wrote more than half of its lines. */
  busFactor: number | null;
  /** Blocks that change with it, with the degree of coupling in percent. */
  changesWith: { block: string; degree: number }[] | null;
  /** Date of the last commit that touched it. */
  changedAt: string | null;
  /** Date on which a person ticked its review; null when nobody did. */
  reviewedAt: string | null;
}

export interface JsonChecklistItem {
  id: string;
  title: string;
  /** Null: for a person to tick. */
  done: boolean | null;
  evidence: string;
  by: string | null;
  /** Date, `2026-11-29`. */
  at: string | null;
  /** Ticked before its interface changed. */
  expired: boolean;
}

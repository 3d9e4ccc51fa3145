/**
 * The shape of `diff --format json`, version 1. Outside programs rely on these names; a change that removes or renames
 * one needs a new `schemaVersion`. Lines and columns count from 1; paths are relative to the folder and use `/`.
 */

/** A folder as it is, a git revision, or a file that `snapshot` wrote. */
export interface DiffState {
  kind: 'folder' | 'revision' | 'snapshot';
  /** As the user named it. */
  name: string;
  /** The whole name of the commit; null where there is none, or where something was not committed. */
  commit: string | null;
}

/** How large a step of the version is asked for. */
export type DiffBump = 'none' | 'patch' | 'minor' | 'major';

export type BlockChange = 'unchanged' | 'modified' | 'new' | 'breaking' | 'deprecated' | 'removed';

export interface DiffPosition {
  line: number;
  column: number;
}

export interface DiffInterfaceChange {
  /** `parameter-added-required`. */
  kind: string;
  /** `Orders.place`. */
  name: string;
  path: string;
  range: { start: DiffPosition; end: DiffPosition };
  effect: 'major' | 'minor' | 'patch';
  /** `proven`: the compiler showed it. */
  certainty: 'proven' | 'heuristic';
  message: string;
  /** Its signature in each state; null where it does not exist. */
  before: string | null;
  after: string | null;
  /** A consumer that the one state accepts and the other refuses; null where nothing was run. */
  proof: string | null;
}

export interface DiffVersion {
  /** Null in the state that does not have the block. */
  from: string | null;
  to: string | null;
  /** The lowest version that tells of the change; null for a removed block, and where the version is not a semantic one. */
  proposed: string | null;
  /** Whether `to` is at least that. */
  enough: boolean;
}

export interface DiffBlock {
  id: string;
  /** Its id before; absent when it is the same. */
  renamedFrom?: string;
  change: BlockChange;
  bump: DiffBump;
  version: DiffVersion;
  interface: DiffInterfaceChange[];
  /** Blocks that use it, directly or through others, sorted; of a removed block, those that did. */
  affected: string[];
}

export interface DiffEdge {
  from: string;
  to: string;
  imports: number;
  kind: 'value' | 'type';
}

export interface JsonDiff {
  schemaVersion: 1;
  from: DiffState;
  to: DiffState;
  /** The largest of the blocks' bumps. */
  bump: DiffBump;
  /** All blocks of both states, sorted by id. */
  blocks: DiffBlock[];
  edges: { added: DiffEdge[]; removed: DiffEdge[] };
  cycles: { added: string[][]; removed: string[][] };
  layers: { added: string[]; removed: string[]; changed: string[] };
  /** How many findings came and went. */
  findings: { added: number; removed: number };
  /** Of the code alone, without reports of coverage or other tools; null when nothing could be measured. */
  score: { from: number | null; to: number | null };
}

/** The blocks of a state with what they import, for drawing. Blocks are named as in the later state. */
export interface DiffGraph {
  blocks: { id: string; layer: string | null }[];
  edges: DiffEdge[];
}

/** What a format writes. */
export interface DiffReport {
  diff: JsonDiff;
  before: DiffGraph;
  after: DiffGraph;
}

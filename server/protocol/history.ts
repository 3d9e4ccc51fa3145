/** The shapes of `history --format json` and `rollback --format json`, version 1. */
import type { BlockChange, DiffBump, DiffInterfaceChange } from './diff.ts';

/** A commit that changed a block. */
export interface BlockVersion {
  /** The whole name. */
  commit: string;
  /** Of its author, ISO 8601. */
  at: string;
  subject: string;
  /** What the block was called after the commit. */
  id: string;
  /** What it was called before; absent when it is the same. */
  renamedFrom?: string;
  version: string;
  change: BlockChange;
  bump: DiffBump;
  interface: DiffInterfaceChange[];
}

export interface BlockHistory {
  schemaVersion: 1;
  block: string;
  /** Newest first. */
  versions: BlockVersion[];
  /** False when there may be more: the limit was reached, or older commits were not fetched. */
  complete: boolean;
}

/** The way of a block back to a revision. */
export interface RollbackPlan {
  schemaVersion: 1;
  block: string;
  to: { name: string; commit: string };
  files: { restore: string[]; remove: string[] };
  /** What the way back would do to the interface; majors break others. */
  interface: DiffInterfaceChange[];
  bump: DiffBump;
  /** Blocks that use it now, directly or through others, sorted. */
  affected: string[];
  /** Whether it was done. */
  applied: boolean;
  /** The one command that undoes it; null when nothing was done. */
  undo: string | null;
}

/** The shape of `history --format json`, version 1. */
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

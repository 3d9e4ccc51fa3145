/** The shape of `track sync --format json`, version 1. */

/** `same`: nothing to do. `left`: it does not belong there, or is gone from there. */
export type SyncAction = 'create' | 'update' | 'same' | 'left' | 'failed';

/**
 * Why a value that differs was not written. `conflict`: both sides changed. `theirs`: only Jira changed. `first`: the two met for the
 * first time with something else. `apart`: they differ as they did before.
 */
export type SyncStanding = 'conflict' | 'theirs' | 'first' | 'apart';

export interface JsonSyncedRow {
  /** Key of the row in the log. */
  row: string;
  /** Key in Jira; null while there is none. */
  issue: string | null;
  action: SyncAction;
  /** Fields of the log that are, or would be, written. */
  fields: string[];
  differences: { field: string; standing: SyncStanding }[];
  /** Sentences without a full stop: what could not be taken along, and why a row failed or was left. */
  notes: string[];
}

export interface JsonSync {
  schemaVersion: 1;
  /** False for a plan. */
  applied: boolean;
  site: string;
  project: string;
  counts: Record<SyncAction, number> & { conflicts: number };
  rows: JsonSyncedRow[];
  notes: string[];
  /** Why it ended before all rows were done; null when it did not. */
  stopped: string | null;
}

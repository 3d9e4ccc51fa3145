/** The file that remembers which issue of Jira belongs to which row, and what was asked for and never answered. */
import * as z from 'zod';
import { compareText } from '../text/order.ts';

/** Something that was sent and whose answer is not known. */
export interface Pending {
  what: 'issue' | 'time';
  /** Keys of rows. */
  rows: readonly string[];
  /** When it was sent, ISO 8601. */
  since: string;
  /** Highest number of an issue in the project before. */
  after: number;
}

export interface SyncState {
  /** Address of the Jira that it is about. */
  host: string;
  project: string;
  /** Key in Jira by key of the row, for rows whose keys are Archwright's own. */
  issues: ReadonlyMap<string, string>;
  pending: readonly Pending[];
}

const stateSchema = z.object({
  schemaVersion: z.literal(1),
  host: z.string(),
  project: z.string(),
  issues: z.record(z.string(), z.string()),
  pending: z.array(z.object({ what: z.enum(['issue', 'time']), rows: z.array(z.string()), since: z.iso.datetime(), after: z.number().int().min(0) })),
});

/** @returns null for a text that is none */
export function readSyncState(text: string): SyncState | null {
  try {
    const read = stateSchema.safeParse(JSON.parse(text));
    return read.success ? { ...read.data, issues: new Map(Object.entries(read.data.issues)) } : null;
  } catch {
    return null;
  }
}

/** @returns the text of the file: one line a row, in order, so that branches change different lines */
export function syncStateText({ host, project, issues, pending }: SyncState): string {
  const sorted = Object.fromEntries([...issues].sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ schemaVersion: 1, host, project, issues: sorted, pending }, null, 2)}\n`;
}

/** @returns the state with issues that are known now; nothing about them is pending any more */
export function withIssues(state: SyncState, found: ReadonlyMap<string, string>): SyncState {
  return { ...withoutPending(state, 'issue', [...found.keys()]), issues: new Map([...state.issues, ...found]) };
}

/** @returns the state without what is pending for rows */
export function withoutPending(state: SyncState, what: Pending['what'], rows: readonly string[]): SyncState {
  const gone = new Set(rows);
  const pending = state.pending
    .map((each) => (each.what === what ? { ...each, rows: each.rows.filter((row) => !gone.has(row)) } : each))
    .filter((each) => each.rows.length > 0);
  return { ...state, pending };
}

/** @param now milliseconds since 1970 @returns the state in which what is pending for rows was sent at this time */
export function sentNow(state: SyncState, what: Pending['what'], rows: readonly string[], now: number): SyncState {
  const since = new Date(now).toISOString();
  const isMeant = (each: Pending): boolean => each.what === what && each.rows.some((row) => rows.includes(row));
  return { ...state, pending: state.pending.map((each) => (isMeant(each) ? { ...each, since } : each)) };
}

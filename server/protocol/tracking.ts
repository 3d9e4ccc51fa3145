/** The shape of `track list --format json`, version 1, and of a review in the log. */

/** An issue with the values of its fields, by their names in JSON; a field without a value is left out. Dates are ISO 8601, durations in seconds. */
export type JsonIssue = Record<string, string | number | string[]>;

/** Something in the file that is not as it should be. It is kept. */
export interface LogProblem {
  /** Counted from 1. */
  line: number;
  /** Column of the table, counted from 1; null when the whole row is meant. */
  column: number | null;
  field: string | null;
  message: string;
}

export interface JsonLog {
  schemaVersion: 1;
  issues: JsonIssue[];
  problems: LogProblem[];
}

/** A review that was done, as the log keeps it. */
export interface ReviewEvent {
  /** ISO 8601 in UTC. */
  time: string;
  /** Full hash, or an empty string outside of git. */
  commit: string;
  branch: string;
  /** Key of the issue that the branch belongs to; may be empty. */
  issue: string;
  /** Points out of 100; null for a review without a total. */
  score: number | null;
  grade: string;
  errors: number | null;
  warnings: number | null;
  infos: number | null;
  /** Change of the score since the previous review; null if there is none. */
  delta: number | null;
}

/** One row of the tracking log, newest last: a review, or an issue at its last change. */
export interface LogRow extends ReviewEvent {
  /** Of an issue, the time is empty where no date is known, and there are no points and counts. */
  kind: 'review' | 'issue';
  /** How far the issue is, such as `In Progress`; empty for a review. */
  status: string;
  /** What the issue is about; empty for a review. */
  summary: string;
  author: string;
  /** Of an issue, its other fields that have a value, by their names in the log; where rows are asked for, only the fields that are asked for. */
  cells?: Readonly<Record<string, string>>;
}

export const LOG_FIELDS = [
  'kind', 'time', 'commit', 'branch', 'issue', 'status', 'summary', 'author', 'score', 'grade', 'errors', 'warnings', 'infos', 'delta',
] as const satisfies (keyof LogRow)[];
/** What every row has. */
export type LogField = (typeof LOG_FIELDS)[number];

/** The shape of `track list --format json`, version 1. */

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

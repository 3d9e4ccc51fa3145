/** New code that a reader of a report can choose. */

/** A point in the past, and what is new since then. */
export interface NewCodePoint {
  kind: 'base' | 'day' | 'commit';
  /** The name of the branch, the day, or the commit with its subject. */
  label: string;
  /** Where the findings in new code are in the list of the report. */
  findings: ReadonlySet<number>;
}

export interface NewCodeChoices {
  points: readonly NewCodePoint[];
  /** Why new code cannot be told from old and what to do, as sentences; null when it can. */
  problem: string | null;
}

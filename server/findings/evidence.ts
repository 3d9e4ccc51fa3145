/** Coverage and test results that were found beside the code, as far as rules judge them. */

/** Coverage of those changed lines of a file that can run. */
export interface ChangedCoverage {
  covered: number;
  total: number;
  /** Numbers of the lines that did not run, in order. */
  missed: readonly number[];
}

export interface Evidence {
  /** By path relative to the workspace; null when no report was found. */
  coverage: {
    source: string;
    files: ReadonlyMap<string, { covered: number; total: number }>;
    /** Of the lines that a change brought, where it is known; files of which nothing can be said are not in it. */
    changed?: ReadonlyMap<string, ChangedCoverage>;
  } | null;
  tests: { source: string; passed: number; failed: number; skipped: number } | null;
  /** Reports that are there and cannot be used, with the reason. */
  problems: { path: string; reason: string }[];
}

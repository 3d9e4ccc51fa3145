/** Coverage and test results found beside the code, as far as rules use them. */

/** Coverage of the changed lines of a file that are executable. */
export interface ChangedCoverage {
  covered: number;
  total: number;
  /** Numbers of the lines that did not run, ascending. */
  missed: readonly number[];
}

export interface Evidence {
  /** By path relative to the workspace; null when no report was found. */
  coverage: {
    source: string;
    files: ReadonlyMap<string, { covered: number; total: number }>;
    /** For the lines of a change, where known; files without data are left out. */
    changed?: ReadonlyMap<string, ChangedCoverage>;
  } | null;
  tests: { source: string; passed: number; failed: number; skipped: number } | null;
  /** Reports that exist but cannot be used, with the reason. */
  problems: { path: string; reason: string }[];
}

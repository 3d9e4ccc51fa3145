/** Coverage and test results found beside the code, as far as rules use them. */
import type { ChangeEffect } from '../facts/interface.ts';
import type { Span } from '../facts/span.ts';

/** Coverage of the changed lines of a file that are executable. */
export interface ChangedCoverage {
  covered: number;
  total: number;
  /** Numbers of the lines that did not run, ascending. */
  missed: readonly number[];
}

/** A change of an interface. */
export interface VersionChange {
  /** What changed: `Orders.place`, with the entry in front where there are several. */
  name: string;
  effect: ChangeEffect;
  path: string;
  span: Span;
  message: string;
}

/** A block whose version says less than what changed in its interface. */
export interface VersionEvidence {
  block: string;
  /** Its version in the state that it is compared with. */
  from: string;
  to: string;
  /** The file that says so, relative to the workspace: `archwright.jsonc`, `package.json` or `pyproject.toml`; null when it is another one. */
  writtenIn: string | null;
  /** The lowest that would tell of the changes. */
  proposed: string;
  /** That state, in words. */
  since: string;
  /** What asks for it, the largest first. */
  changes: readonly VersionChange[];
}

/** What a tool measured of a benchmark. */
export interface BenchmarkResult {
  /** Path of the report. */
  source: string;
  /** Times of one run by figure, such as `mean`, in seconds. */
  seconds: ReadonlyMap<string, number>;
  /** Runs per second; null when the report does not say it. */
  perSecond: number | null;
}

export interface Evidence {
  /** By path relative to the workspace; null when no report was found. */
  coverage: {
    source: string;
    /** It is older than the newest source, so that it may tell of other code. */
    isOld?: boolean;
    files: ReadonlyMap<string, { covered: number; total: number }>;
    /** For the lines of a change, where known; files without data are left out. */
    changed?: ReadonlyMap<string, ChangedCoverage>;
  } | null;
  tests: { source: string; isOld?: boolean; passed: number; failed: number; skipped: number } | null;
  /** By name, one from each report that has it; absent where no block has a budget. */
  benchmarks?: ReadonlyMap<string, readonly BenchmarkResult[]>;
  /** Versions that were raised too little; absent where no state was compared. */
  versions?: readonly VersionEvidence[];
  /** Reports that exist but cannot be used, with the reason. */
  problems: { path: string; reason: string }[];
}

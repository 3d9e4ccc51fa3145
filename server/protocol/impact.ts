/** `impact --format json`: who is affected by a change, and which tests could be. */

export const IMPACT_SCHEMA_VERSION = 1;

export type ImpactRisk = 'high' | 'medium' | 'low';

/** A block that a change reaches. */
export interface AffectedBlock {
  block: string;
  /** How many borders between blocks lie on the way to it. */
  depth: number;
  /** `type`: nothing of it can run differently; only the compiler sees the change. */
  kind: 'value' | 'type';
  /** Files from the changed one to one of the block, each imported by the next. */
  path: string[];
  risk: ImpactRisk;
  /** Why the risk is that high, in words. */
  why: string;
}

export interface TestCommand {
  runner: string;
  /** For a POSIX shell at the top of the folder. */
  command: string;
}

export interface ImpactTests {
  /** Every test file that could be affected, sorted. */
  run: string[];
  /** Number of all test files. */
  of: number;
  /** Tests that run because nobody can tell; each of them is in `run` too. */
  always: { path: string; reason: string }[];
  commands: TestCommand[];
}

export interface ImpactReport {
  schemaVersion: typeof IMPACT_SCHEMA_VERSION;
  /** Paths relative to the folder, with `/`; sorted. */
  changed: { files: string[]; blocks: string[] };
  affected: AffectedBlock[];
  tests: ImpactTests;
}

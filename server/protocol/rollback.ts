/** The shape of `rollback --format json`, version 1: a plan, what was done of it, and how its rehearsal went. */
import type { DiffBump, DiffInterfaceChange } from './diff.ts';
import type { ImpactTests } from './impact.ts';

/** The way of a block back to a revision. */
export interface RollbackPlan {
  schemaVersion: 1;
  block: string;
  to: { name: string; commit: string };
  files: { restore: string[]; remove: string[] };
  /** What the way back would do to the interface; majors break others. */
  interface: DiffInterfaceChange[];
  bump: DiffBump;
  /** Blocks that use it now, directly or through others, sorted. */
  affected: string[];
  /** Whether it was done. */
  applied: boolean;
  /** The one command that undoes it; null when nothing was done. */
  undo: string | null;
  /** Null when it was not rehearsed. */
  rehearsal: Rehearsal | null;
}

/** The way back, tried in a working tree of its own. */
export interface Rehearsal {
  /** Every command passed. */
  passed: boolean;
  /** The commit that it started from. */
  from: string;
  /** In order. After one that does not pass, none is run. */
  commands: RehearsedCommand[];
  /** The tests that the way back could affect, as `impact` chooses them. */
  tests: ImpactTests;
  /** Folders of installed packages that were linked from the working copy, relative to the top of the repository. */
  linked: string[];
  /** Sentences about what differs from the working copy, and what was not recorded. */
  notes: string[];
  /** How it stands in the checklist; null when it does not. */
  recorded: { by: string; at: string } | null;
  durationMs: number;
}

export interface RehearsedCommand {
  /** The program and its arguments. */
  command: string[];
  outcome: 'passed' | 'failed' | 'timed-out' | 'not-run';
  /** Null when a signal ended it, and when it was not run. */
  exitCode: number | null;
  /** Name of the signal that ended it. */
  signal: string | null;
  durationMs: number;
  /** The last lines that it wrote, to standard output and standard error, with secrets masked. */
  output: string[];
}

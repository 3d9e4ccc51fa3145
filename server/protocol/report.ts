/**
 * The shape of the JSON report, version 1. Outside programs and the panel rely on these names;
 * a change that removes or renames one needs a new `schemaVersion`.
 *
 * Lines and columns count from 1 (columns in UTF-16 code units); paths are relative to the
 * reviewed folder and use `/`.
 */

import type { GateResult } from './gates.ts';

/** How serious a finding is. An error outside the baseline fails the gate. */
export type ReportedSeverity = 'error' | 'warning' | 'info';

export interface ReportPosition {
  line: number;
  column: number;
}

export interface ReportRange {
  start: ReportPosition;
  /** One past the last character. */
  end: ReportPosition;
}

/** A second place that explains a finding: the other end of a cycle, where a secret is used. */
export interface ReportRelated {
  path: string;
  range: ReportRange;
  message: string;
}

export interface ReportFinding {
  ruleId: string;
  severity: ReportedSeverity;
  message: string;
  path: string;
  range: ReportRange;
  /** The block that the file belongs to, or null when it belongs to none. */
  block: string | null;
  /** The layer that the file belongs to, or null when it belongs to none. */
  layer: string | null;
  /** The guideline section that the rule enforces, such as `review §2.1`. */
  guideline: string;
  fixable: boolean;
  /** True when the finding prevents approval regardless of the score. */
  blocker: boolean;
  /** True when the finding is in the baseline. */
  baseline: boolean;
  /** Stable identity: survives edits elsewhere in the file. */
  fingerprint: string;
  related: ReportRelated[];
}

export type DimensionId = 'code-quality' | 'ai-ml' | 'security' | 'testing' | 'architecture';

export interface ReportCriterion {
  id: string;
  points: number;
  max: number;
  /** False when the criterion does not apply (`max` is 0) or its evidence is missing (`reason` says how to supply it); then it takes no part in the total. */
  measured: boolean;
  /** What took the points that are missing, largest first; their points add up to `max` less `points`. Empty where nothing was measured. */
  lost: ReportLoss[];
  reason: string;
}

export interface ReportLoss {
  /** Id of a rule or a tool, or one of `no-tests`, `failed-tests`, `unread-files`. */
  cause: string;
  /** How many findings, messages, functions, lines or files. */
  count: number;
  points: number;
}

export interface ReportDimension {
  id: DimensionId;
  points: number;
  max: number;
  criteria: ReportCriterion[];
}

export interface ReportScore {
  formulaVersion: number;
  /** 0 to 100, or null when nothing could be measured. */
  total: number | null;
  /** The points that could be measured; `total` is the share of them that was earned, out of 100. */
  measuredMax: number;
  /** `A+` to `F`, or null when nothing could be measured. */
  grade: string | null;
  action: string;
  approved: boolean;
  dimensions: ReportDimension[];
  /** The files of production code with the lowest scores of their own, worst first, at most ten. */
  worstFiles: ReportWorstFile[];
  blockers: { ruleId: string; count: number }[];
}

export interface ReportWorstFile {
  path: string;
  /** The score of this file alone, by the formula of the whole. */
  score: number;
}

export interface ReportLayer {
  id: string;
  paths: string[];
  mayUse: string[];
}

export type BlockState = 'pending' | 'active' | 'completed' | 'failed' | 'modified' | 'deprecated';

export interface ReportBlock {
  id: string;
  /** The layer's id, or null when the block is in none. */
  layer: string | null;
  paths: string[];
  files: number;
  state: BlockState;
  version: string;
  dependsOn: string[];
  /** The score of this block's files alone, by the formula of the whole; absent in a graph that was drawn without a review. */
  health?: ReportHealth;
}

/** A score of a part of the code. Both are null when the part has no code that could be judged. */
export interface ReportHealth {
  score: number | null;
  grade: string | null;
}

export interface ReportEdge {
  from: string;
  to: string;
  /** How many import statements make up this edge. */
  imports: number;
  /** `type` when every import is erased at compile time. */
  kind: 'value' | 'type';
}

export interface ReportGraph {
  layers: ReportLayer[];
  blocks: ReportBlock[];
  edges: ReportEdge[];
  /** Each cycle names its blocks in import order, without repeating the first. */
  cycles: string[][];
  /** The longest chain of blocks that depend on each other, from user to used. */
  criticalPath: string[];
}

export interface ReportFiles {
  typescript: number;
  javascript: number;
  python: number;
  notebook: number;
  skipped: { path: string; reason: string }[];
}

/** A message of another tool. Not a finding: it counts in the score, but never fails the gate or blocks. */
export interface ReportToolMessage {
  /** The tool's own code: `arg-type`, `B602`. */
  code: string;
  /** Our rule for the same fault, or null when there is none. */
  ruleId: string | null;
  /** The criterion it counts in, or null when it does not count. */
  criterion: string | null;
  /** The severity it is weighted with. */
  severity: ReportedSeverity;
  path: string;
  line: number;
  /** The tool's message, masked; left out if it may contain a secret. */
  message: string;
  /** Why it does not count; null when it does. */
  why: 'already-found' | 'told-twice' | 'rule-off' | 'allowed' | 'measured-otherwise' | 'no-criterion' | null;
}

/** The output of one tool in one report. */
export interface ReportTool {
  tool: string;
  /** The report's path. */
  path: string;
  /** Messages about files that were reviewed: the sum of the four that follow. */
  read: number;
  counted: number;
  /** Also reported by Archwright. */
  alreadyFound: number;
  /** Also in another report. */
  toldTwice: number;
  notCounted: number;
  /** Messages about files that were not reviewed. */
  outside: number;
  /** How many of the files it names changed after it was written. */
  olderThan: number;
  /** False when the tool could not complete its work. */
  complete: boolean;
  /** The first of the messages, by place. */
  messages: ReportToolMessage[];
}

/** Reports found beside the code. */
export interface ReportEvidence {
  /** Names of the coverage reports, or null when there is none. */
  coverage: string | null;
  /** Names of the test reports, or null when there is none. */
  tests: string | null;
  tools: ReportTool[];
  /** Reports that cannot be used, or only in part. */
  problems: { path: string; reason: string }[];
}

/** What was checked out. */
export interface ReportCommit {
  /** The whole name. */
  hash: string;
  /** Null when no branch is checked out. */
  branch: string | null;
  /** Whether something in the folder is not committed. */
  changed: boolean;
}

/** What was reviewed, and when. */
export interface ReportOrigin {
  /** The name of the folder. */
  project: string;
  /** ISO 8601, in UTC. */
  at: string;
  /** Null outside a git repository, before the first commit, and where git may not be asked. */
  commit: ReportCommit | null;
}

export interface JsonReport {
  schemaVersion: 1;
  tool: { name: 'archwright'; version: string };
  /** Omitted where nobody asked for it. */
  origin?: ReportOrigin;
  files: ReportFiles;
  score: ReportScore;
  /** The verdict of the review's own gate; omitted where nobody asked for one. */
  gate?: GateResult;
  findings: ReportFinding[];
  /** Omitted when no report was found beside the code. */
  evidence?: ReportEvidence;
  graph: ReportGraph;
  durationMs: number;
}

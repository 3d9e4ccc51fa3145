/** What the score is computed from. Plain counts: no path, no text, so the order of files cannot matter. */
import type { Severity } from '../findings/severity.ts';
import type { RuleMeta, CriterionId } from '../findings/rule-meta.ts';

/** What a file is for, as rules know it. */
export type ScoredRole = keyof RuleMeta['roles'];

/** Findings that weigh the same, counted. The same combination may occur more than once: counts add up. */
export interface FindingCount {
  ruleId: string;
  /** The criterion it counts in; null when it does not count. */
  criterion: CriterionId | null;
  severity: Severity;
  role: ScoredRole;
  /** In the baseline. Such findings still count: the baseline affects the gate, not the score. */
  baseline: boolean;
  blocker: boolean;
  count: number;
}

/** Totals over all production code (roles `source` and `script`), and its tests. */
export interface ScoreTotals {
  /** Files with production code that were read. */
  files: number;
  codeLines: number;
  functions: number;
  typedFunctions: number;
  publicItems: number;
  documentedItems: number;
  handlers: number;
  /** Tests in files of every role; null for a part of a project, whose tests may stand elsewhere, and for tests of a kind that is not known. */
  tests: number | null;
  /** Files that use a machine-learning library, and their code lines. */
  machineLearningFiles: number;
  machineLearningLines: number;
}

export interface ScoreGraph {
  blocks: number;
  /** Imports from one file of the workspace to another. */
  imports: number;
  /** Tangles of blocks: sets in which each block depends on every other, directly or not. */
  blockCycles: number;
  /** Blocks in those tangles. */
  tangledBlocks: number;
  moduleCycles: number;
  /** Where the layers come from; `none` if neither the configuration nor folder names define any. */
  layers: 'configured' | 'inferred' | 'none';
  /** Blocks with a boundary to hold the code to: a public face, or a list of the dependencies that they may have. */
  boundedBlocks: number;
}

export interface CoverageSummary {
  /** Name of the report, shown in the reason. */
  source: string;
  coveredLines: number;
  /** Coverable lines, including those of files missing from the report. */
  totalLines: number;
  /** Source files with functions missing from the report: all of their lines count as not covered. */
  filesLeftOut: number;
}

/** Messages of another tool that weigh the same, counted; a count of zero means the tool ran and found nothing. */
export interface ToolCount {
  /** Name of the tool, shown in the reason. */
  tool: string;
  /** Name of the report, shown in the reason. */
  source: string;
  criterion: CriterionId;
  severity: Severity;
  role: ScoredRole;
  count: number;
}

export interface ScoreEvidence {
  coverage: CoverageSummary | null;
  /** What other tools found that Archwright did not. */
  tools: readonly ToolCount[];
  tests: { source: string; passed: number; failed: number; skipped: number } | null;
}

export interface ScoreInput {
  findings: readonly FindingCount[];
  totals: ScoreTotals;
  graph: ScoreGraph;
  evidence: ScoreEvidence;
  /** How many rules ran per criterion. A criterion whose rules are all off is not measured. */
  rulesRun: Readonly<Partial<Record<CriterionId, number>>>;
  /** Files with production code that should have been judged and could not be read. */
  unreadFiles: number;
}

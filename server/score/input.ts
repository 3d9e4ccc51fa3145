/** What the score is computed from. Plain counts: no path, no text, so the order of files cannot matter. */
import type { Severity } from '../findings/severity.ts';
import type { CriterionId } from '../findings/criterion.ts';
import type { RuleMeta } from '../findings/rule-meta.ts';

/** What a file is for, as rules know it. */
export type ScoredRole = keyof RuleMeta['roles'];

/** Findings that weigh the same, counted. The same combination may occur more than once: counts add up. */
export interface FindingCount {
  ruleId: string;
  /** Where the rule counts; null when it does not. */
  criterion: CriterionId | null;
  severity: Severity;
  role: ScoredRole;
  /** Frozen by a baseline. Such a finding counts all the same: the baseline spares the gate, not the number. */
  baseline: boolean;
  blocker: boolean;
  count: number;
}

/** Sums of the metrics of all files that hold production code (roles `source` and `script`), and the tests beside it. */
export interface ScoreTotals {
  /** Files with production code that were read. */
  files: number;
  codeLines: number;
  functions: number;
  typedFunctions: number;
  publicItems: number;
  documentedItems: number;
  handlers: number;
  /** Tests in files of every role. */
  tests: number;
  /** Files that use a library of machine learning, and their code lines. */
  machineLearningFiles: number;
  machineLearningLines: number;
}

export interface ScoreGraph {
  blocks: number;
  /** Imports from one file of the workspace to another. */
  imports: number;
  blockCycles: number;
  moduleCycles: number;
  /** Where the layers come from; `none` when neither the configuration nor folder names give any. */
  layers: 'configured' | 'inferred' | 'none';
  /** Blocks whose configuration or contract comment lists what they may use. */
  declaredBlocks: number;
}

export interface CoverageSummary {
  /** Name of the report, for the reason. */
  source: string;
  coveredLines: number;
  /** Lines that can be covered, those of files that the report leaves out included. */
  totalLines: number;
  /** Source files with functions that the report does not mention: all of their lines count as not covered. */
  filesLeftOut: number;
}

/** Messages of another tool that weigh the same, counted; a count of nought is a tool that ran and found nothing. */
export interface ToolCount {
  /** Name of the tool, for the reason. */
  tool: string;
  /** Name of the report, for the reason. */
  source: string;
  criterion: CriterionId;
  severity: Severity;
  role: ScoredRole;
  count: number;
}

export interface ScoreEvidence {
  coverage: CoverageSummary | null;
  /** What other tools found and Archwright did not. */
  tools: readonly ToolCount[];
  tests: { source: string; passed: number; failed: number; skipped: number } | null;
}

export interface ScoreInput {
  findings: readonly FindingCount[];
  totals: ScoreTotals;
  graph: ScoreGraph;
  evidence: ScoreEvidence;
  /** How many rules ran for a criterion. A criterion whose rules were all switched off is not measured. */
  rulesRun: Readonly<Partial<Record<CriterionId, number>>>;
  /** Files with production code that should have been judged and could not be read. */
  unreadFiles: number;
}

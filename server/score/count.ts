/** Takes the counts that the score needs from the results of a review. */
import type { CriterionId } from '../findings/rule-meta.ts';
import type { Evidence } from '../findings/evidence.ts';
import { UNKNOWN_TESTS_FROM } from './formula.ts';
import type { CoverageSummary, FindingCount, ScoredRole, ScoreTotals } from './input.ts';

/** What the score needs from a file; `ModuleFacts` fits. */
export interface ScoredFile {
  path: string;
  role: ScoredRole;
  metrics: Omit<ScoreTotals, 'files' | 'tests' | 'machineLearningFiles' | 'machineLearningLines'> & { tests: number; machineLearning: boolean };
}

/** What the score needs from a finding. */
export type ScoredFinding = Omit<FindingCount, 'count'>;

/** The roles that count as production code. */
const PRODUCTION: ReadonlySet<ScoredRole> = new Set(['source', 'script']);

/** Whether a file of this role counts as production code. */
export function isProduction(role: ScoredRole): boolean {
  return PRODUCTION.has(role);
}

/** Adds up metrics: production code of the roles `source` and `script`, tests of every role. */
export function totalsOf(files: Iterable<ScoredFile>): ScoreTotals {
  let testLines = 0;
  const totals = {
    files: 0, codeLines: 0, functions: 0, typedFunctions: 0, publicItems: 0, documentedItems: 0, handlers: 0, tests: 0,
    machineLearningFiles: 0, machineLearningLines: 0,
  };
  for (const { role, metrics } of files) {
    totals.tests += metrics.tests;
    if (role === 'test') testLines += metrics.codeLines;
    if (!isProduction(role)) continue;
    totals.files += 1;
    for (const key of ['codeLines', 'functions', 'typedFunctions', 'publicItems', 'documentedItems', 'handlers'] as const) totals[key] += metrics[key];
    if (!metrics.machineLearning) continue;
    totals.machineLearningFiles += 1;
    totals.machineLearningLines += metrics.codeLines;
  }
  const areUnknown = totals.tests === 0 && testLines > 0 && testLines >= UNKNOWN_TESTS_FROM * totals.codeLines;
  return areUnknown ? { ...totals, tests: null } : totals;
}

/** Counts findings of the same kind together. */
export function countFindings(findings: Iterable<ScoredFinding>): FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { ruleId, criterion, severity, role, baseline, blocker } of findings) {
    const key = JSON.stringify([ruleId, criterion, severity, role, baseline, blocker]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { ruleId, criterion, severity, role, baseline, blocker, count: 1 });
  }
  return [...counts.values()];
}

/**
 * Coverage of production code. A file with functions that is missing from the report counts with all of
 * its code lines as not covered, because many tools omit files that no test has loaded.
 * @returns null when there is no report, or none of its lines belong to production code
 */
export function coverageOf(evidence: Evidence, files: Iterable<ScoredFile>): CoverageSummary | null {
  if (evidence.coverage === null) return null;
  const summary: CoverageSummary = { source: evidence.coverage.source, coveredLines: 0, totalLines: 0, filesLeftOut: 0 };
  let matched = 0;
  for (const { path, role, metrics } of files) {
    if (role !== 'source') continue;
    const reported = evidence.coverage.files.get(path);
    if (reported) {
      matched += 1;
      summary.coveredLines += reported.covered;
      summary.totalLines += reported.total;
    } else if (metrics.functions > 0) {
      summary.filesLeftOut += 1;
      summary.totalLines += metrics.codeLines;
    }
  }
  return matched > 0 ? summary : null;
}

/** How many of the rules that ran count for each criterion. @param rules metadata of the rules that were not switched off */
export function rulesPerCriterion(rules: Iterable<{ criterion: CriterionId | null }>): Partial<Record<CriterionId, number>> {
  const counts: Partial<Record<CriterionId, number>> = {};
  for (const { criterion } of rules) if (criterion !== null) counts[criterion] = (counts[criterion] ?? 0) + 1;
  return counts;
}


/** Findings relative to the size of the code. */
import { BASES, BLOCKER_WEIGHT, ROLE_WEIGHT, SEVERITY_WEIGHT, halving, type BaseId, type CriterionFormula } from './formula.ts';
import type { FindingCount, ScoreInput } from './input.ts';
import { shared, type Cause } from './losses.ts';
import { toldBy } from './told.ts';
import { compareText } from '../text/order.ts';
import { counted, grouped, listed } from '../text/wording.ts';

export interface Density {
  /** 0 to 1. */
  marks: number;
  /** The rules and tools that took the rest. */
  causes: Cause[];
  /** Whether Archwright itself found something. */
  found: boolean;
  /** What was found in how much code, as part of a sentence. */
  words: () => string;
  /** What other tools found, to append to the sentence; empty without such reports. */
  told: () => string;
}

/** How many units of the base the project has, before the floor. */
function sizeOf(base: BaseId, { totals, graph }: ScoreInput): number {
  if (base === 'code-lines') return totals.codeLines;
  return base === 'ml-lines' ? totals.machineLearningLines : graph.imports;
}

function weightOf(finding: Pick<FindingCount, 'severity' | 'role' | 'count' | 'blocker'>, formula: CriterionFormula): number {
  const one = finding.blocker ? Math.max(BLOCKER_WEIGHT, SEVERITY_WEIGHT[finding.severity]) : SEVERITY_WEIGHT[finding.severity];
  const asProduction = formula.judgesTests && finding.role === 'test';
  return finding.count * one * (asProduction ? ROLE_WEIGHT.source : ROLE_WEIGHT[finding.role]);
}

/**
 * The share of marks left by the findings of a criterion: halved with each `half` of density, and multiplied
 * by the criterion's blocker factor when one of them is a blocker. Messages of other tools weigh like
 * findings but never block, because they lack the proof that a blocker needs.
 */
export function density(formula: CriterionFormula, input: ScoreInput): Density {
  const found = input.findings.filter(({ criterion, ruleId, count }) => criterion === formula.id && count > 0 && !formula.measured.includes(ruleId));
  const base = BASES[formula.base];
  const size = sizeOf(formula.base, input);
  const tools = input.evidence.tools.filter(({ criterion }) => criterion === formula.id);
  const words = (): string => `${describe(found)} in ${counted(size, base.unit, base.units)}`;
  const told = (): string => toldBy(tools);
  // Most criteria of most files, each of which has a score of its own.
  if (found.length + tools.length === 0) return { marks: 1, causes: [], found: false, words, told };
  const weighed = [
    ...found.map((one) => ({ cause: one.ruleId, count: one.count, blocker: one.blocker, weight: weightOf(one, formula) })),
    ...tools.map((one) => ({ cause: one.tool, count: one.count, blocker: false, weight: weightOf({ ...one, blocker: false }, formula) })),
  ];
  // Sorted before adding: floating-point sums depend on their order, and the score must not.
  weighed.sort((a, b) => a.weight - b.weight || compareText(a.cause, b.cause));
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0);
  const left = halving((weight * base.per) / Math.max(size, base.floor), formula.half);
  const blocking = weighed.filter(({ blocker }) => blocker);
  const marks = blocking.length > 0 ? left * formula.blockerFactor : left;
  return {
    marks,
    // The findings were counted with their density, so the factor for blockers adds none.
    causes: [...shared(1 - left, weighed), ...shared(left - marks, blocking.map((one) => ({ ...one, count: 0 })))],
    found: found.length > 0, words, told,
  };
}

function describe(found: readonly FindingCount[]): string {
  const total = (wanted: (finding: FindingCount) => boolean): number => found.filter(wanted).reduce((sum, { count }) => sum + count, 0);
  const severities = (['error', 'warning', 'info'] as const).map((severity) => ({ severity, count: total((finding) => finding.severity === severity) }));
  const words = severities.filter(({ count }) => count > 0).map(({ severity, count }) => (severity === 'info' ? `${count} info` : counted(count, severity)));
  if (words.length === 0) return 'no findings';
  const blockers = total(({ blocker }) => blocker);
  const frozen = total(({ baseline }) => baseline);
  const notes = [blockers > 0 ? counted(blockers, 'blocker') : '', frozen > 0 ? `${grouped(frozen)} in the baseline` : ''].filter((note) => note !== '');
  return `${listed(words)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

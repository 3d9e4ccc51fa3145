/** Judges one criterion: whether it applies, whether it can be measured, its share of marks, and why. */
import { density } from './density.ts';
import { along } from './curves.ts';
import { COVERAGE_ANCHORS, PASSED_ANCHORS, TESTS_PER_FUNCTION, TYPED_ANCHORS, TYPED_PART, WITHOUT_EVIDENCE, type Condition, type CriterionFormula } from './formula.ts';
import type { ScoreEvidence, ScoreInput } from './input.ts';
import { counted, grouped, listed, percent } from '../text/wording.ts';

export interface Measured {
  /** 0 to 1; null when the criterion does not apply and is left out. */
  marks: number | null;
  measured: boolean;
  reason: string;
}

/** Why a criterion does not apply; null when it does. Independent of findings: one more must not change what is scored. */
const MISSING: Readonly<Record<Condition, (input: ScoreInput) => string | null>> = {
  code: () => null,
  functions: ({ totals }) => (totals.functions + totals.publicItems > 0 ? null : 'there are no functions or public classes'),
  'machine-learning': ({ totals }) => (totals.machineLearningFiles > 0 ? null : 'no file uses a machine-learning library'),
  'two-files': ({ totals }) => (totals.files > 1 ? null : 'there is only one file'),
  'two-blocks': ({ graph }) => (graph.blocks > 1 ? null : 'there are fewer than two blocks'),
};

/** @returns the marks of a criterion for a project that has code */
export function measure(formula: CriterionFormula, input: ScoreInput): Measured {
  const missing = MISSING[formula.condition](input);
  if (missing !== null) return { marks: null, measured: false, reason: `does not apply, left out of the score: ${missing}` };
  if (formula.measure === 'typed-and-documented') return typedAndDocumented(formula, input);
  if (formula.measure === 'coverage') return coverage(formula, input);
  const { marks, words, told } = density(formula, input);
  if ((input.rulesRun[formula.id] ?? 0) === 0) {
    return unmeasured(marks, `all rules for this criterion are off: enable one in archwright.jsonc${told}`);
  }
  if (formula.measure === 'layers' && input.graph.layers === 'none') {
    return unmeasured(marks, `no layers found: declare them under "layers" in archwright.jsonc${told}`);
  }
  const inferred = formula.measure === 'layers' && input.graph.layers === 'inferred' ? ', layers inferred from folder names' : '';
  return { marks, measured: true, reason: `${words}${formula.id === 'cycles' ? cyclesIn(input) : ''}${inferred}${told}` };
}

/** Half marks at most, because the rest is unknown. */
function unmeasured(marks: number, reason: string): Measured {
  return { marks: marks * WITHOUT_EVIDENCE, measured: false, reason: `${reason}; until then, at most half of the points` };
}

function cyclesIn({ graph }: ScoreInput): string {
  const kinds = [
    graph.blockCycles > 0 ? `${counted(graph.blockCycles, 'cycle')} between blocks` : '',
    graph.moduleCycles > 0 ? `${counted(graph.moduleCycles, 'cycle')} between files` : '',
  ].filter((kind) => kind !== '');
  return kinds.length > 0 ? `: ${listed(kinds)}` : '';
}

function typedAndDocumented(formula: CriterionFormula, input: ScoreInput): Measured {
  const { functions, typedFunctions, publicItems, documentedItems } = input.totals;
  const typed = functions > 0 ? typedFunctions / functions : null;
  const documented = publicItems > 0 ? documentedItems / publicItems : null;
  const share = typed === null ? (documented ?? 0) : documented === null ? typed : TYPED_PART * typed + (1 - TYPED_PART) * documented;
  const found = density(formula, input);
  const shares = [
    functions > 0 ? `${percent(typedFunctions, functions)} of ${counted(functions, 'function')} typed` : '',
    publicItems > 0 ? `${percent(documentedItems, publicItems)} of ${counted(publicItems, 'public item')} documented` : '',
  ].filter((words) => words !== '');
  const besides = `${found.found ? `; also ${found.words}` : ''}${found.told}`;
  return { marks: along(TYPED_ANCHORS, share) * found.marks, measured: true, reason: `${listed(shares)}${besides}` };
}

function coverage(formula: CriterionFormula, input: ScoreInput): Measured {
  const found = density(formula, input);
  const { totals, evidence } = input;
  const besides = `${found.found ? `; ${found.words}` : ''}${found.told}`;
  const results = resultsOf(evidence);
  if (evidence.coverage === null || evidence.coverage.totalLines === 0) {
    const present = Math.min(1, totals.tests / Math.max(1, totals.functions * TESTS_PER_FUNCTION));
    const reason = `no coverage report, only ${counted(totals.tests, 'test')} for ${counted(totals.functions, 'function')}${results.words}${besides}; `
      + 'add one as lcov, Cobertura or Istanbul JSON, such as coverage/lcov.info';
    return unmeasured(present * results.factor * found.marks, reason);
  }
  const { coveredLines, totalLines, filesLeftOut, source } = evidence.coverage;
  const leftOut = filesLeftOut > 0 ? `, ${counted(filesLeftOut, 'source file')} missing from it counted as uncovered` : '';
  return {
    marks: along(COVERAGE_ANCHORS, coveredLines / totalLines) * results.factor * found.marks,
    measured: true,
    reason: `${percent(coveredLines, totalLines)} of ${counted(totalLines, 'line')} covered (${source}${leftOut})${results.words}${besides}`,
  };
}

function resultsOf({ tests }: ScoreEvidence): { factor: number; words: string } {
  if (tests === null || tests.passed + tests.failed === 0) return { factor: 1, words: '' };
  const { passed, failed } = tests;
  if (failed === 0) return { factor: 1, words: `, ${counted(passed, 'test')} passed` };
  return { factor: along(PASSED_ANCHORS, passed / (passed + failed)), words: `, ${grouped(failed)} of ${counted(passed + failed, 'test')} failed` };
}

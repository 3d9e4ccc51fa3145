/** The criterion for tests: covered lines, failed tests, and findings about the tests. */
import { density } from './density.ts';
import { COVERAGE_ANCHORS, FEW_TESTS_ANCHORS, PASSED_ANCHORS, UNTESTED_ANCHORS, along, type CriterionFormula } from './formula.ts';
import type { ScoreEvidence, ScoreInput, ScoreTotals } from './input.ts';
import { unmeasured, type Cause, type Measured } from './losses.ts';
import { counted, grouped, percent } from '../text/wording.ts';

/** What the tests say before findings about them are subtracted. */
interface Tested {
  marks: number;
  reason: string;
  lacking: Omit<Cause, 'marks'>;
}

/** @returns the marks for tests; unmeasured without a coverage report, unless there are hardly any tests */
export function coverage(formula: CriterionFormula, input: ScoreInput): Measured {
  const tested = testedBy(input);
  if (typeof tested === 'string') return unmeasured(tested);
  const found = density(formula, input);
  const results = resultsOf(input.evidence);
  const left = tested.marks * results.factor;
  return {
    kind: 'measured', marks: left * found.marks, reason: () => `${tested.reason}${results.words}${found.found ? `; ${found.words()}` : ''}${found.told()}`,
    causes: [
      { ...tested.lacking, marks: 1 - tested.marks },
      ...(left < tested.marks ? [{ cause: 'failed-tests', count: results.failed, marks: tested.marks - left }] : []),
      ...found.causes.map((one) => ({ ...one, marks: one.marks * left })),
    ],
  };
}

/** @returns what is missing, where nothing was measured */
function testedBy({ totals, evidence }: ScoreInput): Tested | string {
  if (evidence.coverage === null || evidence.coverage.totalLines === 0) {
    const failed = evidence.tests?.failed ?? 0;
    // Failing tests are proof enough; what passes is not, as nobody knows what it covers.
    return failed > 0 ? { marks: 0, reason: 'no coverage report', lacking: { cause: 'failed-tests', count: failed } } : withoutReport(totals);
  }
  const { coveredLines, totalLines, filesLeftOut, source } = evidence.coverage;
  const leftOut = filesLeftOut > 0 ? `, ${counted(filesLeftOut, 'source file')} missing from it counted as uncovered` : '';
  return {
    marks: along(COVERAGE_ANCHORS, coveredLines / totalLines),
    reason: `${percent(coveredLines, totalLines)} of ${counted(totalLines, 'line')} covered (${source}${leftOut})`,
    lacking: { cause: 'testing/low-coverage', count: totalLines - coveredLines },
  };
}

/** @returns the share of its marks that a criterion other than that for tests keeps; less than 1 without tests, or with hardly any */
export function provenBy({ totals: { tests, codeLines }, evidence }: ScoreInput): number {
  if (tests === null || (evidence.coverage?.totalLines ?? 0) > 0 || evidence.tests !== null) return 1;
  return along(UNTESTED_ANCHORS, (1000 * tests) / codeLines);
}

function withoutReport({ tests, codeLines, functions }: ScoreTotals): Tested | string {
  const add = 'add one as lcov, Cobertura or Istanbul JSON, such as coverage/lcov.info';
  if (tests === null) return `no coverage report; ${add}`;
  const [few] = FEW_TESTS_ANCHORS[FEW_TESTS_ANCHORS.length - 1]!;
  const density = (1000 * tests) / codeLines;
  const number = `${counted(tests, 'test')} for ${counted(codeLines, 'line')} of code`;
  if (density >= few) return `${number}, but no coverage report; ${add}`;
  return {
    marks: along(FEW_TESTS_ANCHORS, density),
    reason: tests === 0 ? 'no tests' : `no coverage report, and only ${number}`,
    lacking: { cause: 'no-tests', count: functions },
  };
}

function resultsOf({ tests }: ScoreEvidence): { factor: number; failed: number; words: string } {
  if (tests === null || tests.passed + tests.failed === 0) return { factor: 1, failed: 0, words: '' };
  const { passed, failed } = tests;
  if (failed === 0) return { factor: 1, failed, words: `, ${counted(passed, 'test')} passed` };
  return { factor: along(PASSED_ANCHORS, passed / (passed + failed)), failed, words: `, ${grouped(failed)} of ${counted(passed + failed, 'test')} failed` };
}

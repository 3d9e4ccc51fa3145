/** Metrics of a review and of the reports beside the code, by name. */
import type { Evidence } from '../findings/evidence.ts';
import type { JsonReport, ReportedSeverity, ReportFinding, ReportTool } from '../protocol/report.ts';
import { DIMENSIONS } from '../score/formula.ts';
import { groupedBy } from '../text/order.ts';
import { toTenth } from '../text/wording.ts';
import type { Measured } from './evaluate.ts';

export interface MeasuredReview {
  /** Of the whole folder, with all findings. */
  report: JsonReport;
  /** Findings outside the baseline; where a change is looked at, those of its lines only. */
  fresh: readonly ReportFinding[];
  /** Whether a change is looked at. */
  ofChange: boolean;
  evidence: Pick<Evidence, 'coverage' | 'tests'>;
  /** Ids of all rules. */
  rules: readonly string[];
}

/** Names of a kind, with what they say: for the documentation. */
export interface MetricKind {
  names: string;
  what: string;
}

const COUNTS: readonly { name: string; what: string; counts(finding: ReportFinding): boolean }[] = [
  { name: 'total', what: 'of every kind', counts: () => true },
  ...(['error', 'warning', 'info'] as const).map((severity: ReportedSeverity) => ({
    name: `${severity}s`, what: `of severity ${severity}`, counts: (finding: ReportFinding) => finding.severity === severity,
  })),
  { name: 'blockers', what: 'that stand in the way of approval', counts: ({ blocker }) => blocker },
];

/** @returns every metric of the review by name */
export function reviewMetrics(measured: MeasuredReview): Map<string, Measured> {
  const { report, fresh, ofChange, rules } = measured;
  return new Map([
    ...scoreMetrics(report),
    ...findingMetrics('findings', report.findings, rules, 'review'),
    ...findingMetrics('new', fresh, rules, ofChange ? 'changed lines' : 'review'),
    ...coverageMetrics(measured),
    ...testMetrics(measured),
    ...toolMetrics(report),
  ]);
}

/** What the metrics say, in the order in which they are documented. */
export const METRIC_KINDS: readonly MetricKind[] = [
  { names: 'score.total', what: 'the score out of 100' },
  ...DIMENSIONS.map(({ id, title, criteria }) => ({
    names: [id, ...criteria.map((criterion) => `${id}.${criterion.id}`)].map((name) => `score.${name}`).join(', '),
    what: `${title} out of 100, as far as it could be measured${criteria.length > 1 ? ', and its criteria' : ', and its criterion'}`,
  })),
  ...COUNTS.map(({ name, what }) => ({ names: `findings.${name}, new.${name}`, what: `findings ${what}` })),
  { names: 'findings.RULE, new.RULE', what: 'findings of a rule, such as `new.security/sql-injection`' },
  { names: 'findings.CATEGORY/*, new.CATEGORY/*', what: 'findings of all rules of a category, such as `new.security/*`' },
  { names: 'coverage.lines, coverage.lowest', what: 'covered lines of all files together, and of the file with the fewest, in percent' },
  { names: 'coverage.changed', what: 'covered lines among those that changed, in percent; with `--base`' },
  { names: 'tests.total, tests.passed, tests.failed, tests.skipped', what: 'tests in the JUnit reports' },
  { names: 'tests.rate', what: 'passed tests among those that ran, in percent' },
  { names: 'tools.messages, tools.counted', what: 'messages of other tools about reviewed files, and those that count in the score' },
  { names: 'tools.TOOL.messages, tools.TOOL.counted', what: 'the same of one tool, such as `tools.mypy.messages`' },
];

function* scoreMetrics({ score }: JsonReport): Generator<[string, Measured]> {
  const source = 'review';
  yield ['score.total', score.total === null ? { missing: 'there is no score, because nothing could be measured', source } : { value: score.total, source }];
  for (const { id, criteria } of DIMENSIONS) {
    const dimension = score.dimensions.find((each) => each.id === id);
    const shares = criteria.map((criterion) => {
      const found = dimension?.criteria.find((each) => each.id === criterion.id);
      const max = found?.measured === true ? found.max : 0;
      return { id: criterion.id, points: found?.points ?? 0, max, reason: found?.reason ?? 'it does not apply here' };
    });
    const [points, max] = [sum(shares.map((each) => each.points)), sum(shares.map((each) => each.max))];
    yield [`score.${id}`, shareOf(points, max, `none of it could be measured: ${shares[0]?.reason ?? ''}`, source)];
    for (const share of shares) yield [`score.${id}.${share.id}`, shareOf(share.points, share.max, `it could not be measured: ${share.reason}`, source)];
  }
}

function* findingMetrics(prefix: string, findings: readonly ReportFinding[], rules: readonly string[], source: string): Generator<[string, Measured]> {
  for (const { name, counts } of COUNTS) yield [`${prefix}.${name}`, { value: findings.filter(counts).length, source }];
  // Once for all rules: there are hundreds of them, and thousands of findings.
  const byRule = groupedBy(findings, ({ ruleId }) => ruleId);
  const byCategory = groupedBy(findings, ({ ruleId }) => categoryOf(ruleId));
  for (const rule of rules) yield [`${prefix}.${rule}`, { value: byRule.get(rule)?.length ?? 0, source }];
  for (const category of new Set(rules.map(categoryOf))) yield [`${prefix}.${category}/*`, { value: byCategory.get(category)?.length ?? 0, source }];
}

function categoryOf(rule: string): string {
  return rule.split('/')[0]!;
}

function* coverageMetrics({ evidence: { coverage }, ofChange, report }: MeasuredReview): Generator<[string, Measured]> {
  const source = coverage?.source ?? 'coverage';
  const missing = noReport(report, 'coverage report', 'review.coverage');
  const files = [...coverage?.files.values() ?? []].filter(({ total }) => total > 0);
  const lines = shareOf(sum(files.map(({ covered }) => covered)), sum(files.map(({ total }) => total)), missing, source);
  yield ['coverage.lines', lines];
  const lowest = files.reduce((least, { covered, total }) => Math.min(least, covered / total), 1);
  yield ['coverage.lowest', files.length === 0 ? lines : shareOf(lowest, 1, missing, source)];
  const changed = [...coverage?.changed?.values() ?? []];
  const why = !ofChange ? 'it needs --base' : coverage === null ? missing : 'no changed line is in the coverage report';
  yield ['coverage.changed', shareOf(sum(changed.map(({ covered }) => covered)), sum(changed.map(({ total }) => total)), why, source)];
}

function* testMetrics({ evidence: { tests }, report }: MeasuredReview): Generator<[string, Measured]> {
  const missing = noReport(report, 'test report', 'review.junit');
  const source = tests?.source ?? 'tests';
  const of = (value: number | undefined): Measured => (value === undefined ? { missing, source } : { value, source });
  yield ['tests.total', of(tests === null ? undefined : tests.passed + tests.failed + tests.skipped)];
  yield ['tests.passed', of(tests?.passed)];
  yield ['tests.failed', of(tests?.failed)];
  yield ['tests.skipped', of(tests?.skipped)];
  yield ['tests.rate', tests === null ? of(undefined) : shareOf(tests.passed, tests.passed + tests.failed, 'no test ran', source)];
}

function* toolMetrics(report: JsonReport): Generator<[string, Measured]> {
  const tools = report.evidence?.tools ?? [];
  yield* metricsOfTools('tools', tools, noReport(report, 'report of another tool', 'review.reports'));
  for (const name of new Set(tools.map(({ tool }) => tool))) yield* metricsOfTools(`tools.${name}`, tools.filter(({ tool }) => tool === name), '');
}

function* metricsOfTools(prefix: string, tools: readonly ReportTool[], none: string): Generator<[string, Measured]> {
  const source = tools.length === 0 ? 'tools' : [...new Set(tools.map(({ path }) => path))].join(', ');
  const unfinished = tools.find(({ complete }) => !complete);
  const of = (counts: (tool: ReportTool) => number): Measured => {
    if (tools.length === 0) return { missing: none, source };
    return unfinished === undefined ? { value: sum(tools.map(counts)), source } : { missing: `${unfinished.tool} did not finish its work`, source };
  };
  yield [`${prefix}.messages`, of(({ read }) => read)];
  yield [`${prefix}.counted`, of(({ counted }) => counted)];
}

/** Why there is no report of a kind: one may be there that cannot be used. */
function noReport({ evidence }: JsonReport, what: string, setting: string): string {
  const [problem] = evidence?.problems ?? [];
  return `no ${what} was found; "${setting}" names one${problem === undefined ? '' : ` (${problem.path} ${problem.reason})`}`;
}

function shareOf(part: number, whole: number, missing: string, source: string): Measured {
  return whole > 0 ? { value: toTenth((100 * part) / whole), source } : { missing, source };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * JUnit XML, for build servers that show test results: each file is a suite, each rule with
 * findings in it a test case. New errors and blockers fail; the rest goes to the output.
 */
import Builder from 'fast-xml-builder';
import { failsGate } from '../../gates/verdict.ts';
import type { GateResult } from '../../protocol/gates.ts';
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { filesRead, inOrder } from '../../digest/findings.ts';
import { groupedBy } from '../../text/order.ts';
import { eachText, wellFormed } from '../../text/plain-text.ts';
import { wordsById, type RuleWords } from './rule-words.ts';

/** Attributes start with `@`, the text of an element is `#text`, and a list is a sequence of elements. */
interface TestCase {
  '@name': string;
  '@classname': string;
  '@file'?: string;
  '@line'?: number;
  '@time': '0';
  failure?: { '@message': string; '@type': 'blocker' | 'error' | 'gate'; '#text': string };
  'system-out'?: string;
  skipped?: { '@message': string };
}

interface Suite {
  '@name': string;
  '@tests': number;
  '@failures': number;
  '@errors': 0;
  '@skipped': number;
  '@timestamp'?: string;
  properties?: { property: { '@name': string; '@value': string }[] };
  testcase: TestCase[];
}

/** Characters not allowed in XML 1.0, not even as references, and those with which a name could reverse or overwrite what is shown of it. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Line breaks and tabs as references, because parsers turn them into spaces in attributes. */
const WHITE_SPACE = ['\t', '\n', '\r', '\u0085', '\u2028'].map((mark) => ({ regex: new RegExp(mark, 'g'), val: `&#${mark.charCodeAt(0)};` }));
const MARKUP = Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }).map(([mark, val]) => ({
  regex: new RegExp(mark, 'g'),
  val,
}));

const FORM = {
  format: true, ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true,
  // A file may be named "true".
  suppressBooleanAttributes: false,
  // The builder reads it although its types omit it; tests check the result.
  entities: [...MARKUP, ...WHITE_SPACE],
};

/** @returns an XML document with a final line break */
export function toJunit(report: JsonReport, rules: readonly RuleWords[]): string {
  const titles = wordsById(rules);
  const suites = [...groupedBy(inOrder(report.findings), ({ path }) => path)].map(([path, group]) => suiteOf(path, group, titles));
  if (report.files.skipped.length > 0) suites.push(notReadSuite(report.files.skipped));
  if (suites.length === 0) suites.push(cleanSuite(filesRead(report) > 0));
  if (report.gate !== undefined) suites.push(gateSuite(report.gate));
  const sum = (key: '@tests' | '@failures' | '@skipped'): number => suites.reduce((all, suite) => all + suite[key], 0);
  const testsuites = {
    '@name': 'archwright',
    '@tests': sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': 0,
    '@skipped': sum('@skipped'),
    '@time': (report.durationMs / 1000).toFixed(3),
    'testsuite': withOrigin(suites, report),
  };
  const document = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, testsuites };
  return new Builder(FORM).build(eachText(document, (text) => wellFormed(text).replace(FORBIDDEN, '\ufffd')));
}

/** What was reviewed and when: only a suite has a place for that, so that the first one tells it. */
function withOrigin(suites: Suite[], { origin }: JsonReport): Suite[] {
  const [first, ...rest] = suites;
  if (first === undefined || origin === undefined) return suites;
  const { project, at, commit } = origin;
  const told = { project, ...(commit && { commit: commit.hash, branch: commit.branch ?? undefined, 'uncommitted-changes': String(commit.changed) }) };
  const property = Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [{ '@name': name, '@value': value }]));
  const { testcase, ...attributes } = first;
  return [{ ...attributes, '@timestamp': at, properties: { property }, testcase }, ...rest];
}

function suiteOf(path: string, findings: readonly ReportFinding[], titles: ReadonlyMap<string, RuleWords>): Suite {
  const cases = [...groupedBy(findings, ({ ruleId }) => ruleId)].map(([ruleId, group]) => caseOf(path, ruleId, group, titles.get(ruleId)?.title ?? ruleId));
  return {
    '@name': path,
    '@tests': cases.length,
    '@failures': cases.filter(({ failure }) => failure !== undefined).length,
    '@errors': 0,
    '@skipped': 0,
    'testcase': cases,
  };
}

function caseOf(path: string, ruleId: string, findings: readonly ReportFinding[], title: string): TestCase {
  const failing = findings.filter(failsGate);
  const rest = findings.filter((finding) => !failsGate(finding));
  return {
    '@name': ruleId,
    '@classname': path,
    '@file': path,
    '@line': findings[0]?.range.start.line ?? 1,
    '@time': '0',
    ...(failing.length > 0
      ? {
          failure: {
            '@message': `${title}: ${failing.length}`,
            '@type': failing.some(({ blocker }) => blocker) ? 'blocker' : 'error',
            '#text': failing.map(lineOf).join('\n'),
          },
        }
      : {}),
    ...(rest.length > 0 ? { 'system-out': rest.map(lineOf).join('\n') } : {}),
  };
}

function lineOf({ path, range, severity, message, baseline }: ReportFinding): string {
  return `${path}:${range.start.line}:${range.start.column} ${severity}${baseline ? ' (in the baseline)' : ''}: ${message}`;
}

/** Each condition of the gate is a test of its own, so that a missed bar fails here as well. */
function gateSuite({ name, conditions }: GateResult): Suite {
  return {
    '@name': `gate ${name}`, '@tests': conditions.length, '@failures': conditions.filter(({ passed }) => !passed).length, '@errors': 0, '@skipped': 0,
    testcase: conditions.map((condition) => ({
      '@name': `${condition.metric} ${condition.operator} ${String(condition.threshold)}`, '@classname': `gate ${name}`, '@time': '0',
      ...(condition.passed
        ? { 'system-out': condition.reason }
        : { failure: { '@message': condition.reason, '@type': 'gate', '#text': `${condition.source}: ${condition.reason}` } }),
    })),
  };
}

function notReadSuite(skipped: JsonReport['files']['skipped']): Suite {
  return {
    '@name': 'files not read', '@tests': skipped.length, '@failures': 0, '@errors': 0, '@skipped': skipped.length,
    testcase: skipped.map(({ path, reason }) => ({ '@name': path, '@classname': 'not read', '@time': '0', skipped: { '@message': reason } })),
  };
}

/** Build servers treat an empty report as a step that did not run. If nothing was read, the review counts as skipped. */
function cleanSuite(read: boolean): Suite {
  return {
    '@name': 'review', '@tests': 1, '@failures': 0, '@errors': 0, '@skipped': read ? 0 : 1,
    testcase: [read
      ? { '@name': 'no findings', '@classname': 'archwright', '@time': '0' }
      : { '@name': 'review', '@classname': 'archwright', '@time': '0', skipped: { '@message': 'no source files were read' } }],
  };
}

/**
 * JUnit XML, for build servers that show test results: each file is a suite, each rule that has
 * findings in it a test case. Errors outside of the baseline and blockers fail; the rest is told in the output.
 */
import { failsGate } from '../../gates/new-findings.ts';
import { groupedBy } from '../../text/grouped-by.ts';
import type { JsonReport, ReportFinding } from '../../protocol/report.ts';
import { filesRead, inOrder } from './digest.ts';
import { wordsById, type RuleWords } from './rule-words.ts';
import { xmlText } from '../../text/xml-text.ts';

interface Suite {
  failures: number;
  skipped: number;
  tests: number;
  lines: string[];
}

/** @returns an XML document with a final line break */
export function toJunit(report: JsonReport, rules: readonly RuleWords[]): string {
  const titles = wordsById(rules);
  const suites = [...groupedBy(inOrder(report.findings), ({ path }) => path)].map(([path, group]) => suiteOf(path, group, titles));
  if (report.files.skipped.length > 0) suites.push(notReadSuite(report.files.skipped));
  if (suites.length === 0) suites.push(cleanSuite(filesRead(report) > 0));
  const sum = (key: 'tests' | 'failures' | 'skipped'): number => suites.reduce((all, suite) => all + suite[key], 0);
  const seconds = (report.durationMs / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="archwright" tests="${sum('tests')}" failures="${sum('failures')}" errors="0" skipped="${sum('skipped')}" time="${seconds}">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(path: string, findings: readonly ReportFinding[], titles: ReadonlyMap<string, RuleWords>): Suite {
  const cases = [...groupedBy(findings, ({ ruleId }) => ruleId)];
  const failures = cases.filter(([, group]) => group.some(failsGate)).length;
  return {
    tests: cases.length, failures, skipped: 0,
    lines: [
      `  <testsuite name="${xmlText(path)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
      ...cases.flatMap(([ruleId, group]) => caseOf(path, ruleId, group, titles.get(ruleId)?.title ?? ruleId)),
      '  </testsuite>',
    ],
  };
}

function caseOf(path: string, ruleId: string, findings: readonly ReportFinding[], title: string): string[] {
  const failing = findings.filter(failsGate);
  const open = `    <testcase name="${xmlText(ruleId)}" classname="${xmlText(path)}" file="${xmlText(path)}" line="${findings[0]?.range.start.line ?? 1}" time="0"`;
  const lines: string[] = [];
  if (failing.length > 0) {
    lines.push(`      <failure message="${xmlText(`${title}: ${failing.length}`)}" type="${failing.some(({ blocker }) => blocker) ? 'blocker' : 'error'}">${failing.map(lineOf).join('&#10;')}</failure>`);
  }
  const rest = findings.filter((finding) => !failsGate(finding));
  if (rest.length > 0) lines.push(`      <system-out>${rest.map(lineOf).join('&#10;')}</system-out>`);
  return [`${open}>`, ...lines, '    </testcase>'];
}

function lineOf({ path, range, severity, message, baseline }: ReportFinding): string {
  return xmlText(`${path}:${range.start.line}:${range.start.column} ${severity}${baseline ? ' (in the baseline)' : ''}: ${message}`);
}

function notReadSuite(skipped: JsonReport['files']['skipped']): Suite {
  return {
    tests: skipped.length, failures: 0, skipped: skipped.length,
    lines: [
      `  <testsuite name="files not read" tests="${skipped.length}" failures="0" errors="0" skipped="${skipped.length}">`,
      ...skipped.map(({ path, reason }) => `    <testcase name="${xmlText(path)}" classname="not read" time="0"><skipped message="${xmlText(reason)}"/></testcase>`),
      '  </testsuite>',
    ],
  };
}

/** Build servers take an empty report for a step that did not run. Where nothing was read, the review counts as skipped. */
function cleanSuite(read: boolean): Suite {
  const skipped = read ? 0 : 1;
  return {
    tests: 1, failures: 0, skipped,
    lines: [
      `  <testsuite name="review" tests="1" failures="0" errors="0" skipped="${skipped}">`,
      read ? '    <testcase name="no findings" classname="archwright" time="0"/>' : '    <testcase name="review" classname="archwright" time="0"><skipped message="no source files were read"/></testcase>',
      '  </testsuite>',
    ],
  };
}

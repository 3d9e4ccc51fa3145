/** Reads JUnit XML, which pytest, vitest, jest-junit, mocha-junit-reporter and many others write. */
import { UnusableReport, type TestCounts } from './report-files.ts';
import { childrenOf, readXml, type Element } from './xml.ts';

const LISTS = new Set(['testsuite', 'testcase', 'failure', 'error', 'skipped']);

/**
 * Counts test cases themselves: the totals of suites are missing in some tools and wrong in others.
 * @throws UnusableReport when the text is not a JUnit report
 */
export function readJunit(text: string): TestCounts {
  const root = readXml(text, LISTS);
  const suites = [...childrenOf(root, 'testsuites'), ...childrenOf(root, 'testsuite')];
  if (!('testsuites' in root) && suites.length === 0) throw new UnusableReport('is not a JUnit report: it has no test suites');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of suites) countCases(suite, counts);
  return counts;
}

function countCases(suite: Element, counts: TestCounts): void {
  // mypy writes its messages as a failed test; they are read as tool messages instead.
  if (suite['@name'] === 'mypy') return;
  for (const test of childrenOf(suite, 'testcase')) {
    if ('failure' in test || 'error' in test) counts.failed += 1;
    else if ('skipped' in test) counts.skipped += 1;
    else counts.passed += 1;
  }
  for (const inner of childrenOf(suite, 'testsuite')) countCases(inner, counts);
}

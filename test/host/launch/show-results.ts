/** Shows what a suite inside VS Code found as tests of the mocha outside, so that counts add up. */
import mochaModule, { type Suite } from 'mocha';
import type { TestResult } from './results.ts';

/** Adds suites and tests with these results below `parent`, which is still running its `before`. */
export function showResults(parent: Suite, results: readonly TestResult[]): void {
  for (const result of results) {
    const titles = result.path.slice(0, -1);
    const suite = titles.reduce((outer, title) => outer.suites.find((inner) => inner.title === title) ?? mochaModule.Suite.create(outer, title), parent);
    const title = result.path.at(-1) ?? '';
    suite.addTest(result.state === 'pending' ? new mochaModule.Test(title) : new mochaModule.Test(title, () => repeat(result)));
  }
}

function repeat({ state, error }: TestResult): void {
  if (state === 'passed') return;
  const failure = new Error(error?.split('\n')[0] ?? 'failed inside VS Code');
  if (error !== undefined) failure.stack = error;
  throw failure;
}

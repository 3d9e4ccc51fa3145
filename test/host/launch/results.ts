/** What a suite inside VS Code hands out: one entry a test. */
import { existsSync, readFileSync } from 'node:fs';

export interface TestResult {
  /** Titles from the outermost suite to the test. */
  path: string[];
  state: 'passed' | 'failed' | 'pending';
  durationMs: number;
  /** Message and stack of a failure. */
  error?: string;
}

/**
 * Reads the results of a suite that has ended.
 *
 * @throws when there are none: an extension host that was killed ends without an error, and a
 * suite that ran nothing proves nothing.
 */
export function readResults(file: string): TestResult[] {
  if (!existsSync(file)) throw new Error('the suite ended without writing its results; the extension host was killed or the suite could not be loaded');
  const results = JSON.parse(readFileSync(file, 'utf8')) as TestResult[];
  if (!results.some(({ state }) => state === 'passed')) {
    const failures = results.filter(({ state }) => state === 'failed').map(({ path, error }) => `${path.join(' > ')}\n${error ?? ''}`);
    throw new Error(`not one test of the suite passed${failures.length > 0 ? `:\n${failures.join('\n')}` : ''}`);
  }
  return results;
}

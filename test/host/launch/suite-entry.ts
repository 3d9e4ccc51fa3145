/** Runs inside the extension host: all test files beside it, results as JSON. */
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takeCoverage } from 'node:v8';
import * as mochaModule from 'mocha';
import type { TestResult } from './results.ts';

// A CommonJS `require` of mocha gives the class itself or a namespace, by the version of Node.
const Mocha = (mochaModule as unknown as { default?: typeof mochaModule.default }).default ?? (mochaModule as unknown as typeof mochaModule.default);

/** Called by VS Code. @throws when a test fails. */
export async function run(): Promise<void> {
  const output = process.env.ARCHWRIGHT_TEST_RESULTS;
  if (!output) throw new Error('ARCHWRIGHT_TEST_RESULTS does not name a file for the results');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'dot' });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  const results: TestResult[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const add = (test: Mocha.Runnable, state: TestResult['state'], error?: Error): void => {
      results.push({ path: test.titlePath(), state, durationMs: test.duration ?? 0, ...(error && { error: error.stack ?? error.message }) });
    };
    runner.on('pass', (test) => add(test, 'passed'));
    runner.on('pending', (test) => add(test, 'pending'));
    runner.on('fail', (test, error: Error) => add(test, 'failed', error));
  });
  // Renamed when whole, so that nobody reads half a file.
  writeFileSync(`${output}.part`, JSON.stringify(results, null, 2));
  renameSync(`${output}.part`, output);
  // The extension host is ended rather than left, and would take what it measured with it.
  if (process.env.NODE_V8_COVERAGE) takeCoverage();
  if (failures > 0) throw new Error(`${failures} failed`);
}

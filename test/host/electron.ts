/**
 * The same suite in a desktop VS Code, where `@vscode/test-electron` can download one. Chosen by
 * `ARCHWRIGHT_TEST_ELECTRON=1`, and where the server of the host tests does not run.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { readResults, type TestResult } from './launch/results.ts';

/** Whether the desktop VS Code is to be used. */
export function usesElectron(): boolean {
  return process.env.ARCHWRIGHT_TEST_ELECTRON === '1' || (process.platform !== 'linux' && process.env.ARCHWRIGHT_TEST_ELECTRON !== '0');
}

/**
 * @param extension folder of the extension under test.
 * @param workspace folder to open.
 * @param suite entry of the bundled suite.
 * @throws when VS Code cannot be downloaded or started, or nothing passed.
 */
export async function runInElectron(extension: string, workspace: string, suite: string): Promise<TestResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aw-'));
  const results = path.join(folder, 'results.json');
  const failure = await runTests({
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: { ARCHWRIGHT_TEST_RESULTS: results },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${path.join(folder, 'data')}`],
  }).then(() => undefined, (error: unknown) => error);
  try {
    return readResults(results);
  } catch (error) {
    throw failure instanceof Error ? failure : error;
  }
}

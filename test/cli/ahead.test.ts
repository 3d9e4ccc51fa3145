/** A first review of many files, whose threads start before the program is loaded. */
import assert from 'node:assert/strict';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';
import { runCli, type CliResult } from '../kit/run-cli.ts';

const FILES = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [
  `src/part${at % 9}/file${at}.ts`, `export function run${at}(text: string): unknown {\n  return ${at % 50 === 0 ? 'eval' : 'String'}(text);\n}\n`,
]));

describe('a first review of many files', () => {
  const root = temporaryFolder(FILES);
  const cache = { ARCHWRIGHT_CACHE: temporaryFolder({}) };
  const findings = ({ stdout }: CliResult): unknown => (JSON.parse(stdout) as { findings: unknown }).findings;

  after(removeTemporaryFolders);

  it('finds what a later one finds, and one without a cache', () => {
    const review = (...args: string[]): CliResult => runCli(['review', '--format', 'json', ...args], { cwd: root, env: cache });
    const first = findings(review());
    assert.ok((first as { ruleId: string }[]).some(({ ruleId }) => ruleId === 'security/code-injection'));
    assert.deepEqual(findings(review()), first);
    assert.deepEqual(findings(review('--no-cache')), first);
  });

  it('ends when it cannot begin', () => {
    const broken = temporaryFolder({ ...FILES, 'archwright.jsonc': '{ "preset": 1 }' });
    assert.equal(runCli(['review', broken], { env: cache }).status, 2);
    assert.equal(runCli(['review', broken, '--unknown'], { env: cache }).status, 2);
    assert.equal(runCli(['review', broken, 'superfluous'], { env: cache }).status, 2);
  });
});

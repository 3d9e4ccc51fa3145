/** No file, export or package that nothing reaches from an entry point: what knip says by the settings in knip.jsonc. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './sources.ts';

const KNIP = path.join(ROOT, 'node_modules/knip/bin/knip.js');
/** Without the tests as entries, so that code which only they use is reported. */
const CODE = ['--production', '--include', 'files,exports,types,duplicates'];
/** With them, because a package may serve the tests alone. */
const PACKAGES = ['--include', 'dependencies,unlisted,unresolved,binaries,files'];

/** What knip reports below a folder, one issue a line; a setting that is no longer needed is one as well. */
function issuesIn(folder: string, options: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [KNIP, '--directory', folder, '--no-progress', '--reporter', 'compact', '--treat-config-hints-as-errors', ...options],
    { encoding: 'utf8' },
  );
  const lines = `${stdout}${stderr}`.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^Unused |^Unlisted /.test(line));
  return status === 0 ? lines : [...lines, `ended with ${status}`];
}

describe('reachability', function () {
  this.timeout(120_000);

  it('finds no file and no export that only tests use', () => assert.deepEqual(issuesIn(ROOT, CODE), []));

  it('finds no unused or unlisted package, and no unused test file', () => assert.deepEqual(issuesIn(ROOT, PACKAGES), []));

  it('finds each of them in a sample', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'archwright-reach-'));
    const files: Record<string, string> = {
      'package.json': '{ "name": "reach", "type": "module", "devDependencies": { "never-imported": "1.0.0" } }\n',
      'server/cli/main.ts': "import { used } from '../graph/a.ts';\nimport 'not-listed';\nused();\n",
      'server/graph/a.ts': 'export const used = () => within();\nexport const within = () => 1;\nexport const tested = () => 2;\n',
      'server/graph/dead.ts': 'export const dead = () => 3;\n',
      'test/graph/a.test.ts': "import { tested } from '../../server/graph/a.ts';\nimport { dead } from '../../server/graph/dead.ts';\ntested();\ndead();\n",
    };
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      cpSync(path.join(ROOT, 'knip.jsonc'), path.join(folder, 'knip.jsonc'));
      const said = [...issuesIn(folder, CODE), ...issuesIn(folder, PACKAGES)].join('\n');
      for (const expected of [/^server\/graph\/dead\.ts:/m, /^server\/graph\/a\.ts: tested$/m, /never-imported/, /not-listed/]) assert.match(said, expected);
      assert.doesNotMatch(said, /a\.ts: .*(used|within)/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** `archwright impact` of the built program. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ImpactReport } from '../../server/protocol/impact.ts';
import { commitAll } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const shop = (): string => temporaryFolder({
  'package.json': '{ "name": "shop", "scripts": { "test": "vitest run" } }\n',
  'src/presentation/page.ts': "import { order } from '../business/order';\n/** Page. */\nexport const page = (): string => order();\n",
  'src/business/order.ts': "import { rows } from '../data/rows';\n/** Order. */\nexport const order = (): string => rows();\n",
  'src/data/rows.ts': "/** Rows. */\nexport function rows(): string {\n  return 'r';\n}\n/** More. */\nexport function more(): string {\n  return 'm';\n}\n",
  'test/page.test.ts': "import { it, expect } from 'vitest';\nimport { page } from '../src/presentation/page';\nit('works', () => expect(page()).toBe('r'));\n",
  "test/it's.test.ts": "import { it, expect } from 'vitest';\nimport { more } from '../src/data/rows';\nit('works', () => expect(more()).toBe('m'));\n",
});

const report = (folder: string, ...args: string[]): ImpactReport => {
  const { status, stdout, stderr } = runCli(['impact', folder, '--format', 'json', ...args]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as ImpactReport;
};

describe('archwright impact', () => {
  after(removeTemporaryFolders);

  it('tells dependants by depth with the way to them, and the command that runs the tests', () => {
    const folder = shop();
    const found = report(folder, '--changed-file', 'src/data/rows.ts');
    assert.deepEqual(found.changed, { files: ['src/data/rows.ts'], blocks: ['data'] });
    assert.deepEqual(found.affected.map(({ block, depth, kind, path, risk }) => ({ block, depth, kind, path, risk })), [
      { block: 'business', depth: 1, kind: 'value', path: ['src/data/rows.ts', 'src/business/order.ts'], risk: 'high' },
      { block: 'presentation', depth: 2, kind: 'value', path: ['src/data/rows.ts', 'src/business/order.ts', 'src/presentation/page.ts'], risk: 'medium' },
    ]);
    assert.deepEqual(found.tests.run, ["test/it's.test.ts", 'test/page.test.ts']);
    assert.deepEqual(found.tests.commands, [{ runner: 'vitest', command: String.raw`npx vitest run 'test/it'\''s.test.ts' test/page.test.ts` }]);
    assert.deepEqual(report(folder, '--changed-block', 'data', '--depth', '1').affected.map(({ block }) => block), ['business']);
  });

  it('compares with a revision function by function, untracked files included', () => {
    const folder = shop();
    commitAll(folder, 'first');
    assert.deepEqual(report(folder).changed.files, []);
    writeIn(folder, 'src/data/rows.ts', "/** Rows. */\nexport function rows(): string {\n  return 'r';\n}\n"
      + "/** More. */\nexport function more(): string {\n  return 'n';\n}\n");
    const found = report(folder, '--base', 'HEAD');
    assert.deepEqual(found.tests.run, ["test/it's.test.ts"]);
    assert.deepEqual(found.affected, []);
    writeIn(folder, 'test/new.test.ts', "import { it } from 'vitest';\nit('is new', () => undefined);\n");
    assert.deepEqual(report(folder, '--base', 'HEAD').tests.run, ["test/it's.test.ts", 'test/new.test.ts']);
  });

  it('says in a terminal and in a pull request what breaks and what to run', () => {
    const folder = shop();
    const pretty = runCli(['impact', folder, '--changed-file', 'src/data/rows.ts']).stdout;
    assert.match(pretty, /^A change of 1 file reaches 2 blocks\.\n/);
    assert.match(pretty, /Run 2 of 2 test files/);
    const markdown = runCli(['impact', folder, '--changed-file', 'src/data/rows.ts', '--format', 'markdown']).stdout;
    assert.match(markdown, /^\| high \| `business` \|/m);
  });

  it('refuses what is not there with one sentence', () => {
    const folder = shop();
    const outside = join(temporaryFolder({ 'a.ts': '' }), 'a.ts');
    for (const [args, said] of [
      [['--changed-block', 'busines'], /There is no block "busines"\. Did you mean "business"\?/],
      [['--changed-file', 'src/none.ts'], /No such file: "src\/none\.ts"/],
      [['--changed-file', outside], /lies outside of the folder/],
      [['--base', 'HEAD'], /not a git repository/],
      [['--depth', '0', '--changed-block', 'data'], /--depth <number>' argument '0' is invalid\. It must be a whole number from 1/],
    ] as const) {
      const { status, stdout, stderr } = runCli(['impact', folder, ...args]);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, said);
    }
    commitAll(folder, 'first');
    const unknown = runCli(['impact', folder, '--base', 'nowhere']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /git does not know the revision "nowhere"/);
  });
});

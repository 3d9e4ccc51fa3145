/** Patterns built to be slow, wherever a workspace can write one: the review ends, and what cannot be used is told with its place. */
import assert from 'node:assert/strict';
import { reviewJson, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const STARS = '*a*a*a*a*a*a*a*a*a*a*a*a*b.ts';
const FOLDERS = `${'**/a/'.repeat(25)}b.ts`;
/** What the patterns are matched with: much of what they ask for, never all of it. */
const LONG = `${'a/'.repeat(40)}${'a'.repeat(60)}`;
const SOURCES = { [`src/${'a'.repeat(120)}.ts`]: 'export const a = 1;\n', [`${LONG}.ts`]: 'export const a = 1;\n' };

describe('patterns built to be slow', () => {
  after(removeTemporaryFolders);

  it('do not stop a review, in any place of the configuration', () => {
    const globs = [`src/${STARS}`, FOLDERS, `{${'a,'.repeat(20)}b}`.repeat(9)];
    const folder = temporaryFolder({
      ...SOURCES,
      [`reports/${'a'.repeat(120)}.ts`]: '',
      'archwright.jsonc': JSON.stringify({
        include: ['**', ...globs],
        exclude: globs,
        layers: [{ id: 'top', paths: globs }, { id: 'low', paths: ['src/**'] }],
        blocks: [{ id: 'one', paths: globs, face: globs }],
        rules: { 'quality/*': { allow: [...globs, `${globs[0]} -> ${globs[1]}`] } },
        overrides: [{ paths: globs, rules: { 'quality/naming': 'off' } }],
        review: { reports: [`reports/${STARS}`], coverage: [`reports/${STARS}`], junit: [`reports/${STARS}`] },
      }),
    });
    const { report, stderr } = reviewJson(folder);
    assert.equal(report.files.typescript, 3, stderr);
  });

  it('do not stop a review in the settings of ruff', () => {
    const patterns = [STARS, FOLDERS];
    const folder = temporaryFolder({
      [`src/${'a'.repeat(120)}.py`]: 'import os\n',
      [`${LONG}.py`]: 'import os\n',
      'ruff.toml': [
        `exclude = ${JSON.stringify(patterns)}`, '[lint.per-file-ignores]', ...patterns.map((one) => `${JSON.stringify(one)} = ["F401"]`), '',
      ].join('\n'),
    });
    assert.equal(reviewJson(folder).report.files.python, 2);
  });

  it('are not used in ignore files, which is told; all other lines are', () => {
    const lines = [STARS, '# comment', FOLDERS, 'left-out.ts', '!x/**/a/**/b'];
    const folder = temporaryFolder({ ...SOURCES, 'src/left-out.ts': '', '.gitignore': lines.join('\n') });
    const { report } = reviewJson(folder);
    assert.equal(report.files.typescript, 2);
    assert.deepEqual(report.files.skipped, [{ path: '.gitignore', reason: '1 pattern with more than two "**" would take too long (line 3)' }]);
  });

  it('are refused with their place where they cannot be matched in linear time', () => {
    const folder = temporaryFolder({ 'src/a.ts': '' });
    writeIn(folder, 'archwright.jsonc', `{\n  "exclude": ["(a|b)/\\\\1*", "src/**"],\n  "include": ["${'a/'.repeat(1500)}*"]\n}\n`);
    const { status, stderr } = runCli(['review', folder]);
    assert.equal(status, 2);
    assert.match(stderr, /archwright\.jsonc:3:15.*This glob cannot be used, because it is longer than 2000 characters\./);
  });
});

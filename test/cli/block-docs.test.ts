/** The interface documents of blocks, written by the built program. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const CONFIG = '{ "blocks": [{ "id": "Data", "paths": ["src/data/**"], "version": "2.1.0", "responsibility": "keeping <rows>" },'
  + ' { "id": "Users", "paths": ["src/users/**"] }] }\n';

function shop(): string {
  return temporaryFolder({
    'archwright.jsonc': CONFIG,
    'src/data/index.ts': 'export function find(id: string): number {\n  return id.length;\n}\n',
    'src/users/index.ts': "import { find } from '../data/index';\nexport const users = (): number => find('1');\n",
  });
}

const documentOf = (folder: string, name: string): string => readFileSync(join(folder, 'architecture/blocks', `${name}.md`), 'utf8');

describe('archwright blocks docs', () => {
  after(removeTemporaryFolders);

  it('writes what a block says of itself, its users and its interface, and leaves the text around it alone', () => {
    const folder = shop();
    const first = runCli(['blocks', 'docs', '--folder', folder]);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /Wrote 2 of 2 documents/);
    const text = documentOf(folder, 'Data');
    assert.match(text, /^# Data\n/);
    for (const line of ['- Responsible for: keeping &#60;rows&#62;', '- Version: 2.1.0', '- Depends on: nothing', '- Used by: Users'])
      assert.ok(text.includes(`\n${line}\n`), line);
    assert.match(text, /```ts\n[^`]*find\(id: string\): number/);
    assert.doesNotMatch(documentOf(folder, 'Users'), /- Version/);
    writeFileSync(join(folder, 'architecture/blocks/Data.md'), text.replace('# Data\n', '# The data\n\nBy hand.\n'));
    writeIn(folder, 'src/data/index.ts', 'export function search(id: string): number {\n  return id.length;\n}\n');
    runCli(['blocks', 'docs', '--folder', folder]);
    assert.match(documentOf(folder, 'Data'), /^# The data\n\nBy hand\.\n[^]*search\(id: string\): number/);
    assert.doesNotMatch(documentOf(folder, 'Data'), /find\(/);
  });

  it('fails a check of what is out of date, or describes no block, and writes nothing then', () => {
    const folder = shop();
    runCli(['blocks', 'docs', '--folder', folder]);
    assert.equal(runCli(['blocks', 'docs', '--check', '--folder', folder]).status, 0);
    const before = documentOf(folder, 'Data');
    writeIn(folder, 'src/data/index.ts', 'export const none = 1;\n');
    const changed = runCli(['blocks', 'docs', '--check', '--folder', folder]);
    assert.equal(changed.status, 1);
    assert.match(changed.stderr, /architecture\/blocks\/Data\.md is out of date/);
    assert.equal(documentOf(folder, 'Data'), before);
    runCli(['blocks', 'docs', '--folder', folder]);
    writeIn(folder, 'archwright.jsonc', CONFIG.replace('"Users"', '"People"'));
    const gone = runCli(['blocks', 'docs', '--check', '--folder', folder]);
    assert.equal(gone.status, 1);
    assert.match(gone.stderr, /architecture\/blocks\/Users\.md describes a block that is not there/);
  });

  it('refuses a document whose marks are damaged', () => {
    const folder = shop();
    writeIn(folder, 'architecture/blocks/Data.md', '<!-- archwright:interface -->\n');
    const { status, stderr } = runCli(['blocks', 'docs', '--folder', folder]);
    assert.equal(status, 2);
    assert.match(stderr, /architecture\/blocks\/Data\.md:1: The marks .* Nothing was written\./);
  });
});

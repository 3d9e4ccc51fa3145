/** Versions against what changed in interfaces, in reviews of the built program. */
import assert from 'node:assert/strict';
import type { ReportFinding } from '../../server/protocol/report.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { reviewJson, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const manifest = (version: string, more = ''): string => `{ "name": "shop", "version": "${version}", "main": "src/index.ts"${more} }\n`;
const BEFORE = '/** Places. */\nexport function place(id: string): string {\n  return id;\n}\n';
const AFTER = '/** Places. */\nexport function place(id: string, at: string): string {\n  return id + at;\n}\n';

function released(more = ''): string {
  const folder = temporaryFolder({ 'package.json': manifest('1.2.0', more), 'src/index.ts': BEFORE });
  gitIn(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'release');
  gitIn(folder, 'checkout', '--quiet', '-b', 'work');
  return folder;
}

const said = (folder: string, ...args: string[]): Pick<ReportFinding, 'severity' | 'message'>[] => reviewJson(folder, args).report.findings
  .filter(({ ruleId }) => ruleId === 'architecture/version').map(({ severity, message }) => ({ severity, message }));

describe('versions in a review', () => {
  after(removeTemporaryFolders);

  it('are compared with the branch point, and asked to be raised by as much as the interface changed', () => {
    const folder = released();
    assert.deepEqual(said(folder), []);
    writeIn(folder, 'src/index.ts', AFTER);
    const [kept, ...more] = said(folder);
    assert.deepEqual(more, []);
    assert.equal(kept?.severity, 'info');
    assert.match(kept.message, /since the branch point [\da-f]{7}, which asks for version 2\.0\.0, but it still has 1\.2\.0: /);
    writeIn(folder, 'package.json', manifest('1.2.1'));
    const [raised] = said(folder);
    assert.equal(raised?.severity, 'warning');
    assert.match(raised.message, /^The version of "\w+" was raised from 1\.2\.0 to 1\.2\.1, .* asks for 2\.0\.0: /);
    writeIn(folder, 'package.json', manifest('2.0.0'));
    assert.deepEqual(said(folder), []);
  });

  it('are compared with the last snapshot, which need not be in a repository', () => {
    const folder = temporaryFolder({ 'package.json': manifest('1.2.0'), 'src/index.ts': BEFORE });
    assert.equal(runCli(['snapshot', folder]).status, 0);
    writeIn(folder, 'src/index.ts', AFTER);
    assert.match(said(folder)[0]!.message, /since the snapshot .*\.json, which asks for version 2\.0\.0/);
  });

  it('are offered to be raised where they stand in a file that a fix can edit', () => {
    const fixable = (files: Readonly<Record<string, string>>, path: string, after: string): boolean[] => {
      const folder = temporaryFolder(files);
      gitIn(folder, 'init', '--quiet', '--initial-branch=main');
      commitAll(folder, 'release');
      gitIn(folder, 'checkout', '--quiet', '-b', 'work');
      writeIn(folder, path, after);
      return reviewJson(folder).report.findings.filter(({ ruleId }) => ruleId === 'architecture/version').map((finding) => finding.fixable);
    };
    const source = { 'src/index.ts': BEFORE, 'src/other/index.ts': 'export const other = 1;\n' };
    const blocks = [{ id: 'main', paths: ['src/*'], version: '1.2.0' }, { id: 'other', paths: ['src/other/**'] }];
    assert.deepEqual(fixable({ ...source, 'archwright.jsonc': JSON.stringify({ blocks }) }, 'src/index.ts', AFTER), [true]);
    assert.deepEqual(fixable({ 'package.json': manifest('1.2.0'), 'src/index.ts': BEFORE }, 'src/index.ts', AFTER), [true]);
    const before = 'def place(number: str) -> str:\n    """Places."""\n    return number\n';
    const after = 'def place() -> str:\n    """Places."""\n    return ""\n';
    const python = { 'shop/__init__.py': before, 'shop/orders.py': 'A = 1\n' };
    const written = '[project]\nname = "shop"\nversion = "1.2.0"\n';
    assert.deepEqual(fixable({ ...python, 'pyproject.toml': written }, 'shop/__init__.py', after), [true]);
    const inCode = { 'pyproject.toml': '[project]\nname = "shop"\ndynamic = ["version"]\n', 'shop/_version.py': '__version__ = "1.2.0"\n' };
    assert.deepEqual(fixable({ ...python, ...inCode }, 'shop/__init__.py', after), [false]);
  });

  it('are left alone where nobody raises them, and where the rule is off', () => {
    const folder = released(', "private": true');
    writeIn(folder, 'src/index.ts', AFTER);
    assert.deepEqual(said(folder), []);
    const off = released();
    writeIn(off, 'src/index.ts', AFTER);
    writeIn(off, 'archwright.jsonc', '{ "rules": { "architecture/version": "off" } }\n');
    assert.deepEqual(said(off), []);
  });

  it('are not compared with a snapshot that cannot be read, and the review says so and goes on', () => {
    const folder = temporaryFolder({ 'package.json': manifest('1.2.0'), 'src/index.ts': AFTER, 'architecture/snapshots/2026-01-01.json': 'broken\n' });
    const { stderr, report } = reviewJson(folder);
    assert.match(stderr, /2026-01-01\.json: versions were not compared: /);
    assert.equal(report.evidence?.problems.length, 1);
  });
});

/** `archwright track report` as it is built. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { progressSchema, REPORT_KINDS, type Progress } from '../../server/protocol/progress.ts';
import { gitIn } from '../kit/git-repository.ts';
import { History } from '../kit/history.ts';
import { runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const report = (folder: string, ...args: string[]): CliResult => runCli(['track', 'report', ...args], { cwd: folder });
const jsonOf = (folder: string, ...args: string[]): Progress => progressSchema.parse(JSON.parse(report(folder, '--format', 'json', ...args).stdout));
const PARTS: Readonly<Record<string, string>> = { 'cycle-time': 'cycleTime', 'ai-ml': 'aiMl' };

describe('archwright track report', () => {
  let folder: string;
  before(() => {
    const history = new History({ 'src/index.ts': 'export const one = 1;\n\nexport const two = 2;\n' });
    for (let at = 1; at <= 6; at++) {
      writeIn(history.folder, 'src/index.ts', `export const one = ${at};\n`);
      writeIn(history.folder, 'src/other.ts', `export const two = ${at};\n`);
      history.git('add', '-A');
      history.git('commit', '-q', '-m', `SHOP-${at} change both`);
    }
    history.git('tag', 'v1.0.0');
    folder = history.folder;
    runCli(['track', 'import'], { cwd: folder });
  });
  after(removeTemporaryFolders);

  it('holds every kind, or the one that is asked for, in the shape that is promised', () => {
    const all = jsonOf(folder);
    for (const kind of REPORT_KINDS) assert.notEqual(all[(PARTS[kind] ?? kind) as keyof Progress] ?? null, null, kind);
    assert.deepEqual([all.schemaVersion, all.log, all.velocity!.weeks.at(-1)!.week], [1, { issues: 7, assumedIssues: 7 }, '2025-W41']);
    const { coupling, ownership } = jsonOf(folder, '--kind', 'coupling');
    assert.deepEqual(coupling!.pairs, [{ first: 'src/index.ts', second: 'src/other.ts', degree: 92, shared: 6, averageRevs: 7 }]);
    assert.equal(ownership, undefined);
  });

  it('writes tables for people, spreadsheets and documents', () => {
    const { stdout } = report(folder, '--kind', 'ownership');
    assert.match(stdout, /^Ownership\n {2}One person, Ada, wrote half of all lines: the bus factor is 1\.\n/);
    assert.match(stdout, /\n {2}src\/index\.ts +Ada +100% +1 +1\n/);
    const csv = report(folder, '--kind', 'coupling', '--format', 'csv').stdout;
    assert.match(csv, /^Report,Item,Figure,Value\n/);
    assert.match(csv, /\ncoupling,src\/index\.ts \+ src\/other\.ts,pairs\.degree,92\n/);
    assert.match(report(folder, '--kind', 'velocity', '--format', 'markdown').stdout,
      /^# Report of \d{4}-\d\d-\d\d\n\n## Velocity\n[^]*\n\| 2025-W41 \| 2025-10-06 \| 7 \| 7 \|\n/);
    const file = join(temporaryFolder(), 'report.html');
    assert.equal(report(folder, '--format', 'html', '--output', file).status, 0);
    assert.match(readFileSync(file, 'utf8'), /^<!DOCTYPE html>\n<html lang="en">[^]*<svg [^]*<\/html>\n$/);
  });

  it('tells the week that is asked for, and refuses one that there is not', () => {
    assert.equal(jsonOf(folder, '--kind', 'weekly', '--week', '2025-W41').weekly!.workflowPerformance.finishedIssues, 7);
    for (const week of ['2025-W53', 'last']) {
      const { status, stderr } = report(folder, '--week', week);
      const said = stderr.trimEnd().split('\n').at(-1);
      assert.deepEqual([status, said], [2, `archwright: "${week}" is no week; write year and number, such as 2026-W05.`]);
    }
    assert.equal(report(folder, '--kind', 'weather').status, 2);
    assert.equal(report(folder, '--format', 'sarif').status, 2);
  });

  it('is honest where there is no log, no git, or a broken log', () => {
    const bare = temporaryFolder({ 'a.ts': 'export const a = 1;\n' });
    const { status, stdout } = report(bare);
    assert.equal(status, 0);
    assert.match(stdout, /The log has no issues yet\. [^]*Git tells nothing: there is no repository with a commit here\./);
    assert.deepEqual([jsonOf(bare).hotspots, jsonOf(bare).velocity], [null, null]);
    gitIn(bare, 'init', '-q');
    assert.equal(report(bare).status, 0);
    writeIn(bare, 'logs/project_tracking.csv', 'Name,Colour\na,b\n');
    assert.deepEqual([report(bare).status, /no column "Issue Key"/.test(report(bare).stderr)], [2, true]);
  });
});

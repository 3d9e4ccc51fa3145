/** `archwright track maturity` as it is built. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MaturityReport } from '../../server/protocol/maturity.ts';
import { runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILE = '.archwright/maturity.json';
const maturity = (folder: string, ...args: string[]): CliResult => runCli(['track', 'maturity', ...args], { cwd: folder });
const report = (folder: string): MaturityReport => JSON.parse(maturity(folder, '--format', 'json').stdout) as MaturityReport;

/** A log with six finished issues, of which four were approved. */
function log(): string {
  const today = new Date().toISOString().slice(0, 10);
  const rows = Array.from({ length: 6 }, (_, at) => `SHOP-${at + 1},Done,${today},${today},${at < 4 ? 'Approved' : ''}\n`);
  return temporaryFolder({ 'logs/project_tracking.csv': `Issue Key,Status,Updated Date,Resolved Date,Code Review Status\n${rows.join('')}` });
}

describe('archwright track maturity', () => {
  after(removeTemporaryFolders);

  it('tells the answers, their trend, and what is measured beside them', () => {
    const folder = log();
    const before = report(folder);
    assert.deepEqual([before.file, before.assessments, before.areas.length], [null, [], 8]);
    assert.equal(maturity(folder, '--template', '--output', FILE).status, 0);
    assert.deepEqual(report(folder).assessments.map(({ answered, average }) => [answered, average]), [[0, null]]);
    writeIn(folder, FILE, JSON.stringify({ schemaVersion: 1, assessments: [
      { date: '2026-01-31', by: 'Ada', answers: { collaboration: { level: 4 } } },
      { date: '2026-06-30', by: 'Bob', answers: { collaboration: { level: 5, why: 'two eyes on each change', target: 5 } } },
    ] }));
    const made = report(folder);
    const area = made.areas.find(({ id }) => id === 'collaboration')!;
    assert.deepEqual([made.file, area.level, area.before, area.trend, area.proposed], [FILE, 5, 4, [4, 5], 3]);
    assert.deepEqual(area.measured, [{ id: 'reviewed', title: 'done issues approved', part: 4, whole: 6, percent: 66.7 }]);
    assert.match(made.notes.join(), /Collaboration: the team says 5, what is measured 3\./);
    const { stdout } = maturity(folder);
    assert.match(stdout, /^Maturity on 2026-06-30, by Bob: 5 of 5 \(on 2026-01-31: 4\), 1 of 8 areas answered\n/);
    assert.match(stdout, /\nCollaboration +●●●●● 5 +4 5 +3 +done issues approved 66\.7% of 6\n +aims at 5: two eyes on each change\n/);
    const markdown = maturity(folder, '--format', 'markdown').stdout;
    assert.match(markdown, /\| Collaboration \| ●●●●● 5 \| 5 \| 4 5 \| 3 \| done issues approved 66\.7% of 6 \| two eyes/);
  });

  it('refuses what it cannot use, and replaces no answers', () => {
    const folder = log();
    const text = '{\n  "schemaVersion": 1,\n  "assessments": [{ "date": "2026-01-31", "by": "", "answers": { "data": { "level": 9 } } }]\n}\n';
    writeIn(folder, FILE, text);
    for (const [args, said] of [
      [[], `${FILE}:3:85 Must be at most 5. "archwright track maturity --template" writes a file that works.`],
      [['--template', '--output', FILE], 'is there already, and is not replaced.'],
      [['--format', 'html'], 'Unknown format "html"'], [['none'], 'No such folder'],
    ] as const) {
      const { status, stderr } = maturity(folder, ...args);
      assert.deepEqual([status, stderr.includes(said)], [2, true], `${args.join(' ')}: ${stderr}`);
    }
    assert.equal(readFileSync(join(folder, FILE), 'utf8'), text);
    writeIn(folder, FILE, '<<<<<<< ours\n{}\n');
    assert.match(maturity(folder).stderr, /holds a merge conflict; resolve it first\./);
  });
});

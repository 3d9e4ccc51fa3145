/** `archwright track document` as it is built. */
import assert from 'node:assert/strict';
import { DOCUMENT_KINDS } from '../../server/protocol/scrum.ts';
import { History } from '../kit/history.ts';
import { runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const document = (folder: string, ...args: string[]): CliResult => runCli(['track', 'document', ...args], { cwd: folder });

describe('archwright track document', () => {
  let folder: string;
  before(() => {
    const history = new History();
    history.commit('SHOP-1 count stock');
    history.branch('SHOP-2');
    history.commit('search');
    folder = history.folder;
    runCli(['track', 'import'], { cwd: folder });
    runCli(['track', 'set', 'SHOP-2', 'Story Points=5', 'Sprint=Sprint 1', 'Due Date=2025-10-10'], { cwd: folder });
  });
  after(removeTemporaryFolders);

  it('fills each document from the log', () => {
    const text = (...args: string[]): string => document(folder, ...args).stdout;
    assert.match(text('planning'), /^# Planning of Sprint 1\n[^]*\| SHOP-2 \| search \| 5 \| 5\.6 \|\n[^]*- \[ \] SHOP-2 search \(5\): overdue\n/);
    assert.match(text('stand-up'), /^# Stand-up of \d{4}-\d\d-\d\d\n[^]*\n## Ada\n[^]*- Today: SHOP-2 search \(5\)\n/);
    assert.match(text('review'), /\n0 of 5 points finished, 0 of 1 issues\.\n/);
    assert.match(text('retrospective'), /\n- SHOP-2 search \(5\): In Progress\n/);
    assert.match(text('story', 'SHOP-1'), /^# SHOP-1: count stock\n\nStory · Done · Ada · not estimated\n/);
    for (const kind of DOCUMENT_KINDS) assert.doesNotMatch(text(kind, 'SHOP-1'), /\{\{|NaN|undefined|null/, kind);
  });

  it('takes a template of the team, which it can begin with, and tells what it does not know', () => {
    const usual = document(folder, 'review', '--template').stdout;
    assert.match(usual, /\{\{health\}\}/);
    writeIn(folder, '.archwright/templates/review.md', 'Ours: {{result}} {{wether}}\n');
    const { stdout, stderr } = document(folder, 'review');
    assert.equal(stdout, 'Ours: 0 of 5 points finished, 0 of 1 issues. {{wether}}\n');
    assert.match(stderr, /The template of "review" names "\{\{wether\}\}", which stands for nothing\./);
  });

  it('refuses what there is not', () => {
    for (const [args, said] of [
      [['story'], 'Name the issue of the story'], [['story', 'SHOP-3'], 'The log has no issue "SHOP-3". Did you mean "SHOP-'],
      [['review', '--sprint', 'Sprint 2'], 'The log has no sprint "Sprint 2". Did you mean "Sprint 1"?'], [['novel'], 'novel'],
    ] as const) {
      const { status, stderr } = document(folder, ...args);
      assert.deepEqual([status, stderr.includes(said)], [2, true], stderr);
    }
    assert.match(document(temporaryFolder(), 'planning').stderr, /The log has no issues\./);
  });
});

/** `archwright track done` as it is built. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoneReport } from '../../server/protocol/done.ts';
import { History } from '../kit/history.ts';
import { runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const TRAIL = 'logs/audit_trail.jsonl';
const TICKS = 'logs/done_ticks.json';

/** A repository with an issue on the main branch and one on a branch of its own. */
function repository(): History {
  const history = new History({ 'src/stock.ts': '/** Counts. */\nexport function count(all: number): number {\n  return all;\n}\n' });
  history.commit('SHOP-1 count stock', 'src/stock.ts');
  history.branch('SHOP-2');
  history.commit('search', 'src/search.ts');
  assert.equal(runCli(['track', 'import'], { cwd: history.folder }).status, 0);
  return history;
}

const done = (folder: string, ...args: string[]): CliResult => runCli(['track', 'done', ...args], { cwd: folder });

function report(folder: string, key: string): DoneReport {
  const { stdout, stderr } = done(folder, key, '--format', 'json');
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout) as DoneReport;
}

function item(folder: string, key: string, id: string): DoneReport['items'][number] {
  return report(folder, key).items.find((each) => each.id === id)!;
}

describe('archwright track done', () => {
  after(removeTemporaryFolders);

  it('sees what log, git, review and reports tell, with the evidence', () => {
    const { folder } = repository();
    const first = report(folder, 'SHOP-1');
    const states = Object.fromEntries(first.items.map(({ id, state }) => [id, state]));
    assert.deepEqual([states['merged'], states['standards'], states['covered'], states['tests'], states['reviewed'], states['risk']],
      ['met', 'met', 'not-seen', 'not-seen', 'not-seen', 'not-seen']);
    assert.deepEqual([first.done, first.work, first.list], [false, { commits: 1, files: 1 }, null]);
    assert.equal(first.counts.met + first.counts.notMet + first.counts.notSeen, first.items.length);
    assert.equal(item(folder, 'SHOP-2', 'merged').state, 'not-met');
    writeIn(folder, 'coverage/lcov.info', 'SF:src/stock.ts\nDA:1,1\nDA:2,0\nend_of_record\n');
    writeIn(folder, 'reports/junit.xml', '<testsuite><testcase name="a"/></testsuite>');
    const [covered, tests] = [item(folder, 'SHOP-1', 'covered'), item(folder, 'SHOP-1', 'tests')];
    assert.deepEqual([covered.state, covered.source, covered.evidence], ['not-met', 'review', '50% of 2 lines of its files, by coverage/lcov.info']);
    assert.deepEqual([tests.state, tests.source], ['met', 'review']);
    assert.equal(item(folder, 'SHOP-2', 'covered').state, 'not-seen');
    // What is in other files is not this issue's.
    writeIn(folder, 'src/search.ts', 'export function search(text) {\n  return eval(text);\n}\n');
    assert.deepEqual([item(folder, 'SHOP-1', 'standards').state, item(folder, 'SHOP-2', 'standards').state], ['met', 'not-met']);
  });

  it('is ticked by people, which is kept, logged, and expires when its files change', () => {
    const history = repository();
    const { folder } = history;
    assert.equal(runCli(['track', 'audit', 'start'], { cwd: folder }).status, 0);
    assert.match(done(folder, 'tick', 'SHOP-2', 'reviewed', '--by', 'Bob').stderr, /^Ticked "reviewed" of SHOP-2\./);
    const ticked = item(folder, 'SHOP-2', 'reviewed');
    assert.deepEqual([ticked.state, ticked.source, ticked.by, ticked.at], ['met', 'person', 'Bob', new Date().toISOString().slice(0, 10)]);
    assert.match(readFileSync(join(folder, TICKS), 'utf8'), /"reviewed": \{"by":"Bob","at":"\d{4}-\d\d-\d\d","work":"[\w-]{16}"\}/);
    assert.match(readFileSync(join(folder, TRAIL), 'utf8'), /"by":"Bob",.*"details":\{"done":true,"issue":"SHOP-2","item":"reviewed"\}.*"kind":"tick"/);
    // What is wrong stays wrong.
    done(folder, 'tick', 'SHOP-2', 'merged', '--by', 'Bob');
    assert.equal(item(folder, 'SHOP-2', 'merged').state, 'not-met');
    // Squashed, with other work before it: the files of the issue are as they were.
    history.main();
    history.commit('SHOP-3 other', 'src/other.ts');
    history.git('merge', '-q', '--squash', 'SHOP-2');
    history.git('commit', '-q', '-m', 'SHOP-2 search (#7)');
    history.git('branch', '-q', '-D', 'SHOP-2');
    assert.deepEqual([item(folder, 'SHOP-2', 'reviewed').state, item(folder, 'SHOP-2', 'merged').state], ['met', 'met']);
    history.commit('SHOP-2 once more', 'src/search.ts');
    const expired = item(folder, 'SHOP-2', 'reviewed');
    assert.deepEqual([expired.state, expired.expired, expired.by], ['not-seen', true, 'Bob']);
    assert.match(done(folder, 'tick', 'SHOP-2', 'reviewed', '--remove', '--by', 'Cy').stderr, /^Took back "reviewed" of SHOP-2\./);
    assert.match(readFileSync(join(folder, TRAIL), 'utf8'), /"by":"Cy",.*"details":\{"done":false,"issue":"SHOP-2","item":"reviewed"\}/);
    assert.equal(item(folder, 'SHOP-2', 'reviewed').by, null);
  });

  it('goes by the list of the team, which may be met as a whole', () => {
    const { folder } = repository();
    const usual = done(folder, '--template').stdout;
    writeIn(folder, '.archwright/definition-of-done.json', usual);
    assert.equal(report(folder, 'SHOP-1').list, '.archwright/definition-of-done.json');
    writeIn(folder, '.archwright/definition-of-done.json', JSON.stringify({ schemaVersion: 1, items: [
      { id: 'in', group: 'G', title: 'It is in', check: 'merged' }, { id: 'load', group: 'G', title: 'Tried under load', check: 'person' },
    ] }));
    assert.deepEqual([done(folder, 'SHOP-1', '--check').status, done(folder, 'SHOP-1').status], [1, 0]);
    assert.equal(done(folder, 'tick', 'SHOP-1', 'load', '--by', 'Ada').status, 0);
    const { status, stdout } = done(folder, 'SHOP-1', '--check');
    assert.equal(status, 0);
    assert.match(stdout, /^SHOP-1 · count stock · Done\n✔ Done: 2 of 2 met\n/);
    assert.match(done(folder, 'SHOP-1', '--format', 'markdown').stdout, /\| Tried under load \| ✅ met \| Ticked by Ada on /);
    // In the document of the story too.
    assert.match(runCli(['track', 'document', 'story', 'SHOP-1'], { cwd: folder }).stdout, /- \[x\] Tried under load \(Ticked by Ada on /);
    writeIn(folder, '.archwright/definition-of-done.json', '{ "schemaVersion": 1, "items": [{ "id": "in", "group": "G", "title": "T", "check": "merged" }] }');
    assert.match(report(folder, 'SHOP-1').notes.join(), /1 tick of items that the list does not have: load\./);
  });

  it('refuses what it cannot use', () => {
    const { folder } = repository();
    writeIn(folder, '.archwright/definition-of-done.json', '{\n  "schemaVersion": 1,\n  "items": [{ "id": "in" }]\n}\n');
    const broken = done(folder, 'SHOP-1');
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /\.archwright\/definition-of-done\.json:3:13 "check" must be one of .*"archwright track done --template" writes/);
    writeIn(folder, '.archwright/definition-of-done.json', done(folder, '--template').stdout);
    for (const [args, said] of [
      [[], 'Name the issue'], [['SHOP-8'], 'The log has no issue "SHOP-8". Did you mean'],
      [['tick', 'SHOP-1', 'rsk'], 'has no item "rsk". Did you mean "risk"?'],
      [['tick', 'SHOP-1', 'bias'], 'SHOP-1 has no "AI Model Type"'], [['tick', 'SHOP-1', 'risk', '--remove'], 'Nobody ticked "risk" of SHOP-1'],
      [['tick', 'SHOP-1', 'risk', '--by', ' '], 'Who ticks this?'], [['SHOP-1', '--format', 'html'], 'Unknown format "html"'],
      [['tick', 'SHOP-1', 'risk', '--format', 'json'], 'leave out --format'],
    ] as const) {
      const { status, stderr } = done(folder, ...args);
      assert.deepEqual([status, stderr.includes(said)], [2, true], `${args.join(' ')}: ${stderr}`);
    }
    writeIn(folder, TICKS, '{ "schemaVersion": 1, "issues": { "SHOP-1": { "risk": { "by": "Ada" } } } }');
    assert.match(done(folder, 'SHOP-1').stderr, /logs\/done_ticks\.json is not a checklist: .* at "issues\.SHOP-1\.risk\.at"/);
    assert.match(done(temporaryFolder(), 'SHOP-1').stderr, /The log has no issue "SHOP-1"/);
  });
});

/** What a history says about issues: each commit counts once, as what it is, and importing again changes nothing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importCommits } from '../../server/app/track/import.ts';
import { LOG_FILE, readLogFiles } from '../../server/app/track/log-files.ts';
import { setFields } from '../../server/app/track/set.ts';
import type { Cells } from '../../server/tracking/fields.ts';
import { keyFinder, usualKey } from '../../server/tracking/issue-key.ts';
import { issuesOf } from '../../server/tracking/log.ts';
import { worksIn, type RawCommit } from '../../server/tracking/work.ts';
import { gitIn } from '../kit/git-repository.ts';
import { History } from '../kit/history.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

/** Imports twice, and once what the hook would. @returns the rows, which only the first import made */
async function imported(root: string, notes: string[] = []): Promise<Cells[]> {
  const first = await importCommits({ root, scope: 'whole' });
  notes.push(...first.notes);
  const text = readFileSync(join(root, LOG_FILE), 'utf8');
  assert.deepEqual((await importCommits({ root, scope: 'whole' })).changed, 0);
  await importCommits({ root, scope: 'recent', newest: 1 });
  assert.equal(readFileSync(join(root, LOG_FILE), 'utf8'), text, 'importing again changes something');
  return issuesOf((await readLogFiles(root)).log);
}

/** Key, status and summary of each row but that of the first commit of the repository. */
async function told(history: History, notes: string[] = []): Promise<string[]> {
  const rows = await imported(history.folder, notes);
  return rows.filter((row) => row.Summary !== 'first').map((row) => `${row['Issue Key']} ${row.Status}: ${row.Summary}`);
}

const auto = (hash: string): string => `AUTO-${hash.slice(0, 8)}`;

describe('a history in the log', () => {
  after(removeTemporaryFolders);

  it('has a row for each issue, done on the main branch and in progress on others', async () => {
    const history = new History();
    history.commit('SHOP-1 count stock');
    history.commit('fix: SHOP-2: off by one (#7)');
    history.branch('feature/SHOP-3-search');
    history.commit('begin the search');
    history.commit('go on');
    history.main();
    const hash = history.commit('tidy up');
    assert.deepEqual(await told(history), [
      `${auto(hash)} Done: tidy up`, 'SHOP-1 Done: count stock', 'SHOP-2 Done: off by one', 'SHOP-3 In Progress: begin the search',
    ].sort());
    const rows = await imported(history.folder);
    const second = rows.find((row) => row['Issue Key'] === 'SHOP-2')!;
    assert.deepEqual([second['Issue Type'], second['Pull Request'], second['Project Key'], second.Assignee], ['Bug', '#7', 'SHOP', 'Ada']);
    assert.equal(rows.find((row) => row['Issue Key'] === 'SHOP-3')!['Branch Name'], 'feature/SHOP-3-search');
  });

  it('follows a branch into the main branch, with and without a merge of its own', async () => {
    const history = new History();
    history.branch('SHOP-1-a');
    history.commit('begin');
    const keyless = ((): string => {
      history.branch('topic');
      const hash = history.commit('one thing');
      history.commit('another thing');
      return hash;
    })();
    assert.deepEqual(await told(history), [`${auto(keyless)} In Progress: one thing`, 'SHOP-1 In Progress: begin']);
    history.main();
    history.git('merge', '-q', '--ff-only', 'SHOP-1-a');
    history.git('merge', '-q', '--no-ff', '-m', "Merge branch 'topic'", 'topic');
    const merged = history.git('rev-parse', 'HEAD');
    assert.deepEqual(await told(history), [`${auto(keyless)} Done: one thing`, 'SHOP-1 Done: begin']);
    const row = (await imported(history.folder)).find((each) => each['Issue Key'] === auto(keyless))!;
    assert.deepEqual([row['Git Commit Hash'], row['Branch Name']], [merged, 'topic']);
    history.git('branch', '-q', '-D', 'topic');
    rmSync(join(history.folder, 'logs'), { recursive: true });
    assert.ok((await told(history)).includes(`${auto(keyless)} Done: one thing`), 'the same from nothing');
  });

  it('counts an amended and a rebased commit once', async () => {
    const history = new History();
    history.branch('topic');
    const first = history.commit('wrok');
    await told(history);
    writeIn(history.folder, 'src/more.ts', '');
    history.git('add', 'src');
    history.git('commit', '-q', '--amend', '-m', 'work');
    // The hook of the first commit has run already, and that of the second one knows the same author and time only by the row.
    const amended = history.git('rev-parse', 'HEAD');
    assert.notEqual(amended, first);
    history.main();
    history.commit('SHOP-9 meanwhile');
    history.git('checkout', '-q', 'topic');
    history.git('rebase', '-q', 'main');
    const rebased = history.git('rev-parse', 'HEAD');
    const rows = (await imported(history.folder)).filter((row) => row['Branch Name'] === 'topic');
    assert.equal(rows.length, 1, JSON.stringify(rows));
    assert.deepEqual([rows[0]!['Issue Key'], rows[0]!['Git Commit Hash']], [auto(first), rebased]);
  });

  it('counts a squashed branch once', async () => {
    const history = new History();
    history.branch('topic');
    const first = history.commit('one thing');
    history.commit('another thing');
    await told(history);
    history.main();
    history.git('merge', '-q', '--squash', 'topic');
    history.git('commit', '-q', '-m', 'Things (#12)\n\n* one thing\n\n* another thing');
    assert.deepEqual(await told(history), [`${auto(first)} Done: one thing`], 'while the branch is there');
    history.git('branch', '-q', '-D', 'topic');
    assert.deepEqual(await told(history), [`${auto(first)} Done: one thing`]);

    const other = new History();
    other.branch('topic');
    const begun = other.commit('one thing');
    await told(other);
    other.main();
    other.git('merge', '-q', '--squash', 'topic');
    other.git('commit', '-q', '-m', 'one thing (#12)');
    other.git('branch', '-q', '-D', 'topic');
    assert.deepEqual(await told(other), [`${auto(begun)} Done: one thing`], 'of one commit, when the branch is gone before it is looked at');
  });

  it('counts a cherry-picked commit once', async () => {
    const history = new History();
    history.branch('release');
    history.main();
    const hash = history.commit('mend it');
    history.git('checkout', '-q', 'release');
    history.git('cherry-pick', '-x', hash);
    assert.deepEqual(await told(history), [`${auto(hash)} Done: mend it`]);
  });

  it('takes what was reverted as to be done, and what was brought back as done', async () => {
    const history = new History();
    const work = history.commit('add a thing');
    history.commit('SHOP-1 one half');
    const half = history.commit('SHOP-1 other half');
    history.git('revert', '--no-edit', work);
    const revert = history.git('rev-parse', 'HEAD');
    history.git('revert', '--no-edit', half);
    assert.deepEqual(await told(history), [`${auto(work)} To Do: add a thing`, 'SHOP-1 In Progress: one half']);
    assert.ok((await imported(history.folder)).every((row) => row.Summary === 'first' || row.Labels.includes('reverted')));
    history.git('revert', '--no-edit', revert);
    assert.deepEqual(await told(history), [`${auto(work)} Done: add a thing`, 'SHOP-1 In Progress: one half']);
  });

  it('leaves alone what people wrote, and moves on with new commits', async () => {
    const history = new History();
    history.branch('SHOP-1');
    history.commit('begin');
    await told(history);
    const assignments = ['Summary=Search', 'Status=Testing', 'Story Points=5'];
    await setFields(history.folder, { key: 'SHOP-1', assignments, now: new Date(1_760_000_000_000 + 600_000) });
    assert.deepEqual(await told(history), ['SHOP-1 Testing: Search']);
    history.git('commit', '-q', '--allow-empty', '-m', 'more');
    assert.deepEqual(await told(history), ['SHOP-1 In Progress: Search']);
    const [row] = (await imported(history.folder)).filter((each) => each['Issue Key'] === 'SHOP-1');
    assert.deepEqual([row!['Story Points'], row!.Labels.includes('assumed')], ['5', false]);
  });

  it('takes messages as they are, whatever they hold', async () => {
    const history = new History();
    const message = 'SHOP-4 =1+1, "quoted" \u001f\u0001 😀\n\nline\ttab\n\n\u001e\u2028 <<<<<<< HEAD\n"';
    history.commit(message);
    const [row] = (await imported(history.folder)).filter((each) => each['Issue Key'] === 'SHOP-4');
    assert.equal(row!.Summary, '=1+1, "quoted" \u001f\u0001 😀');
    assert.equal(row!.Description, 'line\ttab\n\n\u001e\u2028 <<<<<<< HEAD\n"');
  });

  it('says when commits of the log are no longer there, and that a clone is shallow', async () => {
    const history = new History();
    history.branch('gone');
    const gone = history.commit('SHOP-8 lost');
    history.main();
    for (const each of ['a', 'b', 'c']) history.commit(`SHOP-1 ${each}`);
    await told(history);
    history.git('branch', '-q', '-D', 'gone');
    const notes: string[] = [];
    assert.ok((await told(history, notes)).includes('SHOP-8 In Progress: lost'), gone);
    assert.deepEqual(notes, [
      `The commit of 1 row in ${LOG_FILE} is no longer in the history, which was written anew: SHOP-8. These rows are kept as they are.`,
    ]);

    const clone = temporaryFolder();
    gitIn(clone, 'clone', '-q', '--depth', '2', pathToFileURL(history.folder).href, '.');
    const shallow: string[] = [];
    const rows = await imported(clone, shallow);
    assert.deepEqual(rows.map((row) => row['Issue Key']), ['SHOP-1']);
    assert.match(shallow.join(), /^The clone is shallow: commits before its beginning are not in the log\./);
  });

  it('knows an issue by a pattern of the team, on the branch that the team names', async () => {
    const history = new History({ 'archwright.jsonc': '{ "tracking": { "issuePattern": "#[0-9]+", "mainBranch": "trunk" } }' });
    history.commit('mend (#12)');
    history.branch('trunk', 'HEAD~1');
    history.commit('add, closes #13');
    assert.deepEqual(await told(history), ['#12 In Progress: mend', '#13 Done: add, closes #13']);
  });

  it('names blocks, layers, tests and the models that files train, with their figures', async () => {
    const history = new History({
      'metrics.json': '{ "test_f1": 0.91, "epochs": 3 }',
      'archwright.jsonc': '{ "layers": [{ "id": "presentation", "paths": ["src/api/**"], "mayUse": ["domain"] },'
        + ' { "id": "domain", "paths": ["src/domain/**"] }] }',
    });
    for (const path of ['src/domain/order.ts', 'src/api/http.ts', 'test/order.test.ts']) writeIn(history.folder, path, 'export const a = 1;\n');
    history.git('add', '-A');
    history.git('commit', '-q', '-m', 'SHOP-1 orders');
    const text = 'from sklearn.ensemble import RandomForestClassifier\n\nmodel = RandomForestClassifier(max_depth=3)\nmodel.fit(X, y)\n';
    writeIn(history.folder, 'ml/train.py', text);
    history.git('add', '-A');
    history.git('commit', '-q', '-m', 'SHOP-2 a model');
    const rows = new Map((await imported(history.folder)).map((row) => [row['Issue Key'], row]));
    assert.deepEqual([rows.get('SHOP-1')!.Labels, rows.get('SHOP-1')!.Components.split(',').sort()], [
      'development,test,layer-domain,layer-presentation,assumed', ['api', 'domain'],
    ]);
    const model = rows.get('SHOP-2')!;
    assert.deepEqual(
      [model['AI Model Type'], model['Algorithm Used'], model['Performance Metric'], model['Achieved Score'], model['Story Points'], model.Labels],
      ['RandomForestClassifier', 'RandomForestClassifier', 'f1', '0.91', '3', 'ai-ml,assumed'],
    );
  });
});

describe('a history that was made up', () => {
  const commit = (hash: string, message: string, parents: string[] = []): RawCommit => (
    { hash, message, parents, author: 'Ada', email: 'a@example.com', authored: Number.parseInt(hash.slice(0, 2), 16), committed: 1 }
  );
  const worksOf = (commits: RawCommit[]): string[] => worksIn({
    commits, main: commits.at(-1)!.hash, mainBranch: 'main', branches: new Map(), branch: 'main', head: commits.at(-1)!.hash,
  }, usualKey).map(({ key, undone }) => `${key}${undone ? ' undone' : ''}`);
  const long = (start: string): string => start.padEnd(40, '0');

  it('cannot hold up the import: two commits that take each other back', () => {
    const [first, second] = [long('aaaaaaaa'), long('bbbbbbbb')];
    assert.deepEqual(worksOf([
      commit(first, `SHOP-1 a\n\nThis reverts commit ${second}.`), commit(second, `SHOP-2 b\n\nThis reverts commit ${first}.`, [first]),
    ]), ['SHOP-1', 'SHOP-2']);
  });

  it('has a row for each of two commits whose hashes begin alike', () => {
    const [first, second] = [long('aaaaaaaa1'), long('aaaaaaaa2')];
    assert.deepEqual(worksOf([commit(first, 'a'), commit(second, 'b', [first])]), ['AUTO-aaaaaaaa', 'AUTO-aaaaaaaa2']);
  });

  it('lets no commit move the date of a row back when a clock runs backwards', async () => {
    const history = new History();
    history.commit('SHOP-1 one');
    const [before] = (await imported(history.folder)).filter((row) => row['Issue Key'] === 'SHOP-1');
    const past = { ...process.env, GIT_AUTHOR_DATE: '1000000000 +0000', GIT_COMMITTER_DATE: '1000000000 +0000' };
    const names = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    spawnSync('git', [...names, 'commit', '-q', '--allow-empty', '-m', 'SHOP-1 two'], { cwd: history.folder, env: past });
    const [after] = (await imported(history.folder)).filter((row) => row['Issue Key'] === 'SHOP-1');
    assert.equal(after!['Git Commit Hash'], history.git('rev-parse', 'HEAD'));
    assert.equal(after!['Updated Date'], before!['Updated Date']);
  });
});

describe('keys of issues', () => {
  it('are those of Jira, and not what only looks like them', () => {
    for (const [text, expected] of [
      ['ABC_D-123 scale', 'ABC_D-123'], ['[ML-42] scale', 'ML-42'], ['feature/ML-42-scale', 'ML-42'], ['feat(x): ML-42: scale', 'ML-42'], ['AB2-7', 'AB2-7'],
      ['UTF-8 and ML-1', 'ML-1'], ['UTF-8', null], ['GPT-4', null], ['COVID-19', null], ['CVE-2024-1', null], ['CVE-2024-12345', null], ['SHA-256', null],
      ['ISO-8601', null], ['ISO-8859-1', null], ['GPL-3.0', null], ['RFC-7231', null], ['AES-128-CBC', null], ['A-1', null], ['ML-042', null], ['aML-42', null],
      ['ML-42a', null], ['ml-42', null], ['MIT-0', null], ['ES-2020', null], ['x.ML-42', null], ['', null],
    ] as const) assert.equal(usualKey(text), expected, text);
  });

  it('are those of a pattern, one word at a time', () => {
    assert.equal(keyFinder('#[0-9]+')('mend (#12), see #13'), '#12');
    assert.equal(keyFinder('[A-Z]+-[0-9]+')('nothing'), null);
    assert.equal(keyFinder('x*')('nothing'), null, 'an empty key is none');
    assert.equal(keyFinder('a+b')(`${'a'.repeat(5000)}b ab`), 'ab');
  });
});

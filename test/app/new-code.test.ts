/** Which code is new, in real repositories. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { withUnsaved } from '../../server/app/editing/unsaved.ts';
import { newCodePoints } from '../../server/app/new-code-points.ts';
import { newCodeSince } from '../../server/app/new-code.ts';
import type { Since } from '../../server/protocol/question.ts';
import { localCalendar } from '../../server/text/calendar.ts';
import { gitIn } from '../kit/git-repository.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';
import { finding, report, smallGraph } from '../panel/example.ts';

const NOON = 12 * 60 * 60 * 1000;

/** Commits everything at noon of a day. @returns the short name of the commit */
function commit(folder: string, day: string, message: string): string {
  gitIn(folder, 'add', '-A');
  const date = new Date(localCalendar().startOf(day) + NOON).toISOString();
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...who, 'commit', '-qm', message], { cwd: folder, env, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return gitIn(folder, 'rev-parse', 'HEAD').slice(0, 7);
}

interface Made {
  folder: string;
  first: string;
  second: string;
  third: string;
}

/** Two commits on main, one on a branch, one line not committed, one file not known to git. */
function repository(): Made {
  const folder = temporaryFolder({ 'a.ts': 'one\ntwo\nthree\n' });
  gitIn(folder, 'init', '-q');
  const first = commit(folder, '2026-03-01', 'First');
  writeIn(folder, 'b.ts', 'b\n');
  const second = commit(folder, '2026-03-10', 'Second');
  gitIn(folder, 'checkout', '-qb', 'topic');
  writeIn(folder, 'a.ts', 'one\nTWO\nthree\n');
  const third = commit(folder, '2026-03-20', 'Third');
  writeIn(folder, 'a.ts', 'one\nTWO\nTHREE\n');
  writeIn(folder, 'c.ts', 'c\n');
  return { folder, first, second, third };
}

async function told(folder: string, since: Since): Promise<{ words: string; lines: Record<string, number[] | 'all'> }> {
  const { words, change } = await newCodeSince(folder, since);
  const lines = [...change.lines].map(([path, own]) => [path, own === 'all' ? own : [...own].sort()] as const);
  return { words, lines: Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function refusal(folder: string, since: Since): Promise<string> {
  return newCodeSince(folder, since).then(() => 'it could be told', (error: Error) => error.message);
}

describe('new code', () => {
  after(removeTemporaryFolders);

  it('is what changed since the branch left the base branch', async () => {
    const { folder, second } = repository();
    assert.deepEqual(await told(folder, { kind: 'base' }), {
      words: `since ${second} (2026-03-10), where this branch left main`, lines: { 'a.ts': [2, 3], 'c.ts': 'all' },
    });
    gitIn(folder, 'stash', '-q');
    gitIn(folder, 'checkout', '-q', 'main');
    assert.deepEqual(await told(folder, { kind: 'base' }), {
      words: `since the last commit, ${second} (2026-03-10), which main has too`, lines: { 'c.ts': 'all' },
    });
  });

  it('is what changed since a commit, by whatever name', async () => {
    const { folder, first, second, third } = repository();
    const sinceFirst = { 'a.ts': [2, 3], 'b.ts': 'all', 'c.ts': 'all' };
    assert.deepEqual(await told(folder, { kind: 'commit', name: first }), { words: `since ${first} (2026-03-01)`, lines: sinceFirst });
    assert.deepEqual(await told(folder, { kind: 'commit', name: 'HEAD~2' }), { words: `since ${first} (2026-03-01), which is HEAD~2`, lines: sinceFirst });
    assert.deepEqual(await told(folder, { kind: 'commit', name: 'HEAD' }), { words: `since the last commit, ${third} (2026-03-20)`,
      lines: { 'a.ts': [3], 'c.ts': 'all' } });
    // Of another branch, what both have is not new, and what it alone has is not missing.
    gitIn(folder, 'stash', '-q');
    gitIn(folder, 'checkout', '-q', 'main');
    assert.deepEqual(await told(folder, { kind: 'commit', name: 'topic' }), {
      words: `since ${second} (2026-03-10), which is the last commit in common with topic`, lines: { 'c.ts': 'all' },
    });
  });

  it('is what changed since a day began', async () => {
    const { folder, first, second } = repository();
    assert.deepEqual(await told(folder, { kind: 'day', day: '2026-03-11' }), {
      words: `since 2026-03-11; the last commit before is ${second} (2026-03-10)`, lines: { 'a.ts': [2, 3], 'c.ts': 'all' },
    });
    assert.deepEqual(await told(folder, { kind: 'day', day: '2026-03-10' }), {
      words: `since 2026-03-10; the last commit before is ${first} (2026-03-01)`, lines: { 'a.ts': [2, 3], 'b.ts': 'all', 'c.ts': 'all' },
    });
    assert.deepEqual(await told(folder, { kind: 'day', day: '2026-03-01' }), {
      words: 'since 2026-03-01: all of it, as no commit is older', lines: { 'a.ts': 'all', 'b.ts': 'all', 'c.ts': 'all' },
    });
  });

  it('says why it cannot be told, and what to do', async () => {
    const outside = temporaryFolder({ 'a.ts': '' });
    assert.equal(await refusal(outside, { kind: 'base' }),
      'The folder is in no git repository, which would tell new code from old. Run "git init" there and commit.');
    gitIn(outside, 'init', '-q');
    assert.equal(await refusal(outside, { kind: 'base' }), 'There is no commit yet that code could be newer than. Commit once.');
    const { folder } = repository();
    assert.equal(await refusal(folder, { kind: 'commit', name: 'nope' }),
      'git does not know the revision "nope". In a shallow clone, fetch more history (for example "fetch-depth: 0").');
    assert.equal(await refusal(folder, { kind: 'commit', name: '--output=x' }), '"--output=x" is not a valid revision.');
    gitIn(folder, 'branch', '-qm', 'main', 'trunk');
    assert.equal(await refusal(folder, { kind: 'base' }), 'The base branch is unknown: none of origin/main, origin/master, main, master has a commit in common '
      + 'with what is checked out. Fetch it, or choose a commit or a day.');

    const clone = temporaryFolder({});
    gitIn(clone, 'clone', '-q', '--depth', '1', `file://${folder}`, '.');
    assert.equal(await refusal(clone, { kind: 'day', day: '2026-03-10' }),
      'The history before 2026-03-10 is not here. Fetch it with "git fetch --unshallow", or choose a later day.');
  });

  it('is in the lines that were typed and not saved', () => {
    const saved = new Map<string, Set<number> | 'all'>([['a.ts', new Set([1, 4])], ['new.ts', 'all']]);
    const lines = (onDisk: string | null, open: string, path = 'a.ts'): unknown => {
      const own = withUnsaved(saved, new Map([[path, { onDisk, open }]])).get(path);
      return own instanceof Set ? [...own].sort() : own;
    };
    assert.deepEqual(lines('1\n2\n3\n4\n', '1\nx\ny\n2\n3\n4\n'), [1, 2, 3, 6], 'two lines more');
    assert.deepEqual(lines('1\n2\n3\n4\n', '1\n4\n'), [1, 2], 'two lines less');
    assert.deepEqual(lines('1\n2\n3\n4\n', '1\n2\nx\n4\n'), [1, 3, 4], 'another line');
    assert.deepEqual(lines('1\r\n2\r\n3\r\n4\r\n', '1\n2\n3\n4\n'), [1, 4], 'other ends of lines');
    assert.deepEqual(lines('1\n', '1\n2\n', 'new.ts'), 'all');
    assert.deepEqual(lines(null, '1\n', 'b.ts'), 'all');
  });

  it('can be chosen in a page since the base branch, some days and the last commits, without the secrets of their messages', async () => {
    const { folder, first, second, third } = repository();
    const key = `AKIA${'QYLPMN5HNM3FQ2XT'}`;
    gitIn(folder, 'commit', '-q', '--amend', '-m', `Third ${key}`);
    const amended = gitIn(folder, 'rev-parse', 'HEAD').slice(0, 7);
    assert.notEqual(amended, third);
    const at = (path: string, line: number) => finding({ path, range: { start: { line, column: 1 }, end: { line, column: 2 } } });
    const findings = [at('a.ts', 1), at('a.ts', 2), at('a.ts', 3), at('b.ts', 1), at('c.ts', 1)];
    const now = new Date(localCalendar().startOf('2026-03-15') + NOON);
    const { points, problem } = await newCodePoints(folder, report(smallGraph(), { findings }), { now, git: true });
    assert.equal(problem, null);
    const today = localCalendar().dayOf(Date.parse(gitIn(folder, 'log', '-1', '--format=%cI').trim()));
    assert.deepEqual(points.map(({ kind, label, findings: own }) => [kind, label, [...own]]), [
      ['base', 'main', [1, 2, 4]],
      ['day', '2026-03-15, today', [1, 2, 4]], ['day', '2026-03-14, yesterday', [1, 2, 4]], ['day', '2026-03-08, 7 days ago', [1, 2, 3, 4]],
      ['commit', `${amended} (${today}) Third ********************`, [2, 4]],
      ['commit', `${second} (2026-03-10) Second`, [1, 2, 4]],
      ['commit', `${first} (2026-03-01) First`, [1, 2, 3, 4]],
    ]);
    assert.ok(!JSON.stringify(points.map(({ label }) => label)).includes(key));
    assert.deepEqual(await newCodePoints(folder, report(smallGraph()), { now, git: false }),
      { points: [], problem: 'Git is not asked in a workspace that is not trusted. Trust it to tell new code from old.' });
    assert.deepEqual(await newCodePoints(temporaryFolder({}), report(smallGraph()), { now, git: true }),
      { points: [], problem: 'The folder is in no git repository, which would tell new code from old. Run "git init" there and commit.' });
  });
});

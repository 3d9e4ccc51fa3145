/** What is reviewed and what of it is new, in sessions with the built server. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answers } from '../../server/protocol/answers.ts';
import { EXPORT_REPORT, TRUST_GRANTED, type ExportReportResult } from '../../server/protocol/lsp.ts';
import type { Since } from '../../server/protocol/question.ts';
import { localCalendar } from '../../server/text/calendar.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const swallow = (name: string): string =>
  `export function ${name}(given: string): void {\n  try {\n    JSON.stringify(given);\n    given.trim();\n  } catch {}\n}\n`;
const FILTER = { rule: 'quality/swallowed-error' };
const PAGE = { offset: 0, limit: 50 };

describe('language server: new code', function () {
  this.timeout(120_000);
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  async function start(root: string, options: ClientOptions = {}): Promise<LspClient> {
    client = await LspClient.start([root], { ...options, settings: { trackReviews: false }, env: { ARCHWRIGHT_CACHE: temporaryFolder() } });
    await client.reviewed();
    return client;
  }

  /** The functions with findings in new code, and what the server says of it. */
  async function fresh(root: string, since?: Since): Promise<[(string | number)[][], Answers['groups']['newCode']]> {
    const own = { ...FILTER, ...(since === undefined ? {} : { since }) };
    const { found, total, entries: groups, newCode } = (await client!.ask(root, { kind: 'groups', by: 'rule', ...own, ...PAGE })).answer!;
    const { entries, total: listed } = (await client!.ask(root, { kind: 'findings', ...own, ...PAGE })).answer!;
    assert.deepEqual([found, groups.reduce((sum, { count }) => sum + count, 0)], [listed, listed], 'counts are those of the list');
    assert.equal(total, listed === 0 ? 0 : 1);
    return [entries.map(({ path, range }) => [path, range.start.line]), newCode];
  }

  const origin = async (root: string): Promise<Answers['origin']> => (await client!.ask(root, { kind: 'origin' })).answer!;

  it('is told since base, commit and day, with what is typed and not saved, and after a commit', async () => {
    const root = temporaryFolder({ 'src/a.ts': swallow('one'), 'src/b.ts': 'export const b = 1;\n' });
    commitAll(root, 'begin');
    const first = gitIn(root, 'rev-parse', 'HEAD').trim();
    gitIn(root, 'checkout', '-q', '-b', 'topic');
    await start(root);
    const day = localCalendar().dayOf(Date.now());
    const words = `since the last commit, ${first.slice(0, 7)} (${localCalendar().dayOf(Date.parse(gitIn(root, 'log', '-1', '--format=%cI').trim()))})`;
    assert.deepEqual(await origin(root), { project: root.split('/').at(-1), day, commit: { hash: first, branch: 'topic', changed: false } });
    assert.deepEqual(await fresh(root), [[['src/a.ts', 5]], undefined]);
    assert.deepEqual(await fresh(root, { kind: 'base' }), [[], { words: `${words}, which main has too` }]);

    // Typed above the old one, which moves down and stays old.
    const file = join(root, 'src/a.ts');
    await client!.open(file);
    await client!.edit(file, swallow('two') + swallow('one'));
    await client!.until('the second', () => client!.known!.folders[0]!.report!.findings.filter(({ ruleId }) => ruleId === FILTER.rule).length === 2);
    assert.deepEqual(await fresh(root), [[['src/a.ts', 5], ['src/a.ts', 11]], undefined]);
    assert.deepEqual(await fresh(root, { kind: 'base' }), [[['src/a.ts', 5]], { words: `${words}, which main has too` }]);
    assert.deepEqual((await origin(root)).commit, { hash: first, branch: 'topic', changed: true });

    writeIn(root, 'src/a.ts', swallow('two') + swallow('one'));
    await client!.changedOnDisk(file);
    commitAll(root, 'go on');
    const second = gitIn(root, 'rev-parse', 'HEAD').trim();
    const before = client!.state!.folders[0]!.versions;
    await client!.changedOnDisk(join(root, '.git/logs/HEAD'));
    await client!.until('the commit', () => client!.state!.folders[0]!.versions.origin !== before.origin);
    assert.notEqual(client!.state!.folders[0]!.versions.changes, before.changes);
    assert.equal(client!.state!.folders[0]!.versions.findings, before.findings, 'the findings are the same');
    assert.deepEqual(await fresh(root, { kind: 'base' }), [[['src/a.ts', 5]], { words: `since ${words.slice(23)}, where this branch left main` }]);
    assert.deepEqual((await fresh(root, { kind: 'commit', name: 'HEAD' }))[0], []);
    assert.deepEqual((await fresh(root, { kind: 'day', day: '2000-01-01' }))[0], [['src/a.ts', 5], ['src/a.ts', 11]]);
    assert.deepEqual(await fresh(root, { kind: 'commit', name: 'nope' }),
      [[], { problem: 'git does not know the revision "nope". In a shallow clone, fetch more history (for example "fetch-depth: 0").' }]);
    assert.deepEqual((await origin(root)).commit, { hash: second, branch: 'topic', changed: false });
    const { content } = await client!.connection.sendRequest<ExportReportResult>(EXPORT_REPORT, { folder: pathToFileURL(root).href, format: 'html' });
    assert.match(content, /<option value="0">New since the base branch, main<\/option>/);
    assert.ok(content.includes(`commit ${second.slice(0, 7)} on topic</span>`));
  });

  it('is no question to git in a workspace that is not trusted, and is told when it is', async () => {
    const root = temporaryFolder({ 'src/a.ts': swallow('one') });
    commitAll(root, 'begin');
    await start(root, { trusted: false });
    assert.equal((await origin(root)).commit, null);
    const [, told] = await fresh(root, { kind: 'base' });
    assert.deepEqual(told, { problem: 'Git is not asked in a workspace that is not trusted. Trust it to tell new code from old.' });
    const before = client!.state!.folders[0]!.versions;
    await client!.connection.sendNotification(TRUST_GRANTED);
    await client!.until('the commit', () => client!.state!.folders[0]!.versions.origin !== before.origin);
    assert.equal((await origin(root)).commit!.branch, 'main');
    assert.ok('words' in (await fresh(root, { kind: 'base' }))[1]!);
  });

  it('says outside of a repository why it cannot be told', async () => {
    const root = temporaryFolder({ 'src/a.ts': swallow('one') });
    await start(root);
    assert.equal((await origin(root)).commit, null);
    assert.deepEqual(await fresh(root, { kind: 'day', day: '2026-01-01' }),
      [[], { problem: 'The folder is in no git repository, which would tell new code from old. Run "git init" there and commit.' }]);
    const wrong = client!.ask(root, { kind: 'groups', by: 'rule', since: { kind: 'day', day: '2026-02-31' }, ...PAGE });
    await assert.rejects(wrong, /This is no question about a folder/);
  });
});

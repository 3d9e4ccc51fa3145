/** The comment that the workflow for GitHub keeps on a pull request: its two jobs are run, against a server that speaks GitHub's calls. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const MARK = '<!-- archwright:diff -->';
const TOKEN = 'token-of-this-run';
const BOT = { login: 'github-actions[bot]', type: 'Bot' };

interface Comment { id: number; body: string; user: { login: string; type: string } }

/** The comments of pull request 7, as GitHub keeps them. */
class Comments {
  list: Comment[] = [];
  asked: string[] = [];
  /** Answers this instead, for methods that write. */
  refusal: { status: number; message: string } | null = null;
  /** Called before a change is made. */
  before: (() => void) | null = null;
  #next = 100;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }

  add(body: string, user = BOT): void {
    this.list.push({ id: this.#next++, body, user });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let sent = '';
    for await (const chunk of request) sent += String(chunk);
    const { method = '', url = '', headers } = request;
    this.asked.push(method);
    const answer = (status: number, body?: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (headers.authorization !== `Bearer ${TOKEN}` || headers['user-agent'] === undefined) return answer(401, { message: 'Bad credentials' });
    if (method !== 'GET') this.before?.();
    if (method !== 'GET' && this.refusal !== null) return answer(this.refusal.status, { message: this.refusal.message });
    const list = /^\/repos\/shop\/shop\/issues\/7\/comments(?:\?per_page=100&page=(\d+))?$/.exec(url);
    const one = /^\/repos\/shop\/shop\/issues\/comments\/(\d+)$/.exec(url);
    if (list !== null && method === 'GET') return answer(200, this.list.slice((Number(list[1]) - 1) * 100, Number(list[1]) * 100));
    if (list !== null && method === 'POST') {
      this.add((JSON.parse(sent) as { body: string }).body);
      return answer(201, this.list.at(-1));
    }
    const found = this.list.find(({ id }) => id === Number(one?.[1]));
    if (found === undefined) return answer(404, { message: 'Not Found' });
    if (found.user.login !== BOT.login) return answer(403, { message: 'Must have admin rights to Repository.' });
    if (method === 'DELETE') {
      this.list.splice(this.list.indexOf(found), 1);
      return void response.writeHead(204).end();
    }
    found.body = (JSON.parse(sent) as { body: string }).body;
    return answer(200, found);
  }
}

interface Step { run?: string; shell?: string }

/** Steps of the two jobs, after the installation. */
function stepsOf(folder: string): { diff: string; comment: string } {
  assert.equal(runCli(['init', folder, '--workflow']).status, 0);
  const { jobs } = parse(readFileSync(join(folder, '.github/workflows/archwright.yml'), 'utf8')) as { jobs: Record<string, { steps: Step[] }> };
  const last = (job: string): string => jobs[job]!.steps.at(-1)!.run!;
  return { diff: last('diff'), comment: last('comment') };
}

describe('the comment on a pull request', () => {
  let folder: string;
  let steps: { diff: string; comment: string };
  let api: string;
  let comments: Comments;

  before(() => {
    folder = temporaryFolder({
      'package.json': '{ "name": "shop", "version": "1.2.0" }\n',
      'src/web/page.ts': "import { place } from '../orders/index';\nexport const page = (): string => place('1');\n",
      'src/orders/index.ts': "export { place } from './place';\nexport { cancel } from './place';\n",
      'src/orders/place.ts': 'export const place = (id: string): string => id;\nexport const cancel = (id: string): string => id;\n',
    });
    steps = stepsOf(folder);
    commitAll(folder, 'one');
    writeIn(folder, '.git/info/exclude', 'node_modules\n');
    writeIn(folder, 'node_modules/.bin/archwright', `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
    chmodSync(join(folder, 'node_modules/.bin/archwright'), 0o755);
  });

  beforeEach(async () => {
    comments = new Comments();
    api = await comments.listen();
  });

  afterEach(() => comments.close());
  after(removeTemporaryFolders);

  /** Merges the head of the pull request into its base as GitHub does, and runs the job that may not write. @returns what it hands on */
  function compare(): string {
    gitIn(folder, 'checkout', '-q', '--detach', 'main');
    gitIn(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'change');
    const temp = temporaryFolder();
    const env = { ...process.env, BASE: 'origin/main', RUNNER_TEMP: temp, GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_OUTPUT: join(temp, 'output') };
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', steps.diff], { cwd: folder, env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync(join(temp, 'summary'), 'utf8'), readFileSync(join(temp, 'diff.md'), 'utf8'));
    const [line, ...more] = readFileSync(join(temp, 'output'), 'utf8').split('\n');
    assert.deepEqual(more, [''], 'one line, so that no text can end it');
    return /^markdown=(\S+)$/.exec(line!)![1]!;
  }

  /** Runs the job that may write, as the runner does: from a file without an ending, in a folder of its own. */
  async function keep(diff: string, given: Readonly<Record<string, string>> = {}): Promise<{ status: number | null; said: string }> {
    const place = temporaryFolder({ script: steps.comment });
    const env = { PATH: process.env['PATH'], API: api, DIFF: diff, IS_OURS: 'true', NUMBER: '7', REPOSITORY: 'shop/shop', TOKEN, ...given };
    const child = spawn(process.execPath, [join(place, 'script')], { cwd: place, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    assert.ok(!said.includes(TOKEN), said);
    return { status, said: said.trim() };
  }

  const change = (text: string): void => {
    gitIn(folder, 'checkout', '-q', '-B', 'change', 'main');
    writeIn(folder, 'src/orders/index.ts', text);
    gitIn(folder, 'commit', '-q', '--allow-empty', '-a', '-m', 'change');
  };

  it('is written once, mended by a later push, and taken back when the change is undone', async () => {
    comments.add('A person speaks.', { login: 'ada', type: 'User' });
    change("export { place } from './place';\n");
    // The base went on after GitHub merged: that is none of the pull request's changes.
    const breaking = compare();
    assert.deepEqual(await keep(breaking), { status: 0, said: 'Wrote the comment.' });
    assert.equal(comments.list.length, 2);
    assert.match(comments.list[1]!.body, /^<!-- archwright:diff -->\n## Architecture changes\n\n`origin\/main` → `the working tree` · /);
    assert.match(comments.list[1]!.body, /\*\*1 block changed: 1 breaking\*\*/);
    assert.match(comments.list[1]!.body, /cancel is no longer exported\./);

    comments.asked = [];
    assert.deepEqual(await keep(breaking), { status: 0, said: 'The comment is there already.' });
    assert.deepEqual(comments.asked, ['GET']);

    change("export { place } from './place';\nexport { cancel } from './place';\nexport const more = 1;\n");
    assert.deepEqual(await keep(compare()), { status: 0, said: 'Mended the comment.' });
    assert.equal(comments.list.length, 2);
    assert.match(comments.list[1]!.body, /1 block changed: 1 modified/);
    assert.doesNotMatch(comments.list[1]!.body, /no longer exported/);

    change("export { place } from './place';\nexport { cancel } from './place';\n");
    const nothing = compare();
    assert.deepEqual(await keep(nothing), { status: 0, said: 'Took the comment back: nothing of the change is left.' });
    assert.deepEqual(comments.list.map(({ body }) => body), ['A person speaks.']);
    comments.asked = [];
    assert.deepEqual(await keep(nothing), { status: 0, said: 'Nothing to tell.' });
    assert.deepEqual(comments.asked, ['GET']);
  });

  it('tells what the pull request does, also when its base has gone on', () => {
    change("export { place } from './place';\n");
    gitIn(folder, 'checkout', '-q', '-B', 'later', 'main');
    writeIn(folder, 'src/web/page.ts', 'export const other = 1;\n');
    gitIn(folder, 'commit', '-q', '-a', '-m', 'later');
    gitIn(folder, 'update-ref', 'refs/remotes/origin/main', 'later');
    const text = spawnSync('gzip', ['-d'], { input: Buffer.from(compare(), 'base64'), encoding: 'utf8' }).stdout;
    assert.match(text, /\| 🔴 Breaking \| `orders` \|/);
    assert.doesNotMatch(text, /\| `web` \|.*\n\| 🔴|other/);
  });

  const packed = (text: string): string => spawnSync('gzip', ['-n'], { input: text }).stdout.toString('base64');

  it('leaves comments of others alone, finds its own behind many, and removes a second one', async () => {
    for (let count = 0; count < 150; count++) comments.add(`${count}`, { login: 'ada', type: 'User' });
    comments.add(`${MARK}\ncopied`, { login: 'eve', type: 'User' });
    comments.add(`${MARK}\ncopied`, { login: 'github-actions[bot]', type: 'User' });
    comments.add('of another workflow');
    comments.add(`${MARK}\nold`);
    comments.add(`${MARK}\nolder`);
    assert.deepEqual(await keep(packed('## new\n')), { status: 0, said: 'Mended the comment.' });
    assert.deepEqual(comments.list.slice(150).map(({ body }) => body), [`${MARK}\ncopied`, `${MARK}\ncopied`, 'of another workflow', `${MARK}\n## new`]);
  });

  it('writes a new one when somebody deletes it meanwhile', async () => {
    comments.add(`${MARK}\nold`);
    comments.before = () => {
      comments.list = [];
      comments.before = null;
    };
    assert.deepEqual(await keep(packed('## new\n')), { status: 0, said: 'Wrote the comment.' });
    assert.deepEqual(comments.list.map(({ body }) => body), [`${MARK}\n## new`]);
  });

  it('says that a fork may not comment, and asks for nothing', async () => {
    const { status, said } = await keep(packed('## new\n'), { IS_OURS: 'false' });
    assert.equal(status, 0);
    assert.match(said, /^::notice::No comment was written: a pull request from a fork may not write any\. [^\n]*$/);
    assert.deepEqual(comments.asked, []);
  });

  it('passes with a warning where the token may not write, and fails with one line on other answers', async () => {
    comments.refusal = { status: 403, message: 'Resource not accessible by integration\n::error::x' };
    const refused = await keep(packed('## new\n'));
    assert.equal(refused.status, 0);
    assert.match(refused.said, /^::warning::No comment was written, because this run may not write any\. POST [^\n]* 403: [^\n]*Resource not acc[^\n]*$/);
    comments.refusal = { status: 502, message: 'Bad gateway' };
    const failed = await keep(packed('## new\n'));
    assert.equal(failed.status, 1);
    assert.match(failed.said, /^::error::The comment could not be written\. POST http:[^\n]* was answered with 502: [^\n]*$/);
    comments.close();
    const gone = await keep(packed('## new\n'), { API: 'http://127.0.0.1:1' });
    assert.equal(gone.status, 1);
    assert.match(gone.said, /^::error::The comment could not be written\. fetch failed \([^\n]*\)$/);
  });

  it('writes a text of any kind as it is, and runs nothing of it', async () => {
    const text = '## $(touch ran) `touch ran` ${{ github.token }} \'"\\ \n::error::x\n%0A 🔴';
    assert.equal((await keep(packed(text))).said, 'Wrote the comment.');
    assert.deepEqual(comments.list.map(({ body }) => body), [`${MARK}\n${text}`]);
  });
});

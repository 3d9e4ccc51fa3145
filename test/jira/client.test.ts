/** Requests to Jira as they are really sent: to which site, with what, how often, and what is said when it fails. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { InDoubt, JiraClient, Refused, Stopped, Unanswered, type Clock } from '../../server/jira-client/client.ts';
import { baseOf, siteOf, SiteError } from '../../server/jira-client/site.ts';
import { NoAnswer, sender, type JiraAnswer, type JiraRequest } from '../../server/jira-client/transport.ts';

const TOKEN = 'tok-123-secret';
const READ: JiraRequest = { method: 'GET', path: '/rest/api/3/x', kind: 'reading', repeatable: true };
const CREATE: JiraRequest = { method: 'POST', path: '/rest/api/3/issue/bulk', body: {}, kind: 'creating', repeatable: false };

describe('the site of Jira', () => {
  const env = { ARCHWRIGHT_JIRA_HOST: 'acme.atlassian.net', ARCHWRIGHT_JIRA_EMAIL: 'ada@example.com', ARCHWRIGHT_JIRA_TOKEN: TOKEN };

  it('is that of the token, whatever a folder would like', () => {
    const authorization = `Basic ${Buffer.from(`ada@example.com:${TOKEN}`).toString('base64')}`;
    assert.deepEqual(siteOf(env, null), { base: 'https://acme.atlassian.net', authorization });
    assert.equal(siteOf(env, 'https://ACME.atlassian.net/').base, 'https://acme.atlassian.net');
    assert.equal(siteOf({ ...env, ARCHWRIGHT_JIRA_EMAIL: '' }, null).authorization, `Bearer ${TOKEN}`);
    const told = (error: unknown): boolean => error instanceof SiteError && error.message.includes('Nothing was sent') && !error.message.includes(TOKEN);
    for (const other of [
      'https://evil.example', 'https://acme.atlassian.net.evil.example', 'http://acme.atlassian.net', 'https://acme.atlassian.net:444',
      'https://acme.atlassian.net/ex', 'x y',
    ]) assert.throws(() => siteOf(env, other), told, other);
    // A password in the configuration of a folder is not repeated.
    assert.throws(() => siteOf(env, 'https://ada:wombat@acme.atlassian.net'), (error: unknown) => told(error) && !String(error).includes('wombat'));
  });

  it('is encrypted, but for this machine itself', () => {
    const good = {
      'localhost': 'https://localhost', 'http://127.0.0.1:8080/': 'http://127.0.0.1:8080', 'http://[::1]:1': 'http://[::1]:1',
      'https://api.atlassian.com/ex/jira/1': 'https://api.atlassian.com/ex/jira/1',
    };
    assert.deepEqual(Object.keys(good).map(baseOf), Object.values(good));
    for (const bad of [
      'http://acme.atlassian.net', 'ftp://acme.atlassian.net', 'https://a:b@acme.atlassian.net', 'https://acme.atlassian.net?x=1',
      'https://acme.atlassian.net#x', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example', '',
    ]) assert.equal(baseOf(bad), null, bad);
  });

  it('and its token are asked for by name', () => {
    assert.throws(() => siteOf({}, null), /^Error: Set ARCHWRIGHT_JIRA_HOST and ARCHWRIGHT_JIRA_TOKEN in the environment/);
    assert.throws(() => siteOf({ ...env, ARCHWRIGHT_JIRA_TOKEN: 'a\nb' }, null), /holds characters that no token has/);
  });
});

describe('a request to Jira', () => {
  let server: Server;
  let base = '';
  let answerWith: (request: IncomingMessage, response: ServerResponse) => void;
  const seen: IncomingMessage[] = [];
  before(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      request.resume();
      answerWith(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = (request: JiraRequest, timeOut = 2000): Promise<JiraAnswer> => sender({ base, authorization: `Bearer ${TOKEN}` }, timeOut)(request);
  const lost = (text: RegExp, unsent: boolean) => (error: unknown): boolean =>
    error instanceof NoAnswer && text.test(error.message) && error.unsent === unsent && !String(error.stack).includes(TOKEN);

  it('carries the credentials, and gives status, headers and body back', async () => {
    answerWith = (_, response) => response.writeHead(201, { 'retry-after': '3', 'set-cookie': 'a=b' }).end('{"a":1}');
    assert.deepEqual(await send({ ...READ, query: { q: 'a&b' } }), { status: 201, headers: new Map([['retry-after', '3']]), body: { a: 1 } });
    const { url, headers } = seen.at(-1)!;
    assert.deepEqual([url, headers.authorization, headers.cookie], ['/rest/api/3/x?q=a%26b', `Bearer ${TOKEN}`, undefined]);
  });

  it('follows nobody to another address', async () => {
    const before = seen.length;
    answerWith = (_, response) => response.writeHead(302, { location: `${base}/rest/api/3/stolen` }).end();
    assert.equal((await send(READ)).status, 302);
    assert.equal(seen.length, before + 1);
    await assert.rejects(send({ ...READ, path: '/rest/../../evil' }), lost(/outside/, true));
    assert.equal(seen.length, before + 1);
  });

  it('tells an answer that never came from a request that was never sent', async () => {
    answerWith = (request) => request.socket.destroy();
    await assert.rejects(send(CREATE), lost(/./, false));
    answerWith = () => undefined;
    await assert.rejects(send(CREATE, 50), lost(/^no answer within/, false));
    answerWith = (_, response) => {
      response.writeHead(200).write('{"half":');
      setTimeout(() => response.destroy(), 10);
    };
    await assert.rejects(send(CREATE), lost(/./, false));
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    await assert.rejects(sender({ base: `http://127.0.0.1:${port}`, authorization: '' })(CREATE), lost(/^ECONNREFUSED$/, true));
  });

  it('gives up on an answer without an end', async () => {
    answerWith = (_, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, 'x')));
      };
      response.on('drain', more);
      more();
    };
    await assert.rejects(send(READ, 60_000), lost(/too long/, false));
  });
});

describe('a client of Jira', () => {
  interface Asked { answers: (JiraAnswer | NoAnswer)[]; request?: JiraRequest }

  const answer = (status: number, headers: Record<string, string> = {}, body: unknown = {}): JiraAnswer =>
    ({ status, headers: new Map(Object.entries(headers)), body });

  /** What came of a request, and how long was waited, in seconds. */
  async function ask({ answers, request = READ }: Asked): Promise<{ result: unknown; waits: number[]; sent: number }> {
    const waits: number[] = [];
    let time = Date.UTC(2026, 0, 1);
    let sent = 0;
    const clock: Clock = { now: () => time, random: () => 1, sleep: async (milliseconds) => {
      waits.push(milliseconds / 1000);
      time += milliseconds;
      await Promise.resolve();
    } };
    const client = new JiraClient(async () => {
      await Promise.resolve();
      const next = answers[Math.min(sent++, answers.length - 1)]!;
      if (next instanceof NoAnswer) throw next;
      return next;
    }, clock);
    const result = await client.ask(request, z.unknown()).catch((error: unknown) => error);
    return { result, waits, sent };
  }

  it('waits as long as it is asked to, and longer each time when it is not', async () => {
    const limited = answer(429, { 'retry-after': '7', 'ratelimit-reason': 'jira-burst-based' });
    assert.deepEqual(await ask({ answers: [limited, answer(200)] }), { result: {}, waits: [7], sent: 2 });
    assert.deepEqual((await ask({ answers: [answer(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }), answer(200)] })).waits, [9]);
    assert.deepEqual((await ask({ answers: [answer(502), answer(500), new NoAnswer('x', false), answer(504), answer(200)] })).waits, [1, 2, 4, 8]);
    assert.deepEqual((await ask({ answers: [answer(429), answer(200)], request: CREATE })).waits, [1], 'what was refused was not done');
  });

  it('stops where it makes no sense to go on', async () => {
    for (const [first, said] of [
      [answer(401), 'Jira does not accept the credentials (401)'],
      [answer(403, { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' }), 'Jira asks for a captcha: log in with a browser once, and try again'],
      [answer(302), 'Jira sends us to another address (302), which is not followed'],
      [
        answer(429, { 'retry-after': '3600', 'ratelimit-reason': 'jira-quota-tenant-based' }),
        'Jira wants to be left in peace for 60 minutes (jira-quota-tenant-based); try again then',
      ],
      [answer(429), 'Jira keeps refusing for there being too many requests (429); try again later'],
    ] as const) {
      const { result } = await ask({ answers: [first] });
      assert.ok(result instanceof Stopped, said);
      assert.equal(result.message, said);
    }
  });

  it('tells what was refused, and by which field', async () => {
    for (const status of [400, 403, 404, 410]) {
      const { result, sent } = await ask({ answers: [answer(status, {}, { errorMessages: ['No.'], errors: { duedate: 'Wrong.' } })] });
      assert.ok(result instanceof Refused);
      assert.deepEqual([result.message, result.fields, sent], [`No. duedate: Wrong. (${status})`, new Map([['duedate', 'Wrong.']]), 1]);
    }
    assert.equal(((await ask({ answers: [answer(404, {}, '<html>')] })).result as Error).message, 'Jira refuses it (404, reading)');
  });

  it('does not send again what could then be done twice', async () => {
    for (const first of [new NoAnswer('ECONNRESET', false), answer(500), answer(503, { 'retry-after': '1' })]) {
      const { result, sent } = await ask({ answers: [first, answer(201)], request: CREATE });
      assert.ok(result instanceof InDoubt);
      assert.equal(sent, 1);
    }
    assert.deepEqual((await ask({ answers: [new NoAnswer('ECONNREFUSED', true), answer(201)], request: CREATE })).sent, 2);
    const { result, sent } = await ask({ answers: [new NoAnswer('x', false)] });
    assert.ok(result instanceof Unanswered);
    assert.equal(sent, 6);
  });
});

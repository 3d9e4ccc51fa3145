/** A secret that is handed to the language server is in no trace of the messages, as the client writes it. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { LogOutputChannel } from 'vscode';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, Trace, TraceFormat } from 'vscode-languageserver/node';
import { HiddenSecrets } from '../../client/server/hidden-secrets.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----\n';
const TOKEN = 'tok"4711\\not-for-others';

describe('the trace of messages to the language server', () => {
  const written: string[] = [];
  const output = { trace: (message: string) => void written.push(message), logLevel: 1 } as unknown as LogOutputChannel;
  const hidden = new HiddenSecrets();
  const channel = hidden.channel(output);
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createProtocolConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));

  before(async () => {
    server.onRequest('archwright/audit', () => ({ headline: 'Signed.' }));
    server.listen();
    client.listen();
    const log = (message: unknown, data?: string): void => channel.trace(`${String(message)}\n${data ?? ''}`);
    await client.trace(Trace.Verbose, { log }, { sendNotification: false, traceFormat: TraceFormat.Text });
  });
  afterEach(() => written.splice(0));
  after(() => {
    client.dispose();
    server.dispose();
  });

  const send = (params: object): Promise<unknown> => client.sendRequest('archwright/audit', params);

  it('holds everything but the secrets that are under way', async () => {
    await hidden.during([PEM, TOKEN], () => send({ folder: 'file:///shop', command: { kind: 'checkpoint', key: PEM, token: TOKEN } }));
    const text = written.join('\n');
    assert.match(text, /Sending request 'archwright\/audit[^]*"key": "\*{8}",\s*"token": "\*{8}"/);
    assert.match(text, /Received response[^]*"headline": "Signed\."/);
    assert.deepEqual(['MC4CAQAwBQYDK2Vw', '4711', TOKEN].filter((part) => text.includes(part)), []);
  });

  it('hides a secret until the last request with it has ended, also when one fails', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const first = hidden.during([TOKEN], () => new Promise((done) => {
      end = done;
    }));
    await assert.rejects(hidden.during([TOKEN], () => Promise.reject(new Error('no'))), /no/);
    await send({ token: TOKEN });
    assert.ok(!written.join('\n').includes('4711'));
    end();
    await first;
    await send({ token: TOKEN });
    assert.ok(written.join('\n').includes('4711'), 'the test sees what is written');
  });

  it('is written by the channel itself, whose level it has', () => {
    assert.equal(channel.logLevel, 1);
  });
});

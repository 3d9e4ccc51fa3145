/** The Jira of ours behind real HTTP, on this machine. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JiraRequest } from '../../../server/jira-client/transport.ts';
import type { JiraServer } from './server.ts';

export interface ServedJira {
  base: string;
  /** Values of the header `Authorization` that came. */
  seen: string[];
  /** What happens to the next requests in place of an answer: it is done and the connection dies. */
  drop: number;
  /** Waited for after a change was made and before it is answered. */
  beforeAnswer: (() => Promise<void>) | null;
  close(): void;
}

/** @param jira that answers @returns where it is served; close it in the end */
export async function serveJira(jira: JiraServer): Promise<ServedJira> {
  const server = createServer((request, response) => {
    void readAll(request).then(async (text) => {
      served.seen.push(request.headers.authorization ?? '');
      const url = new URL(request.url ?? '', served.base);
      const { status, headers, body } = jira.handle({
        method: request.method as JiraRequest['method'], path: url.pathname, query: Object.fromEntries(url.searchParams),
        body: text === '' ? undefined : JSON.parse(text),
      });
      if (served.drop > 0 && request.method !== 'GET') {
        served.drop--;
        request.socket.destroy();
        return;
      }
      if (request.method !== 'GET') await served.beforeAnswer?.();
      response.writeHead(status, Object.fromEntries(headers)).end(body === undefined ? undefined : JSON.stringify(body));
    }).catch((error: unknown) => response.writeHead(599).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const served: ServedJira = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen: [], drop: 0, beforeAnswer: null,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return served;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Serves the routes over HTTP. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Logger } from '../../infrastructure/logging/index.ts';
import { BadRequest, type Answer, type Call, type Route } from './routing.ts';

const LARGEST_BODY = 100_000;
/** Errors that the caller can do something about, and may therefore read. */
const FOR_THE_CALLER = [BadRequest];

/**
 * Makes the server; it does not listen yet.
 * @param routes asked in their order
 * @param logger told of what fails
 * @returns the server
 */
export function createShopServer(routes: readonly Route[], logger: Logger): Server {
  return createServer((request, response) => {
    void answer(request, routes, logger).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
}

async function answer(
  request: IncomingMessage,
  routes: readonly Route[],
  logger: Logger,
): Promise<Answer> {
  try {
    const call = await readCall(request);
    for (const each of routes) {
      const answered = each(call);
      if (answered !== null) return await answered;
    }
    return { status: 404, body: { error: 'There is nothing here.' } };
  } catch (error) {
    if (error instanceof Error && FOR_THE_CALLER.some((kind) => error instanceof kind)) {
      return { status: 400, body: { error: error.message } };
    }
    logger.error('request failed', error);
    return { status: 500, body: { error: 'Something went wrong.' } };
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop.invalid');
  const body = parseBody(await readText(request));
  return { method: request.method ?? 'GET', path: pathname, query: searchParams, body };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BadRequest('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new BadRequest('The request is no JSON.', { cause });
  }
}

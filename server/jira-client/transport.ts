/** One request to the site and its answer. The only place of Archwright that reaches the network. */
import type { Site } from './site.ts';

export interface JiraRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the site, beginning with `/rest/`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Names the kind of request, for limits that hold for one kind. */
  kind: string;
  /** Whether doing it twice is the same as doing it once. */
  repeatable: boolean;
  /** Called just before it is sent, each time that it is: when that was matters if no answer comes. */
  beforeSending?: () => Promise<void>;
}

/** An answer, whatever it says. */
export interface JiraAnswer {
  status: number;
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>;
  /** Parsed JSON; undefined for a body that is empty or something else. */
  body: unknown;
}

/** No answer came. */
export class NoAnswer extends Error {
  /** Whether the request certainly never reached the site. */
  readonly unsent: boolean;
  constructor(message: string, unsent: boolean) {
    super(message);
    this.unsent = unsent;
  }
}

/** Sends a request. @throws {NoAnswer} */
export type Send = (request: JiraRequest) => Promise<JiraAnswer>;

/** In milliseconds. */
export const TIME_OUT = 30_000;
/** In bytes; a page of 50 issues with long texts has about one megabyte. */
const LARGEST_ANSWER = 32 * 1024 * 1024;
const KEPT_HEADERS = ['retry-after', 'ratelimit-reason', 'x-seraph-loginreason', 'location'];
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** @param timeOut in milliseconds, for a whole answer @returns what sends to the site, and nowhere else */
export function sender({ base, authorization }: Site, timeOut = TIME_OUT): Send {
  return async ({ method, path, query = {}, body }) => {
    const url = new URL(`${base}${path}`);
    // A key from a file must not lead out of the interface.
    if (!url.href.startsWith(`${base}/rest/`)) throw new NoAnswer('the address is outside of the interface of Jira', true);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    try {
      const response = await fetch(url, {
        method,
        // The credentials are for this site alone, wherever it would like to send us.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeOut),
        headers: { authorization, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const headers = new Map(KEPT_HEADERS.flatMap((name): [string, string][] => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }));
      return { status: response.status, headers, body: parsed(await textOf(response)) };
    } catch (error) {
      throw noAnswer(error, timeOut);
    }
  };
}

async function textOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > LARGEST_ANSWER) throw new NoAnswer('the answer is too long', false);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words of our own: a message of the library could quote what was sent. */
function noAnswer(error: unknown, timeOut: number): NoAnswer {
  if (error instanceof NoAnswer) return error;
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return new NoAnswer(`no answer within ${Math.round(timeOut / 1000)} s`, false);
  const code = typeof cause?.code === 'string' ? cause.code : 'the connection broke';
  return new NoAnswer(code, NEVER_SENT.has(code));
}

/** Sends any messages to the built language server, also those that no editor sends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Answer {
  result?: unknown;
  error?: { code: number; message: string };
}

export class RawClient {
  readonly process: ChildProcess;
  /** Diagnostics as they were last published, by address. */
  readonly diagnostics = new Map<string, unknown[]>();
  /** What the server wrote to its standard error. */
  stderr = '';
  /** Every message but answers, with its size in bytes. */
  readonly heard: { method: string; bytes: number; params: unknown }[] = [];
  busy = true;
  reviewed = false;
  #id = 0;
  #buffer = Buffer.alloc(0);
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly ended: Promise<number | string | null>;

  private constructor() {
    this.process = spawn(process.execPath, [join(import.meta.dirname, '../../dist/server.cjs'), '--stdio'], { stdio: 'pipe' });
    this.process.stdout!.on('data', (data: Buffer) => this.#take(data));
    this.process.stderr!.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.process.stdin!.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(code ?? signal)));
  }

  /** @param params of `initialize` instead of the usual ones */
  static async start(folder: string, params?: unknown): Promise<RawClient> {
    const client = new RawClient();
    const usual = {
      processId: null, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'x' }], capabilities: {},
      initializationOptions: { followsState: true },
    };
    await client.ask('initialize', params ?? usual);
    client.tell('initialized', {});
    return client;
  }

  /** Sends a message as it is. */
  send(message: unknown): void {
    const text = JSON.stringify(message);
    this.process.stdin!.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  tell(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) });
  }

  /** @returns the number of the request, to cancel it, and its answer */
  request(method: string, params?: unknown): { id: number; answer: Promise<Answer> } {
    const id = ++this.#id;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.send({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    return { id, answer };
  }

  ask(method: string, params?: unknown): Promise<Answer> {
    return this.request(method, params).answer;
  }

  /** Waits until a review is shown and nothing is under way. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet = this.busy || !this.reviewed ? 0 : quiet + 1) {
      await new Promise((next) => setTimeout(next, 200));
      await this.ask('archwright/rules');
    }
  }

  /** @returns what is shown, each file's findings in a fixed order */
  shown(): Record<string, string[]> {
    const all = [...this.diagnostics].filter(([, own]) => own.length > 0).map(([uri, own]) => [uri, own.map((each) => JSON.stringify(each)).sort()] as const);
    return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async stop(): Promise<number | string | null> {
    await this.ask('shutdown');
    this.tell('exit');
    return this.ended;
  }

  #take(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:[^\r]+\r\n)*\r\n/.exec(this.#buffer.toString('latin1', 0, 200));
      if (head === null) return;
      const end = head[0].length + Number(head[1]);
      if (this.#buffer.length < end) return;
      this.#heard(JSON.parse(this.#buffer.toString('utf8', head[0].length, end)) as Heard, end);
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #heard(message: Heard, bytes: number): void {
    if (message.method !== undefined) this.heard.push({ method: message.method, bytes, params: message.params });
    if (message.method === undefined) {
      this.#waiting.get(message.id!)?.(message);
      this.#waiting.delete(message.id!);
    } else if (message.id !== undefined) this.send({ jsonrpc: '2.0', id: message.id, result: null });
    else if (message.method === 'textDocument/publishDiagnostics') this.diagnostics.set(message.params.uri!, message.params.diagnostics!);
    else if (message.method === 'archwright/state') {
      this.busy = message.params.busy!;
      this.reviewed = message.params.folders!.some(({ versions }) => versions.score !== undefined);
    }
  }
}

interface Heard extends Answer {
  id?: number;
  method?: string;
  params: { uri?: string; diagnostics?: unknown[]; busy?: boolean; folders?: { versions: { score?: string } }[] };
}

/**
 * `npm run bench -- --memory [EDITS]`: memory of the language server while files of both languages are edited one after the other.
 * Garbage is collected before each look, so that what is left is what something still holds.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient } from '../../test/kit/lsp-client.ts';
import { generatePythonWorkspace } from './python-workspace.ts';
import { build, numbers } from './shared.ts';
import { generateWorkspace } from './workspace.ts';

const EDITS = 10_000;
/** Later figures are compared with those after this many edits. */
const BASE = 1000;
const MOST_GROWTH = 1.1;
/** How many files are open at a time. */
const OPEN = 12;
/** After so many edits the client waits until the server has taken them in. */
const TOGETHER = 10;

/** Loaded into the server and its threads: whoever connects to the socket is told what memory is in use. */
const PROBE = `
const { BroadcastChannel, isMainThread, threadId } = require('node:worker_threads');
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');
const used = () => {
  for (let turn = 0; turn < 4; turn++) collect();
  return process.memoryUsage();
};
const channel = new BroadcastChannel('memory');
channel.unref();
if (isMainThread) {
  const threads = new Map();
  channel.onmessage = ({ data }) => data !== 'tell' && threads.set(data.threadId, data.heapUsed);
  require('node:net').createServer((socket) => {
    threads.clear();
    channel.postMessage('tell');
    // A thread that is at work answers too late, and is left out.
    setTimeout(() => {
      const { heapUsed } = used();
      socket.end(JSON.stringify({ heap: heapUsed, threads: [...threads.values()], resident: process.memoryUsage.rss() }));
    }, 1500);
  }).listen(process.env.MEMORY_SOCKET).unref();
} else channel.onmessage = ({ data }) => data === 'tell' && channel.postMessage({ threadId, heapUsed: used().heapUsed });
`;

/** In bytes. */
interface Memory {
  /** Of the main thread. */
  heap: number;
  /** Of each other thread. */
  threads: number[];
  /** Of the whole process. */
  resident: number;
}

async function memoryOf(socket: string): Promise<Memory> {
  let text = '';
  for await (const data of connect(socket)) text += String(data);
  return JSON.parse(text) as Memory;
}

/** An edit as people make them: notes, constants and whole functions, also with faults, and imports. */
function edited(text: string, path: string, turn: number, chance: number): string {
  const isPython = path.endsWith('.py');
  const name = `added${turn}`;
  if (chance < 0.3) return `${text}\n${isPython ? '#' : '//'} Note ${turn}.\n`;
  if (chance < 0.5) return isPython ? `${text}\n\n${name} = ${turn}\n` : `${text}\nconst ${name} = ${turn};\n`;
  if (chance < 0.9)
    return isPython
      ? `${text}\n\ndef ${name}(given: list[str] = []) -> int:\n    """Counts."""\n    return len(given) + ${turn}\n`
      : `${text}\nexport function ${name}(given: string): number {\n  try {\n    return given.length + ${turn};\n  } catch {}\n  return ${turn};\n}\n`;
  return isPython ? `import package${turn}\n${text}` : `import { ${name} } from 'package${turn}';\n${text}\nexport const used${turn} = ${name};\n`;
}

/** Edits files of a workspace at random, one in eight back to what is saved; the files edited last are open. */
class Typist {
  readonly #client: LspClient;
  readonly #files: readonly string[];
  readonly #random = numbers(20261130);
  readonly #open = new Set<string>();

  /** @param files absolute paths */
  constructor(client: LspClient, files: readonly string[]) {
    this.#client = client;
    this.#files = files;
  }

  /** @returns the file that was edited */
  async edit(turn: number): Promise<string> {
    const file = this.#files[Math.floor(this.#random() * this.#files.length)]!;
    const saved = readFileSync(file, 'utf8');
    if (!this.#open.delete(file)) await this.#client.open(file, saved);
    this.#open.add(file);
    await this.#client.edit(file, this.#random() < 1 / 8 ? saved : edited(saved, file, turn, this.#random()));
    const [oldest] = this.#open;
    if (this.#open.size > OPEN && this.#open.delete(oldest!)) await this.#client.close(oldest!);
    return file;
  }
}

/** Measures and prints. @param edits how many */
export async function benchMemory(edits = EDITS): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'archwright-bench-'));
  const root = join(work, 'workspace');
  const paths = [...generateWorkspace(root, 300, 1_200_000).paths, ...generatePythonWorkspace(root, 400, 1_000_000).paths];
  build();
  const [probe, socket] = [join(work, 'probe.cjs'), join(work, 'socket')];
  writeFileSync(probe, PROBE);
  const client = await LspClient.start([root], {
    env: { ARCHWRIGHT_CACHE: join(work, 'cache'), MEMORY_SOCKET: socket, NODE_OPTIONS: `--require ${probe}` },
    settings: { trackReviews: false }, follows: 'state',
  });
  await client.until('the first review', () => client.state?.busy === false && client.state.folders[0]?.versions.score !== undefined, 300_000);
  const typist = new Typist(client, paths.map((path) => join(root, path)));
  let base: Memory | null = null;
  for (let turn = 1; turn <= edits; turn++) {
    const file = await typist.edit(turn);
    const at = { textDocument: { uri: pathToFileURL(file).href }, position: { line: 0, character: 8 } };
    // Answered when the edit is in the graph.
    if (turn % TOGETHER === 0) await client.connection.sendRequest('textDocument/hover', at);
    if (![BASE, 2 * BASE, 5 * BASE, edits].includes(turn)) continue;
    await client.quiet(1500);
    const now = await memoryOf(socket);
    print(turn, now, base ??= now);
  }
  await client.stop();
  rmSync(work, { recursive: true, force: true });
}

function print(turn: number, now: Memory, base: Memory): void {
  const told = (bytes: number, before: number): string => {
    const growth = bytes / before;
    return `${(bytes / 1e6).toFixed(1)} MB = ${growth.toFixed(3)} × (target: ${MOST_GROWTH} ×) ${growth <= MOST_GROWTH ? '✔' : '✖'}`;
  };
  const threads = now.threads.length === 0 ? 'no other threads' : `other threads ${now.threads.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ')} MB`;
  console.log(`after ${turn} edits`.padEnd(20), `heap ${told(now.heap, base.heap)}, resident ${told(now.resident, base.resident)}, ${threads}`);
}

/** Plays scripts in a session with the real server. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { differenceOf } from '../../../server/text/difference.ts';
import { REVIEW } from '../../../server/protocol/lsp.ts';
import { LspClient, type ClientOptions } from '../lsp-client.ts';
import { NotebookInEditor } from '../notebook-in-editor.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { CONFIG } from './pieces.ts';
import type { CellChange, Editor, World } from './world.ts';

/** The server is quiet when it has sent nothing for so long and is not busy: the second that is promised, and some more for a busy machine. */
const QUIET_MS = 1500;
/** For the first review of a large project on a busy machine. */
const LONGEST_MS = 300_000;
/** Longer than the longest pause of the server. */
const BEATS_MS = [0, 1, 5, 20, 40, 100, 260, 400, 750, 1100];

export class EditorOverProtocol implements Editor {
  readonly client: LspClient;
  readonly root: string;
  readonly notebooks = new Map<string, NotebookInEditor>();
  readonly #texts = new Map<string, string>();

  constructor(client: LspClient, root: string) {
    this.client = client;
    this.root = root;
  }

  static async start(root: string, options: ClientOptions = {}): Promise<EditorOverProtocol> {
    const settings = { trackReviews: false, ...options.settings };
    return new EditorOverProtocol(await LspClient.start([root], { ...options, settings, env: { ARCHWRIGHT_CACHE: temporaryFolder(), ...options.env } }), root);
  }

  async take(path: string, text: string): Promise<void> {
    const file = join(this.root, path);
    const before = this.#texts.get(path);
    this.#texts.set(path, text);
    if (before === undefined) return this.client.open(file, text);
    const { start, endBefore, endAfter } = differenceOf(before, text);
    await this.client.replace(file, { start: placeIn(before, start), end: placeIn(before, endBefore) }, text.slice(start, endAfter));
  }

  async saved(path: string): Promise<void> {
    const uri = pathToFileURL(join(this.root, path)).href;
    if (this.notebooks.has(path)) await this.client.connection.sendNotification('notebookDocument/didSave', { notebookDocument: { uri } });
    else await this.client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(path: string): Promise<void> {
    this.#texts.delete(path);
    await this.client.close(join(this.root, path));
  }

  async openCells(path: string, cells: readonly string[]): Promise<void> {
    this.notebooks.set(path, await NotebookInEditor.open(this.client, join(this.root, path), cells.map((text) => ({ text }))));
  }

  async changeCells(path: string, change: CellChange): Promise<void> {
    const notebook = this.notebooks.get(path)!;
    if (change.way === 'edit') await notebook.edit(change.at, change.text);
    else if (change.way === 'insert') await notebook.insert(change.at, { text: change.text });
    else if (change.way === 'remove') await notebook.remove(change.at);
    else await notebook.reverse();
  }

  async closeCells(path: string): Promise<void> {
    await this.notebooks.get(path)!.close();
    this.notebooks.delete(path);
  }

  async told(paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: pathToFileURL(join(this.root, path)).href, type: 2 }));
    await this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async review(): Promise<void> {
    // Not awaited: the user goes on typing.
    void this.client.connection.sendRequest(REVIEW, {}).catch(() => undefined);
    await Promise.resolve();
  }

  async pause(beats: number): Promise<void> {
    await new Promise((next) => setTimeout(next, BEATS_MS[beats]));
  }

  async rest(): Promise<void> {
    await this.client.reviewed(LONGEST_MS);
    await this.client.quiet(QUIET_MS);
  }

  /** What is shown: by address of the document, diagnostics in a fixed order. */
  shown(): Map<string, string[]> {
    const all = [...this.client.diagnostics].filter(([, own]) => own.length > 0).map(([uri, own]) => [uri, own.map(asText).sort()] as const);
    return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Documents that show something about another version than the one that is open. */
export function wrongVersions({ client, root, notebooks }: EditorOverProtocol, world: World): string[] {
  const files = [...world.texts.keys()].map((path) => join(root, path));
  const open = new Map<string, number | undefined>(files.map((file) => [pathToFileURL(file).href, client.versionOf(file)]));
  for (const { cells } of notebooks.values()) for (const { uri, version } of cells) open.set(uri, version);
  const wrong = [...client.diagnostics].filter(([uri, own]) => own.length > 0 && client.versions.get(uri) !== open.get(uri)).map(([uri]) => uri);
  return [...wrong, ...client.wentBack];
}

/** What a server shows that is started on the same state. */
export async function freshOverProtocol(world: World, editor: EditorOverProtocol, options: ClientOptions = {}): Promise<Map<string, string[]>> {
  const fresh = await EditorOverProtocol.start(world.root, options);
  for (const [path, text] of world.texts) await fresh.take(path, text);
  for (const notebook of editor.notebooks.values()) await notebook.openIn(fresh.client);
  await fresh.rest();
  if (world.lastGood !== null) {
    await fresh.take(CONFIG, world.lastGood);
    await fresh.rest();
    await fresh.close(CONFIG);
    await fresh.rest();
  }
  const shown = fresh.shown();
  await fresh.client.stop();
  return shown;
}

function asText({ range, code, severity, message, relatedInformation }: Diagnostic): string {
  const { start, end } = range;
  const related = (relatedInformation ?? []).map((each) => `${each.location.uri}:${each.location.range.start.line}`);
  return `${start.line}:${start.character}-${end.line}:${end.character} ${String(code)} ${severity} ${String(message)} ${related.join(' ')}`;
}

function placeIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

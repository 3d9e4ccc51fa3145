/** Talks to the real, built language server over its standard input and output. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
  type Range,
  type RegistrationParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { FolderState, Versions, WorkspaceState } from '../../server/protocol/answers.ts';
import { ASK, EXPORT_REPORT, STATE, type AskParams, type AskResult, type ExportReportResult } from '../../server/protocol/lsp.ts';
import type { Question } from '../../server/protocol/question.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';

/** A folder with all that is known of it. */
export interface KnownFolder extends FolderState {
  report: JsonReport | null;
  log: LogRow[];
}

/** The newest state whose reports and logs have been fetched. */
export interface Known extends WorkspaceState {
  folders: KnownFolder[];
}

/** The parts that a report is made of. */
const REPORTED = ['graph', 'figures', 'score', 'findings'] as const satisfies (keyof Versions)[];

const ROOT = join(import.meta.dirname, '../..');

export interface ClientOptions {
  settings?: Record<string, unknown>;
  trusted?: boolean;
  /** The editor has the Ruff extension. */
  ruffRuns?: boolean;
  /** Further variables of the environment. */
  env?: Record<string, string>;
  /** The client asks for edits when an action is chosen. */
  resolvesActions?: boolean;
  /** Takes edits with places to fill in. */
  snippets?: boolean;
  /** `state`: only what is sent without being asked for; `all`, as by itself: after each state the whole reports and logs are fetched. */
  follows?: 'nothing' | 'state' | 'all';
  /** Another build of the server. */
  server?: string;
  /** The client runs the commands of links and code lenses. */
  runsCommands?: boolean;
  /** Formats in which it shows hovers, as it tells the server. */
  hoverFormats?: string[];
}

/** @param document path of a file, or the address of a document */
function addressOf(document: string): string {
  return /^[\w-]{2,}:/.test(document) ? document : pathToFileURL(document).href;
}

export class LspClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Newest diagnostics by address. */
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** The version that they are about; absent where the document is not open. */
  readonly versions = new Map<string, number>();
  /** Documents for which something was published about an older version than before. */
  readonly wentBack: string[] = [];
  readonly messages: string[] = [];
  /** As it was last sent. */
  state: WorkspaceState | null = null;
  known: Known | null = null;
  /** Patterns of files that the server asked to watch, each with its folder. */
  readonly watched: { baseUri: string; pattern: string }[] = [];
  /** How often the client was asked to ask again for code lenses. */
  lensRefreshes = 0;
  /** What the server is given when it asks for the settings. */
  settings: Record<string, unknown> = {};
  #versions = new Map<string, number>();
  #waiting = new Set<() => void>();
  #lastHeard = performance.now();
  #fetching: Promise<void> = Promise.resolve();

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.process = process;
    this.connection = connection;
  }

  /** Starts a server on folders and waits until it has answered `initialize`. */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<LspClient> {
    const child = spawn(process.execPath, [options.server ?? join(ROOT, 'dist/server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...options.env },
    });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const client = new LspClient(child, connection);
    client.settings = options.settings ?? {};
    connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[]; version?: number }) => {
      const { uri, version } = params;
      client.diagnostics.set(uri, params.diagnostics);
      if (version !== undefined && version < (client.versions.get(uri) ?? 0)) client.wentBack.push(uri);
      if (version === undefined) client.versions.delete(uri);
      else client.versions.set(uri, version);
      client.#wake();
    });
    const { follows = 'all' } = options;
    connection.onNotification(STATE, (state: WorkspaceState) => {
      client.state = state;
      client.#wake();
      // In order, and without those that were overtaken.
      if (follows === 'all') client.#fetching = client.#fetching.then(() => (client.state === state ? client.#fetch(state) : undefined), () => undefined);
    });
    for (const method of ['window/logMessage', 'window/showMessage']) {
      connection.onNotification(method, (params: { message: string }) => {
        client.messages.push(params.message);
        client.#wake();
      });
    }
    connection.onRequest('workspace/configuration', () => [client.settings]);
    connection.onRequest('workspace/codeLens/refresh', () => {
      client.lensRefreshes++;
      client.#wake();
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, registerOptions } of registrations) {
        if (method !== 'workspace/didChangeWatchedFiles') continue;
        const { watchers } = registerOptions as { watchers: { globPattern: { baseUri: string; pattern: string } }[] };
        client.watched.push(...watchers.map(({ globPattern }) => globPattern));
      }
      client.#wake();
      return null;
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder.split('/').at(-1)! })),
      initializationOptions: {
        trusted: options.trusted ?? true, followsState: follows !== 'nothing', ...(options.ruffRuns === undefined ? {} : { ruffRuns: options.ruffRuns }),
        ...(options.runsCommands === undefined ? {} : { runsCommands: options.runsCommands }),
      },
      capabilities: {
        workspace: {
          configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true },
          codeLens: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          ...(options.snippets === true ? { workspaceEdit: { snippetEditSupport: true } } : {}),
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          ...(options.hoverFormats === undefined ? {} : { hover: { contentFormat: options.hoverFormats } }),
          codeAction: options.resolvesActions ? { resolveSupport: { properties: ['edit'] } } : {},
        },
      },
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** The user changes the settings. */
  async changeSettings(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Waits for something to be so; fails with what was waited for. */
  async until(what: string, holds: () => boolean, timeoutMs = 30_000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const check = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`Waited ${timeoutMs} ms in vain: ${what}`));
      }, timeoutMs);
      this.#waiting.add(check);
    });
  }

  /** Waits until every folder has been reviewed and nothing is under way. */
  async reviewed(timeoutMs?: number): Promise<Known> {
    await this.until(
      'the first review',
      () =>
        this.known !== null &&
        !this.known.busy &&
        this.known.folders.length > 0 &&
        this.known.folders.every((folder) => folder.report !== null || folder.problem !== null),
      timeoutMs,
    );
    return this.known!;
  }

  /** Asks about a folder. */
  ask<Asked extends Question>(folder: string, question: Asked, known?: string): Promise<AskResult<Asked>> {
    const params: AskParams<Asked> = { folder: addressOf(folder), question, ...(known === undefined ? {} : { known }) };
    return this.connection.sendRequest<AskResult<Asked>>(ASK, params);
  }

  /** @param document path of a file, or address of another document */
  diagnosticsOf(document: string): Diagnostic[] {
    return this.diagnostics.get(addressOf(document)) ?? [];
  }

  /** Version of an open text document, as the server was told. */
  versionOf(path: string): number | undefined {
    return this.#versions.get(addressOf(path));
  }

  /** Ids of the rules that speak in a file, sorted. */
  rulesIn(path: string): string[] {
    return this.diagnosticsOf(path).map((each) => String(each.code)).sort();
  }

  async open(path: string, text = readFileSync(path, 'utf8')): Promise<void> {
    const uri = pathToFileURL(path).href;
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  }

  /** Replaces the whole text, as unsaved typing does. */
  async edit(path: string, text: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** Replaces a part of the text, as typing does. */
  async replace(path: string, range: Range, text: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** Waits until the server has answered all that it was sent, is not busy, and has been silent for a while. */
  async quiet(milliseconds: number): Promise<void> {
    const started = performance.now();
    for (let silent = 0; silent < milliseconds || this.state?.busy === true; silent = performance.now() - Math.max(started, this.#lastHeard)) {
      await new Promise((next) => setTimeout(next, Math.max(20, milliseconds - silent)));
      await this.connection.sendRequest('archwright/rules');
    }
  }

  async close(path: string): Promise<void> {
    this.#versions.delete(addressOf(path));
    this.versions.delete(addressOf(path));
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: pathToFileURL(path).href } });
  }

  async changedOnDisk(path: string, type: 1 | 2 | 3 = 2): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type }] });
  }

  /** Code actions at a range; edits are resolved when the server left them out. */
  async actions(document: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return await this.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: addressOf(document) }, range, context: { diagnostics: this.diagnosticsOf(document), ...(only ? { only } : {}) },
    });
  }

  async resolve(action: CodeAction): Promise<WorkspaceEdit | undefined> {
    return (await this.connection.sendRequest<CodeAction>('codeAction/resolve', action)).edit;
  }

  /** Ends the server in order. @returns its exit code */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', (code) => resolve(code)));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }

  async #fetch(state: WorkspaceState): Promise<void> {
    const before = new Map(this.known?.folders.map((folder) => [folder.key, folder]));
    const folders = await Promise.all(state.folders.map((folder) => this.#fetchFolder(folder, before.get(folder.key))));
    this.known = { ...state, folders };
    this.#wake();
  }

  async #fetchFolder(folder: FolderState, before: KnownFolder | undefined): Promise<KnownFolder> {
    const { key, versions } = folder;
    const isSame = (part: keyof Versions): boolean => before?.versions[part] === versions[part];
    const isKnown = REPORTED.every(isSame);
    const report = versions.score === undefined ? null : isKnown ? before!.report
      : JSON.parse((await this.connection.sendRequest<ExportReportResult>(EXPORT_REPORT, { folder: key, format: 'json' })).content) as JsonReport;
    return { ...folder, report, log: isSame('log') ? before!.log : await this.#log(key) };
  }

  async #log(folder: string): Promise<LogRow[]> {
    const rows: LogRow[] = [];
    for (;;) {
      const order = { search: '', rows: 'all', sort: 'time', descending: false, fields: [] as string[] } as const;
      const question = { kind: 'log', ...order, offset: rows.length, limit: 500 } as const;
      const { total, entries } = (await this.ask(folder, question)).answer!;
      rows.push(...entries.filter((line) => line.kind !== 'group'));
      if (rows.length >= total) return rows;
    }
  }

  #wake(): void {
    this.#lastHeard = performance.now();
    for (const check of [...this.#waiting]) check();
  }
}

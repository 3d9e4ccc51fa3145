/** The life cycle of the language server: start, restart, requests, stop. */
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { RUFF_RUNS, STATE, TRUST_GRANTED, type RuffRunsParams, type StateParams } from '../../server/protocol/lsp.ts';
import { clientOptions } from './client-options.ts';
import { CrashHandler } from './crash-handler.ts';
import { HiddenSecrets } from './hidden-secrets.ts';

/** Thrown by a request when the server is not running. */
export class ServerNotRunning extends Error {
  constructor() {
    super('the language server is not running');
  }
}

export type ServerState = 'starting' | 'running' | 'stopped';

/** The client of the language server. */
export class ServerConnection implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private watchers: vscode.Disposable[] = [];
  private current: ServerState = 'starting';
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly stateArrived = new vscode.EventEmitter<StateParams>();
  private readonly gaveUp = new vscode.EventEmitter<void>();

  readonly onDidChangeState = this.stateChanged.event;
  /** What is known of the folders; not of the server itself, as `onDidChangeState`. */
  readonly onFolders = this.stateArrived.event;
  /** Fires when the server crashed too often to be restarted automatically. */
  readonly onDidGiveUp = this.gaveUp.event;

  private readonly hidden = new HiddenSecrets();
  private readonly serverModule: string;
  private readonly output: vscode.LogOutputChannel;

  /**
   * @param serverModule path of the server's bundle.
   * @param output channel for the server's log.
   */
  constructor(serverModule: string, output: vscode.LogOutputChannel) {
    this.serverModule = serverModule;
    this.output = output;
  }

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server. @throws when it cannot be started or does not respond. */
  async start(): Promise<void> {
    const { options, watchers } = clientOptions(this.output, new CrashHandler(() => this.gaveUp.fire()));
    options.traceOutputChannel = this.hidden.channel(this.output);
    this.watchers = watchers;
    const run = { module: this.serverModule, transport: TransportKind.ipc };
    const server: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } };
    const client = new LanguageClient('archwright', 'Archwright', server, options);
    this.client = client;
    client.onNotification(STATE, (state: StateParams) => this.stateArrived.fire(state));
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) this.setState(newState);
    });
    this.update('starting');
    try {
      await client.start();
    } catch (error) {
      this.update('stopped');
      throw error;
    }
  }

  /** Stops the server, if it is running, and starts a new one. @throws as `start` does. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops the server and waits for it. */
  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    if (!client) return;
    try {
      await client.dispose();
    } catch (error) {
      // A server that never started, or hangs, cannot be shut down; a new one replaces it.
      this.output.warn(`The language server did not shut down cleanly: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.update('stopped');
  }

  /** Sends a request and waits for its result. @throws ServerNotRunning, or the error of the server. */
  async request<Result>(method: string, params?: object, token?: vscode.CancellationToken): Promise<Result> {
    const client = this.client;
    if (!client || this.current === 'stopped') throw new ServerNotRunning();
    // With a token that is undefined, the parameters would be sent as a list of two.
    return await (token === undefined ? client.sendRequest<Result>(method, params) : client.sendRequest<Result>(method, params, token));
  }

  /** Sends a request that holds secrets, and shows them in no trace. @param secrets every one that the parameters hold @throws like `request` */
  async requestWithSecrets<Result>(method: string, params: object, secrets: readonly string[], token?: vscode.CancellationToken): Promise<Result> {
    return await this.hidden.during(secrets, () => this.request<Result>(method, params, token));
  }

  /** Tells the server that the user now trusts the workspace. A server that is not running yet is told when it starts. */
  async trustGranted(): Promise<void> {
    if (this.current === 'running') await this.client?.sendNotification(TRUST_GRANTED);
  }

  /** Tells the server whether another extension shows ruff's findings. A server that is not running yet is told when it starts. */
  async tellRuffRuns(runs: boolean): Promise<void> {
    const params: RuffRunsParams = { runs };
    if (this.current === 'running') await this.client?.sendNotification(RUFF_RUNS, params);
  }

  private setState(state: State): void {
    this.update(state === State.Running ? 'running' : state === State.Starting ? 'starting' : 'stopped');
  }

  private update(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    this.stateChanged.fire(state);
  }

  /** Stops the server without waiting; `deactivate` uses `stop`, which waits. */
  dispose(): void {
    void this.stop();
    this.stateChanged.dispose();
    this.stateArrived.dispose();
    this.gaveUp.dispose();
  }
}

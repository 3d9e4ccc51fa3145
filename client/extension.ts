/** Entry point of the extension: creates its parts and connects them. */
import * as vscode from 'vscode';
import type { WorkspaceState } from '../server/protocol/answers.ts';
import type { AnswerTo, Question } from '../server/protocol/question.ts';
import { registerCommands } from './commands/register.ts';
import { Credentials } from './credentials.ts';
import { showFailure } from './messages.ts';
import { Panel } from './panel/panel.ts';
import { panelMessageHandler } from './panel/messages.ts';
import { ServerConnection } from './server/connection.ts';
import { onDidChangeRuff, ruffRuns } from './server/client-options.ts';
import { StateStore } from './state-store.ts';
import { createStatusBar } from './status-bar.ts';
import { registerViews, type Views } from './views/register.ts';
import { registerVirtualDocuments } from './virtual-documents.ts';

/** API for other extensions and for tests. */
export interface ArchwrightApi {
  /** Which folders there are, and in which version each part of their reviews is. */
  state(): WorkspaceState;
  onDidChangeState: vscode.Event<WorkspaceState>;
  /** A part of a folder's review, or a page of a list. */
  ask<Asked extends Question>(folder: string, question: Asked): Promise<AnswerTo<Asked>>;
  /** The trees of the activity bar. */
  views: Views;
}

let connection: ServerConnection | undefined;

/** Called once by VS Code. Returns before the server has started, so that VS Code does not wait for it. */
export function activate(context: vscode.ExtensionContext): ArchwrightApi {
  const { subscriptions, extensionUri } = context;
  const output = vscode.window.createOutputChannel('Archwright', { log: true });
  const server = new ServerConnection(vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath, output);
  connection = server;
  const states = new StateStore(server);
  const panel = new Panel(extensionUri, states, panelMessageHandler(states, server, output));
  const views = registerViews(states, context.workspaceState, subscriptions);

  subscriptions.push(
    output,
    states,
    server,
    panel,
    registerVirtualDocuments(),
    createStatusBar(states, server),
    ...registerCommands({ connection: server, credentials: new Credentials(context.secrets), output, showPanel: (tab, block) => panel.show(tab, block) }),
    server.onFolders((state) => states.set(state)),
    server.onDidChangeState((state) => {
      if (state === 'stopped') states.serverStopped();
    }),
    server.onDidGiveUp(() => void showFailure(output, 'keep its language server running', new Error('it crashed too often'))),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.trustGranted()),
    onDidChangeRuff(() => void server.tellRuffRuns(ruffRuns())),
  );

  server.start().catch((error: unknown) => showFailure(output, 'start its language server', error));
  return { state: () => states.state, onDidChangeState: states.onDidChange, ask: (folder, question) => states.ask(folder, question), views };
}

/** Called by VS Code when the window closes; waits for the server to shut down. */
export async function deactivate(): Promise<void> {
  await connection?.stop();
}

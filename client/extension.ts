/** Entry point of the extension: creates its parts and connects them. */
import * as vscode from 'vscode';
import type { PanelSnapshot } from '../server/protocol/panel.ts';
import { registerCommands } from './commands/register.ts';
import { showFailure } from './messages.ts';
import { Panel } from './panel/panel.ts';
import { panelMessageHandler } from './panel/messages.ts';
import { ServerConnection } from './server/connection.ts';
import { onDidChangeRuff, ruffRuns } from './server/client-options.ts';
import { SnapshotStore } from './snapshot-store.ts';
import { createStatusBar } from './status-bar.ts';
import { registerViews, type Views } from './views/register.ts';
import { registerVirtualDocuments } from './virtual-documents.ts';

/** API for other extensions and for tests. */
export interface ArchwrightApi {
  /** The latest results. */
  snapshot(): PanelSnapshot;
  onDidChangeSnapshot: vscode.Event<PanelSnapshot>;
  /** The trees of the activity bar. */
  views: Views;
}

let connection: ServerConnection | undefined;

/** Called once by VS Code. Returns before the server has started, so that VS Code does not wait for it. */
export function activate(context: vscode.ExtensionContext): ArchwrightApi {
  const { subscriptions, extensionUri } = context;
  const output = vscode.window.createOutputChannel('Archwright', { log: true });
  const snapshots = new SnapshotStore();
  const server = new ServerConnection(vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath, output);
  connection = server;
  const panel = new Panel(extensionUri, snapshots, panelMessageHandler(snapshots, server, output));
  const views = registerViews(snapshots, context.workspaceState, subscriptions);

  subscriptions.push(
    output,
    snapshots,
    server,
    panel,
    registerVirtualDocuments(),
    createStatusBar(snapshots, server),
    ...registerCommands({ connection: server, snapshots, output, showPanel: (tab, block) => panel.show(tab, block) }),
    server.onSnapshot((snapshot) => snapshots.set(snapshot)),
    server.onDidChangeState((state) => {
      if (state === 'stopped') snapshots.serverStopped();
    }),
    server.onDidGiveUp(() => void showFailure(output, 'keep its language server running', new Error('it crashed too often'))),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.trustGranted()),
    onDidChangeRuff(() => void server.tellRuffRuns(ruffRuns())),
  );

  server.start().catch((error: unknown) => showFailure(output, 'start its language server', error));
  return { snapshot: () => snapshots.snapshot, onDidChangeSnapshot: snapshots.onDidChange, views };
}

/** Called by VS Code when the window closes; waits for the server to shut down. */
export async function deactivate(): Promise<void> {
  await connection?.stop();
}

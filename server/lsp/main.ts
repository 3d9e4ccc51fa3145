/**
 * The language server. Communicates over standard input and output, or over Node IPC when VS Code starts it. Its thread in
 * the background runs the same bundle, which then serves nobody.
 */
import { isMainThread } from 'node:worker_threads';
import {
  CodeActionKind,
  createConnection,
  DidChangeConfigurationNotification,
  ProposedFeatures,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { PROGRAM } from '../app/program.ts';
import { CLIENT_COMMANDS, FIX_ALL_KIND, RUFF_RUNS, SETTINGS_SECTION, TRUST_GRANTED, type InitializationOptions, type RuffRunsParams } from '../protocol/lsp.ts';
import { followDocuments } from './documents.ts';
import { followNotebooks, NOTEBOOK_SYNC } from './notebooks/follow-notebooks.ts';
import { onCodeLenses } from './requests/code-lenses.ts';
import { onCodeActions } from './requests/code-actions.ts';
import { onCommands } from './requests/commands.ts';
import { onControls } from './requests/controls.ts';
import { onEdits } from './requests/edits.ts';
import { onFolderRequests } from './requests/folder-requests.ts';
import { onHovers } from './requests/hovers.ts';
import { onQuestions } from './requests/questions.ts';
import { onRules } from './requests/rules.ts';
import { Session } from './session.ts';

export { writeComparison } from '../app/told/comparison-page.ts';
export { compareVersions } from '../app/editing/version-thread.ts';
export { readReportInThread } from '../app/editing/report-thread.ts';

if (isMainThread) serve();

function serve(): void {
  const overChannel = process.send !== undefined || process.argv.includes('--node-ipc');
  const connection = overChannel ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const session = new Session(connection);
  let folders: WorkspaceFolder[] = [];
  let capabilities: ClientCapabilities = {};

  connection.onInitialize((params) => {
    capabilities = params.capabilities;
    folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []);
    const options = params.initializationOptions as Partial<InitializationOptions> | undefined;
    session.setTrusted(options?.trusted !== false);
    session.setRuffRuns(options?.ruffRuns === true);
    session.followsState = options?.followsState === true;
    session.clientRunsCommands = options?.runsCommands === true;
    session.lenses.isKnown = capabilities.workspace?.codeLens?.refreshSupport === true;
    session.knowsSnippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    const watching = capabilities.workspace?.didChangeWatchedFiles;
    session.gitWatch.canWatch = watching?.dynamicRegistration === true && watching.relativePatternSupport === true;
    session.canPullSettings = capabilities.workspace?.configuration === true;
    return {
      serverInfo: { name: 'archwright', version: PROGRAM.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        notebookDocumentSync: NOTEBOOK_SYNC,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
        hoverProvider: true,
        codeLensProvider: { resolveProvider: true },
        // A client that runs them would register them twice.
        ...(session.clientRunsCommands ? {} : { executeCommandProvider: { commands: [CLIENT_COMMANDS.showUses] } }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        await Promise.all(removed.map((folder) => session.remove(folder.uri)));
        await session.add(added);
      });
    }
    await session.pullSettings();
    await session.add(folders);
  });

  connection.onDidChangeConfiguration(() => session.pullSettings());
  connection.onNotification(TRUST_GRANTED, () => session.setTrusted(true));
  connection.onNotification(RUFF_RUNS, ({ runs }: RuffRunsParams) => session.setRuffRuns(runs));
  connection.onShutdown(() => session.dispose());

  const documents = followDocuments(session, followNotebooks(session));
  onCodeActions(session, () => capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true);
  onHovers(session, documents, () => capabilities);
  onCodeLenses(session);
  onFolderRequests(session);
  onEdits(session);
  onControls(session);
  onCommands(session);
  onQuestions(session);
  onRules(session);
  connection.listen();
}

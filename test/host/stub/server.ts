/**
 * A test double of the language server: it answers from a script, so that the client can be tested
 * against what a real server does rarely or never. Rule ids under `stub/` make it misbehave.
 */
import {
  CodeActionKind, createConnection, ProposedFeatures, ResponseError, TextDocumentSyncKind, type CodeAction, type CodeLens, type Location,
} from 'vscode-languageserver/node';
import {
  ASK,
  AUDIT,
  BASELINE,
  CHOICES,
  CLIENT_COMMANDS,
  CONTROLS,
  DIFF,
  EDIT_ISSUE,
  EXPLAIN,
  EXPORT_REPORT,
  GATE,
  HOOKS,
  PROPOSE_CONFIGURATION,
  REVIEW,
  RUFF_RUNS,
  RULES,
  STATE,
  SYNC,
  TRACK,
  TRUST_GRANTED,
  USES,
  type AskParams,
  type AskResult,
  type AuditParams,
  type BaselineResult,
  type Choice,
  type Controls,
  type EditIssueParams,
  type EditIssueResult,
  type ExplainParams,
  type ExplainResult,
  type ExportReportParams,
  type ExportReportResult,
  type HooksParams,
  type HooksResult,
  type InitializationOptions,
  type ProposeResult,
  type ReviewResult,
  type RuffRunsParams,
  type RuleSummary,
  type SuppressArguments,
  type SyncParams,
  type Told,
  type ToldSync,
  type TrackParams,
  type UsesParams,
} from '../../../server/protocol/lsp.ts';
import { answerTo, stateOf, versionOf, type ShownFolder } from '../../../server/app/panel/answer.ts';
import type { WorkspaceState } from '../../../server/protocol/answers.ts';
import { scriptedLog, scriptedReport } from './report.ts';

const connection = createConnection(ProposedFeatures.all);
let folders: { uri: string; name: string }[] = [];
let trusted = false;
let ruffRuns = false;

connection.onInitialize(({ workspaceFolders, initializationOptions }) => {
  folders = workspaceFolders ?? [];
  const options = initializationOptions as InitializationOptions;
  trusted = options.trusted;
  ruffRuns = options.ruffRuns === true;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      codeLensProvider: { resolveProvider: true },
    },
  };
});

connection.onInitialized(() => sendState());
connection.onNotification(TRUST_GRANTED, () => { trusted = true; });
connection.onNotification(RUFF_RUNS, ({ runs }: RuffRunsParams) => { ruffRuns = runs; });

connection.onCodeAction(({ textDocument, range }): CodeAction[] => {
  const target: SuppressArguments = { uri: textDocument.uri, ruleId: 'quality/long-function', line: range.start.line, scope: 'next-line', commentPrefix: '//' };
  return [
    {
      title: 'Suppress with a reason',
      kind: CodeActionKind.QuickFix,
      command: { title: 'Suppress', command: CLIENT_COMMANDS.suppressWithReason, arguments: [target] },
    },
  ];
});

connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const data: UsesParams = { uri, position: range.start, of: { kind: 'block' } };
  return [{ range, data }];
});
connection.onCodeLensResolve((lens): CodeLens => (
  { ...lens, command: { title: 'used by 1 block', command: CLIENT_COMMANDS.showUses, arguments: [lens.data] } }
));
connection.onRequest(USES, ({ uri }: UsesParams): Location[] => [{ uri, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } } }]);

connection.onRequest(REVIEW, (): ReviewResult => {
  sendState();
  return { folders: folders.map(({ uri, name }) => ({ key: uri, name, total: 87.5, grade: 'B+', errors: 1, warnings: 2, infos: 1 })) };
});

connection.onRequest(EXPLAIN, ({ ruleId }: ExplainParams): ExplainResult => {
  if (ruleId === 'stub/crash') process.exit(1);
  if (ruleId === 'stub/error') throw new ResponseError(-32603, 'the stub was told to fail');
  if (ruleId === 'stub/trust') return { markdown: `trusted: ${trusted}` };
  if (ruleId === 'stub/ruff') return { markdown: `ruff: ${ruffRuns}` };
  if (ruleId === 'stub/process') return { markdown: `process: ${process.pid}` };
  return { markdown: ruleId.startsWith('quality/') ? `# ${ruleId}\n\nWhy it matters.` : null };
});

connection.onRequest(RULES, (): RuleSummary[] => [
  { id: 'quality/long-function', title: 'A function that is too long', guideline: 'general §2', severity: 'warning', fixable: false },
  { id: 'security/hardcoded-secret', title: 'A key in the code', guideline: 'review §3.1', severity: 'error', fixable: true },
  { id: 'stub/error', title: 'Answers with an error', guideline: 'none', severity: 'info', fixable: false },
  { id: 'stub/trust', title: 'Tells what it knows about trust', guideline: 'none', severity: 'info', fixable: false },
]);
connection.onRequest(BASELINE, (): BaselineResult => ({ path: 'archwright-baseline.json', count: 4 }));
connection.onRequest(PROPOSE_CONFIGURATION, (): ProposeResult => ({ text: '// Proposed by Archwright.\n{ "preset": "layered" }\n', existing: null }));
connection.onRequest(HOOKS, ({ action }: HooksParams): HooksResult => ({ message: `The git hook: ${action}.` }));
connection.onRequest(EXPORT_REPORT, ({ format }: ExportReportParams): ExportReportResult => ({ content: `report as ${format}` }));

connection.onRequest(CONTROLS, (): Controls => ({ gates: [], audit: null }));
connection.onRequest(EDIT_ISSUE, ({ changes }: EditIssueParams): Extract<EditIssueResult, { changes: unknown }> => ({ changes }));

connection.onRequest(GATE, (): Told => ({ headline: 'The gate [good](command:x) failed.', holds: false, document: page('gates', 'failed') }));
connection.onRequest(DIFF, (): Told => ({ headline: 'Nothing changed.', holds: null, document: page('changes', 'none') }));
connection.onRequest(TRACK, ({ command }: TrackParams): Told => {
  const { kind } = command;
  if (kind === 'document') return { headline: '', holds: null, document: { ...page('planning', command), use: 'draft' } };
  return { headline: `Did ${kind}.`, holds: kind === 'done' ? true : null, document: kind === 'tick' ? null : page(kind, command) };
});
// It tells whether secrets came, and not which.
connection.onRequest(AUDIT, ({ command }: AuditParams): Told => (
  { headline: `Did ${command.kind} with ${'key' in command ? 'a key' : 'no key'}.`, holds: true, document: page('audit', command.kind) }
));
connection.onRequest(SYNC, ({ apply, overwrite, credentials }: SyncParams): ToldSync => ({
  headline: `${apply ? 'Did' : 'Planned'} with ${credentials?.host ?? 'no token'}, ${overwrite.length} overwritten.`, holds: apply,
  document: page('sync', apply ? 'done' : 'plan'), pending: true, conflicts: ['SHOP-1'],
}));
connection.onRequest(CHOICES, (): Choice[] => [{ id: 'SHOP-1', title: 'SHOP-1', detail: 'search' }]);

function page(name: string, told: unknown): NonNullable<Told['document']> {
  return { name, text: `# ${name}\n\n${typeof told === 'string' ? told : JSON.stringify(told)}\n`, use: 'page' };
}

connection.onRequest(ASK, ({ folder, question }: AskParams): AskResult => {
  const own = shownFolders().find(({ key }) => key === folder);
  if (own === undefined) throw new ResponseError(-32602, `the folder ${folder} is not open`);
  const isFocused = 'since' in question && question.since !== undefined;
  const answer = answerTo(own, question, isFocused ? { words: 'since 1a2b3c4', holds: ({ severity }) => severity === 'error' } : undefined);
  return { version: versionOf(answer), answer };
});

function shownFolders(): ShownFolder[] {
  return folders.map(({ uri, name }) => ({
    key: uri, name, report: scriptedReport(), log: scriptedLog(), problem: null, importsVersion: '1', changesVersion: '1', timeZone: 'UTC',
    origin: { project: name, at: '2026-11-30T12:00:00Z', commit: { hash: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', branch: 'main', changed: true } },
    importsBetween: () => [], flowsOn: () => [],
  }));
}

function sendState(): void {
  const state: WorkspaceState = { folders: shownFolders().map(stateOf), active: folders[0]?.uri ?? null, busy: false };
  void connection.sendNotification(STATE, state);
}

connection.listen();

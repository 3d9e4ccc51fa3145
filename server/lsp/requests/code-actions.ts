/** Quick fixes, fix-all, suppression, baseline and explanation for findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeActionKind, type CodeAction, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import { fixesFor } from '../../compose/fixes.ts';
import type { FileEdit } from '../../facts/adapter.ts';
import { compareSpans } from '../../facts/span.ts';
import { CLIENT_COMMANDS, FIX_ALL_KIND, type AddToBaselineArguments, type SuppressArguments } from '../../protocol/lsp.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { uriOfPath } from '../paths.ts';
import { toRange, touches } from '../positions.ts';
import type { OpenFolder, Session } from '../session.ts';

/** What travels with an action until its edits are asked for. */
interface ActionData {
  uri: string;
  fingerprint: string;
  title: string;
}

type Found = ReturnType<OpenFolder['session']['findingsIn']>[number];

/**
 * @param session that is asked
 * @param resolves the client asks for edits when an action is chosen, not before
 */
export function onCodeActions(session: Session, resolves: () => boolean): void {
  session.connection.onCodeAction((params, token) => {
    const place = session.locate(params.textDocument.uri);
    if (place === null || token.isCancellationRequested) return [];
    const { folder, path } = place;
    const wanted = (kind: string): boolean => params.context.only === undefined || params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const found = folder.session.findingsIn(path);
    const actions: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      for (const each of found.filter(({ finding }) => touches(finding.span, params.range))) {
        actions.push(...quickFixes(folder, each, params, resolves()), ...aboutFinding(folder, each, params));
      }
    }
    if (wanted(FIX_ALL_KIND)) {
      const edit = fixAll(folder, found, path);
      if (edit !== null) actions.push({ title: 'Apply all safe fixes of Archwright', kind: FIX_ALL_KIND, edit });
    }
    return actions;
  });

  session.connection.onCodeActionResolve((action) => {
    const data = action.data as ActionData | undefined;
    const place = data === undefined ? null : session.locate(data.uri);
    if (data === undefined || place === null) return action;
    const found = place.folder.session.findingsIn(place.path).find(({ reported }) => reported.fingerprint === data.fingerprint);
    const fix = found === undefined ? undefined : fixesOf(place.folder, found).find((each) => each.title === data.title);
    const edits = fix?.edits() ?? null;
    if (edits !== null) return { ...action, edit: toWorkspaceEdit(place.folder, edits) };
    session.connection.window.showWarningMessage(`"${action.title}" cannot be done here: the code does not allow it without more changes.`);
    return action;
  });
}

function fixesOf(folder: OpenFolder, { finding }: Found): ReturnType<typeof fixesFor> {
  return fixesFor(folder.session.workspace!, finding, (path) => textOf(folder, path));
}

/** Text of a file as the user sees it. */
function textOf(folder: OpenFolder, path: string): string | undefined {
  try {
    return folder.session.buffer(path) ?? readFileSync(join(folder.session.root, path), 'utf8');
  } catch {
    return undefined;
  }
}

function quickFixes(folder: OpenFolder, found: Found, params: CodeActionParams, resolves: boolean): CodeAction[] {
  return fixesOf(folder, found).flatMap((fix): CodeAction[] => {
    const base: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(folder.session.root, found.reported)] };
    if (fix.safe) base.isPreferred = true;
    if (resolves) {
      const data: ActionData = { uri: params.textDocument.uri, fingerprint: found.reported.fingerprint, title: fix.title };
      return [{ ...base, data }];
    }
    const edits = fix.edits();
    return edits === null ? [] : [{ ...base, edit: toWorkspaceEdit(folder, edits) }];
  });
}

/** What can be done with any finding: suppress it with a reason, accept it, have it explained. */
function aboutFinding(folder: OpenFolder, { finding, reported }: Found, params: CodeActionParams): CodeAction[] {
  const diagnostics = [toDiagnostic(folder.session.root, reported)];
  const kind = CodeActionKind.QuickFix;
  const commentPrefix = /\.([cm]?[jt]sx?|jsonc)$/.test(finding.path) ? '//' : '#';
  const suppress = (scope: SuppressArguments['scope']): SuppressArguments => ({ uri: params.textDocument.uri, ruleId: finding.ruleId, line: finding.span[0] - 1, scope, commentPrefix });
  const command = (title: string, name: string, argument: unknown): CodeAction => ({ title, kind, diagnostics, command: { title, command: name, arguments: [argument] } });
  const baseline: AddToBaselineArguments = { folder: folder.key, fingerprint: reported.fingerprint };
  return [
    command(`Suppress ${finding.ruleId} for this line …`, CLIENT_COMMANDS.suppressWithReason, suppress('next-line')),
    command(`Suppress ${finding.ruleId} in this file …`, CLIENT_COMMANDS.suppressWithReason, suppress('file')),
    ...(reported.baseline ? [] : [command('Add this finding to the baseline', CLIENT_COMMANDS.addToBaseline, baseline)]),
    command(`Explain ${finding.ruleId}`, CLIENT_COMMANDS.explainRule, finding.ruleId),
  ];
}

/** All safe fixes of a file that do not get in each other's way; null when there is none. */
function fixAll(folder: OpenFolder, found: readonly Found[], path: string): WorkspaceEdit | null {
  const taken: FileEdit['edits'] = [];
  for (const each of found) {
    const fix = fixesOf(folder, each).find((candidate) => candidate.safe);
    const edits = fix?.edits() ?? null;
    if (edits === null || edits.some((edit) => edit.path !== path || edit.create)) continue;
    const own = edits.flatMap((edit) => edit.edits);
    const apart = own.every((edit) => taken.every((other) => compareSpans(edit.span, other.span) !== 0 && (isBefore(edit.span, other.span) || isBefore(other.span, edit.span))));
    if (apart) taken.push(...own);
  }
  return taken.length === 0 ? null : toWorkspaceEdit(folder, [{ path, edits: taken }]);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  return a[2]! < b[0]! || (a[2] === b[0] && a[3]! <= b[1]!);
}

function toWorkspaceEdit(folder: OpenFolder, edits: readonly FileEdit[]): WorkspaceEdit {
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const edit of edits) {
    const uri = uriOfPath(`${folder.session.root}/${edit.path}`);
    if (edit.create) documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    documentChanges.push({ textDocument: { uri, version: null }, edits: edit.edits.map((each) => ({ range: toRange(each.span), newText: each.text })) });
  }
  return { documentChanges };
}

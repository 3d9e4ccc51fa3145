/** Quick fixes, fix-all, suppression, baseline and explanation for findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeActionKind, type CodeAction, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import { commentPrefix } from '../../compose/comments.ts';
import { fixesFor } from '../../compose/fixes.ts';
import type { FileEdit } from '../../facts/adapter.ts';
import { compareSpans } from '../../facts/span.ts';
import { CLIENT_COMMANDS, FIX_ALL_KIND, type AddToBaselineArguments, type SuppressArguments } from '../../protocol/lsp.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { touches } from '../positions.ts';
import type { OpenFolder, Session } from '../session.ts';
import { actionPlace, type ActionPlace } from './action-place.ts';

/** What travels with an action until its edits are asked for. */
interface ActionData {
  uri: string;
  fingerprint: string;
  title: string;
}

/** A finding and where it stands in the document that was asked about. */
type Found = ReturnType<OpenFolder['session']['findingsIn']>[number] & NonNullable<ReturnType<ActionPlace['find']>>;

/**
 * @param session that is asked
 * @param resolves the client asks for edits when an action is chosen, not before
 */
export function onCodeActions(session: Session, resolves: () => boolean): void {
  session.connection.onCodeAction((params, token) => {
    const place = actionPlace(session, params.textDocument.uri);
    if (place === null || token.isCancellationRequested) return [];
    const wanted = (kind: string): boolean => params.context.only === undefined || params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const found = findingsAt(place);
    const actions: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      for (const each of found.filter(({ range }) => touches(range, params.range))) {
        actions.push(...quickFixes(place, each, params, resolves()), ...aboutFinding(place, each));
      }
    }
    if (wanted(FIX_ALL_KIND)) {
      const edit = fixAll(place, found);
      if (edit !== null) actions.push({ title: 'Apply all safe fixes of Archwright', kind: FIX_ALL_KIND, edit });
    }
    return actions;
  });

  session.connection.onCodeActionResolve((action) => {
    const data = action.data as ActionData | undefined;
    const place = data === undefined ? null : actionPlace(session, data.uri);
    if (data === undefined || place === null) return action;
    const found = findingsAt(place).find(({ reported }) => reported.fingerprint === data.fingerprint);
    const fix = found === undefined ? undefined : fixesOf(place.folder, found).find((each) => each.title === data.title);
    const edits = fix?.edits() ?? null;
    const edit = edits === null ? null : place.edit(edits);
    if (edit !== null) return { ...action, edit };
    session.connection.window.showWarningMessage(`"${action.title}" cannot be done here: the code does not allow it without more changes.`);
    return action;
  });
}

function findingsAt(place: ActionPlace): Found[] {
  return place.folder.session.findingsIn(place.path).flatMap((each) => {
    const found = place.find(each.finding.span);
    return found === null ? [] : [{ ...each, ...found }];
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

function diagnosticOf({ folder }: ActionPlace, { reported, range }: Found): CodeAction['diagnostics'] {
  return [{ ...toDiagnostic(folder.session.root, reported), range }];
}

function quickFixes(place: ActionPlace, found: Found, params: CodeActionParams, resolves: boolean): CodeAction[] {
  return fixesOf(place.folder, found).flatMap((fix): CodeAction[] => {
    const base: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: diagnosticOf(place, found) };
    if (fix.safe) base.isPreferred = true;
    // Whether a fix stays within one cell only its edits tell.
    if (resolves && !place.isCell) {
      const data: ActionData = { uri: params.textDocument.uri, fingerprint: found.reported.fingerprint, title: fix.title };
      return [{ ...base, data }];
    }
    const edits = fix.edits();
    const edit = edits === null ? null : place.edit(edits);
    return edit === null ? [] : [{ ...base, edit }];
  });
}

/** What can be done with any finding: suppress it with a reason, accept it, have it explained. */
function aboutFinding(place: ActionPlace, found: Found): CodeAction[] {
  const { finding: { ruleId }, reported } = found;
  const diagnostics = diagnosticOf(place, found);
  const kind = CodeActionKind.QuickFix;
  const prefix = commentPrefix(place.path, place.isCell);
  const suppress = (scope: SuppressArguments['scope'], title: string): CodeAction[] => {
    if (prefix === null || !found.takesComment) return [];
    const argument: SuppressArguments = { uri: place.uri, ruleId, line: found.range.start.line, scope, commentPrefix: prefix };
    return [command(title, CLIENT_COMMANDS.suppressWithReason, argument)];
  };
  const command = (title: string, name: string, argument: unknown): CodeAction => ({ title, kind, diagnostics, command: { title, command: name, arguments: [argument] } });
  const baseline: AddToBaselineArguments = { folder: place.folder.key, fingerprint: reported.fingerprint };
  return [
    ...suppress('next-line', `Suppress ${ruleId} for this line …`),
    ...suppress('file', `Suppress ${ruleId} in this ${place.isCell ? 'notebook' : 'file'} …`),
    ...(reported.baseline ? [] : [command('Add this finding to the baseline', CLIENT_COMMANDS.addToBaseline, baseline)]),
    command(`Explain ${ruleId}`, CLIENT_COMMANDS.explainRule, ruleId),
  ];
}

/** All safe fixes of a document that do not get in each other's way; null when there is none. */
function fixAll(place: ActionPlace, found: readonly Found[]): WorkspaceEdit | null {
  const taken: FileEdit['edits'] = [];
  for (const each of found) {
    const fix = fixesOf(place.folder, each).find((candidate) => candidate.safe);
    const edits = fix?.edits() ?? null;
    if (edits === null || edits.some((edit) => edit.path !== place.path || edit.create)) continue;
    const own = edits.flatMap((edit) => edit.edits);
    const apart = own.every((edit) => taken.every((other) => compareSpans(edit.span, other.span) !== 0 && (isBefore(edit.span, other.span) || isBefore(other.span, edit.span))));
    if (apart) taken.push(...own);
  }
  return taken.length === 0 ? null : place.edit([{ path: place.path, edits: taken }]);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  return a[2]! < b[0]! || (a[2] === b[0] && a[3]! <= b[1]!);
}

/** Quick fixes, fix-all, suppression, baseline and explanation for findings. */
import { CodeActionKind, MessageType, ShowMessageNotification, type CodeAction, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import { commentPrefix } from '../../app/comments.ts';
import type { ShownFinding } from '../../app/editing/shown-findings.ts';
import { safeEdits, type EditedText, type Fix } from '../../app/fixes.ts';
import { CLIENT_COMMANDS, FIX_ALL_KIND, type AddToBaselineArguments, type SuppressArguments } from '../../protocol/lsp.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { touches } from '../places.ts';
import type { Session } from '../session.ts';
import { actionPlace, type ActionPlace } from './action-place.ts';
import { fixDecider } from './applicable-fixes.ts';

/** Data sent with an action until its edits are requested. */
interface ActionData {
  uri: string;
  fingerprint: string;
  title: string;
}

/** A finding and its place in the requested document. */
type Found = ShownFinding & NonNullable<ReturnType<ActionPlace['find']>>;

/**
 * @param session of the request
 * @param resolves whether the client requests edits only when an action is chosen
 */
export function onCodeActions(session: Session, resolves: () => boolean): void {
  /** Which fixes apply, by the judged state of the folder. */
  const decisions = new WeakMap<object, Map<string, boolean>>();

  session.connection.onCodeAction((params, token) => {
    const place = actionPlace(session, params.textDocument.uri);
    if (place === null || token.isCancellationRequested) return [];
    const wanted = (kind: string): boolean =>
      params.context.only === undefined || params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const found = findingsAt(place);
    const actions: CodeAction[] = [];
    const editOf = (fix: Fix): WorkspaceEdit | null => workedOut(session, place, fix);
    const touched = wanted(CodeActionKind.QuickFix) ? found.filter(({ range }) => touches(range, params.range)) : [];
    if (touched.length > 0) {
      const state = place.folder.edited.state!;
      const kept = decisions.get(state) ?? new Map<string, boolean>();
      decisions.set(state, kept);
      const means: Means = { editOf, applies: fixDecider(kept), lazily: resolves() };
      for (const each of touched) actions.push(...quickFixes(place, each, params, means), ...aboutFinding(place, each));
    }
    if (wanted(FIX_ALL_KIND)) {
      const edit = fixAll(session, place, found);
      if (edit !== null) actions.push({ title: 'Apply all safe Archwright fixes', kind: FIX_ALL_KIND, edit });
    }
    return actions;
  });

  session.connection.onCodeActionResolve((action) => {
    const data = action.data as ActionData | undefined;
    const place = data === undefined ? null : actionPlace(session, data.uri);
    if (data === undefined || place === null) return action;
    const found = findingsAt(place).find(({ reported }) => reported.fingerprint === data.fingerprint);
    const fix = found?.fixes().find((each) => each.title === data.title);
    const edits = fix?.edits() ?? null;
    const edit = edits === null ? null : place.edit(edits);
    if (edit !== null) return { ...action, edit };
    // A notification, not a request: a client that does not answer would end the server.
    const message = `"${action.title}" cannot be applied here: the code would need further changes first.`;
    void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return action;
  });
}

function findingsAt(place: ActionPlace): Found[] {
  return place.folder.edited.findingsIn(place.path).flatMap((each) => {
    const found = place.find(each.reported.range);
    return found === null ? [] : [{ ...each, ...found }];
  });
}

function diagnosticOf({ folder }: ActionPlace, { reported, range }: Found): CodeAction['diagnostics'] {
  return [{ ...toDiagnostic(folder.edited.root, reported), range }];
}

/** How quick fixes are prepared for one menu. */
interface Means {
  editOf(fix: Fix): WorkspaceEdit | null;
  applies: ReturnType<typeof fixDecider>;
  /** The client requests the edits of the chosen action. */
  lazily: boolean;
}

function quickFixes(place: ActionPlace, found: Found, params: CodeActionParams, { editOf, applies, lazily }: Means): CodeAction[] {
  return found.fixes().flatMap((fix): CodeAction[] => {
    const base: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: diagnosticOf(place, found) };
    if (fix.safe) base.isPreferred = true;
    // Only the edits show whether a fix stays within one cell.
    if (lazily && !place.isCell) {
      const data: ActionData = { uri: params.textDocument.uri, fingerprint: found.reported.fingerprint, title: fix.title };
      // The edit is computed again when chosen, because the text may have changed by then.
      return applies(JSON.stringify([place.path, found.reported.range, data]), () => editOf(fix) !== null) ? [{ ...base, data }] : [];
    }
    const edit = editOf(fix);
    return edit === null ? [] : [{ ...base, edit }];
  });
}

/** The client's form of a fix; null when it does not apply. A fix that throws does not affect the others. */
function workedOut(session: Session, place: ActionPlace, fix: Fix): WorkspaceEdit | null {
  const edits = editsOf(session, fix);
  return edits === null ? null : place.edit(edits);
}

function editsOf(session: Session, fix: Fix): EditedText[] | null {
  try {
    return fix.edits();
  } catch (error) {
    session.connection.console.error(`The fix "${fix.title}" failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    return null;
  }
}

/** Actions for any finding: suppress it with a reason, accept it, explain it. */
function aboutFinding(place: ActionPlace, found: Found): CodeAction[] {
  const { reported } = found;
  const { ruleId } = reported;
  const diagnostics = diagnosticOf(place, found);
  const kind = CodeActionKind.QuickFix;
  const prefix = commentPrefix(place.path, place.isCell);
  const suppress = (scope: SuppressArguments['scope'], title: string): CodeAction[] => {
    if (prefix === null || !found.takesComment) return [];
    const argument: SuppressArguments = { uri: place.uri, ruleId, line: found.range.start.line, scope, commentPrefix: prefix };
    return [command(title, CLIENT_COMMANDS.suppressWithReason, argument)];
  };
  const command = (title: string, name: string, argument: unknown): CodeAction => ({
    title,
    kind,
    diagnostics,
    command: { title, command: name, arguments: [argument] },
  });
  const baseline: AddToBaselineArguments = { folder: place.folder.key, fingerprint: reported.fingerprint };
  return [
    ...suppress('next-line', `Suppress ${ruleId} for this line …`),
    ...suppress('file', `Suppress ${ruleId} in this ${place.isCell ? 'notebook' : 'file'} …`),
    ...(reported.baseline ? [] : [command('Add this finding to the baseline', CLIENT_COMMANDS.addToBaseline, baseline)]),
    command(`Explain ${ruleId}`, CLIENT_COMMANDS.explainRule, ruleId),
  ];
}

/** All non-conflicting safe fixes of a document; null when there are none. */
function fixAll(session: Session, place: ActionPlace, found: readonly Found[]): WorkspaceEdit | null {
  const edits = safeEdits(place.path, found, (fix) => editsOf(session, fix));
  return edits.length === 0 ? null : place.edit([{ path: place.path, edits, create: false }]);
}

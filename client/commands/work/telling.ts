/** Commands of the terminal in the palette: ask for what is open, let the server do it, show what it tells. */
import * as vscode from 'vscode';
import type { Told, ToldDocument } from '../../../server/protocol/lsp.ts';
import { plainWords } from '../../messages.ts';
import { showMarkdown } from '../../virtual-documents.ts';
import { chooseFolder, requireTrust, type Command, type CommandContext } from '../command.ts';

/** A request in the folder that was chosen. */
export interface Work<Params> {
  method: string;
  params: Params;
  /** What goes on meanwhile, as a title: `evaluating the quality gates`. */
  doing: string;
  /** Whether the user may end it early; the server then tells what was done until then. */
  cancellable?: boolean;
  /** Every secret that the parameters hold. */
  secrets?: readonly string[];
}

interface Telling<Params extends { folder: string }> extends Omit<Work<Params>, 'params' | 'secrets' | 'cancellable'> {
  id: string;
  /** Completes "Archwright could not …". */
  task: string;
  /**
   * Asks the user for what is open.
   * @param folder URI of the folder
   * @param argument of the command
   * @returns the parameters, and the secrets in them; undefined when the user cancels
   */
  ask(context: CommandContext, folder: string, argument: unknown): Promise<{ params: Params; secrets?: readonly string[] } | undefined>;
}

/** @returns a command that sends one request and shows what it tells */
export function telling<Params extends { folder: string }>({ id, task, doing, method, ask }: Telling<Params>): Command {
  return {
    id,
    task,
    run: (context, argument) => inTrustedFolder(async (folder) => {
      const asked = await ask(context, folder, argument);
      if (asked !== undefined) await show(await work<Told>(context, { method, doing: vscode.l10n.t(doing), ...asked }));
    }),
  };
}

/** Does something in the folder that the user chooses. @throws in an untrusted workspace, before anything is asked */
export async function inTrustedFolder(act: (folder: string) => Promise<void>): Promise<void> {
  requireTrust();
  const folder = await chooseFolder(vscode.l10n.t('Choose the folder'));
  if (folder) await act(folder.uri.toString());
}

/** Lets the server work, and says so meanwhile. @returns its answer */
export async function work<Result>(
  { connection }: CommandContext, { method, params, doing, cancellable = false, secrets = [] }: Work<object>,
): Promise<Result> {
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Archwright: ${doing}`, cancellable },
    (_progress, token) => connection.requestWithSecrets<Result>(method, params, secrets, cancellable ? token : undefined),
  );
}

/** Shows a verdict as a notification that opens what it rests on, and anything else at once. */
export async function show({ headline, holds, document }: Told): Promise<void> {
  if (document !== null && holds === null) return openDocument(document, headline);
  const actions = document === null ? [] : [vscode.l10n.t('Open')];
  const tell = holds === false ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  // Not awaited: the command has ended, but the message waits for the user.
  void tell(plainWords(headline), ...actions).then(async (chosen) => {
    if (chosen !== undefined && document !== null) await openDocument(document);
  });
}

/** @param note what is to be told beside a draft; a page holds its own */
export async function openDocument({ name, text, use }: ToldDocument, note = ''): Promise<void> {
  if (use === 'page') return showMarkdown(name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'), text);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
  if (note !== '') void vscode.window.showWarningMessage(plainWords(note));
}

/** Lets the user choose what a command is about. */
import * as vscode from 'vscode';
import { CHOICES, type Choice, type ChoicesParams } from '../../../server/protocol/lsp.ts';
import type { CommandContext } from '../command.ts';

/** @returns what can be named in a command */
export function choicesOf({ connection }: CommandContext, folder: string, of: ChoicesParams['of']): Promise<Choice[]> {
  const params: ChoicesParams = { folder, of };
  return connection.request<Choice[]>(CHOICES, params);
}

/** @returns the id of the choice; undefined when the user cancels */
export async function choose(choices: readonly Choice[], placeHolder: string): Promise<string | undefined> {
  const items = choices.map(({ id, title, detail, ticked }) => ({ id, label: ticked === true ? `$(check) ${title}` : title, description: detail }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.id;
}

/**
 * @param argument of the command: the key, if it names one
 * @returns the key of an issue of the log; undefined when the user cancels
 * @throws when the log has none
 */
export async function chooseIssue(context: CommandContext, folder: string, argument?: unknown): Promise<string | undefined> {
  if (typeof argument === 'string') return argument;
  const issues = await choicesOf(context, folder, { kind: 'issues' });
  if (issues.length === 0) throw new Error(vscode.l10n.t('the log has no issues; "archwright track import" fills it from git'));
  return choose(issues, vscode.l10n.t('Choose an issue'));
}

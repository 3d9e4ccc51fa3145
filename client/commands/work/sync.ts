import * as vscode from 'vscode';
import { SYNC, type SyncParams, type ToldSync } from '../../../server/protocol/lsp.ts';
import { plainWords } from '../../messages.ts';
import type { Command, CommandContext } from '../command.ts';
import { inTrustedFolder, openDocument, show, work } from './telling.ts';

/** Brings the tracking log to Jira: shows what would be done, asks, and does it. */
export const syncJira: Command = {
  id: 'archwright.syncJira',
  task: 'sync the tracking log with Jira',
  run: (context) => inTrustedFolder(async (folder) => {
    const plan = await sync(context, { folder, apply: false, overwrite: [] }, vscode.l10n.t('asking Jira what a sync would do'));
    // The plan is to be read before the question is answered.
    if (plan.document !== null) await openDocument(plan.document);
    if (!plan.pending && plan.conflicts.length === 0) return show({ ...plan, document: null });
    const yes = vscode.l10n.t('Sync with Jira');
    if (await vscode.window.showWarningMessage(plainWords(plan.headline), yes) !== yes) return;
    const overwrite = await chooseRows(plan.conflicts);
    if (overwrite === undefined) return;
    await show(await sync(context, { folder, apply: true, overwrite }, vscode.l10n.t('syncing with Jira')));
  }),
};

/** Asks only where both sides changed something. @returns rows whose values in the log are right; undefined when the user cancels */
async function chooseRows(conflicts: readonly string[]): Promise<string[] | undefined> {
  if (conflicts.length === 0) return [];
  const placeHolder = vscode.l10n.t('Changed here and in Jira: choose the rows that overwrite what Jira has');
  return (await vscode.window.showQuickPick(conflicts.map((label) => ({ label })), { placeHolder, canPickMany: true }))?.map(({ label }) => label);
}

/** Hands over what VS Code keeps for Jira, if it keeps something. */
async function sync(context: CommandContext, params: SyncParams, doing: string): Promise<ToldSync> {
  const kept = await context.credentials.jira();
  return work<ToldSync>(context, {
    method: SYNC, doing, cancellable: true, params: kept === undefined ? params : { ...params, credentials: kept },
    secrets: kept === undefined ? [] : [kept.token],
  });
}

/** The audit log: begin it, verify it, sign a checkpoint, report on compliance. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { AUDIT, type AuditParams } from '../../../server/protocol/lsp.ts';
import { usualLogName } from '../../../server/text/log-name.ts';
import type { CommandContext } from '../command.ts';
import { telling } from './telling.ts';

export const startAudit = telling<AuditParams>({
  id: 'archwright.startAudit',
  task: 'begin the audit log',
  doing: 'beginning the audit log',
  method: AUDIT,
  async ask(_context, folder) {
    const value = usualLogName(basename(vscode.Uri.parse(folder).path));
    const title = vscode.l10n.t('Name of the log');
    const origin = await vscode.window.showInputBox({ title, value, prompt: vscode.l10n.t('Without blanks and "+", such as example.com/shop') });
    return origin === undefined ? undefined : { params: { folder, command: { kind: 'start', origin: origin.trim() } } };
  },
});

/** Verifies it by itself, by checkpoints that are found, or also by one that was kept elsewhere, which is what proves something. */
export const verifyAudit = telling<AuditParams>({
  id: 'archwright.verifyAudit',
  task: 'verify the audit log',
  doing: 'verifying the audit log',
  method: AUDIT,
  async ask(context, folder) {
    const found = { label: vscode.l10n.t('By the checkpoints beside the log and in git'), files: false };
    const kept = { label: vscode.l10n.t('Also by checkpoints that were kept elsewhere…'), files: true };
    const chosen = await vscode.window.showQuickPick([found, kept], { placeHolder: vscode.l10n.t('Choose how to verify the log') });
    if (chosen === undefined) return undefined;
    const files = chosen.files ? await vscode.window.showOpenDialog({ canSelectMany: true, title: vscode.l10n.t('Checkpoints that were kept elsewhere') }) : [];
    return files === undefined ? undefined : withKey(context, { folder, command: { kind: 'verify', checkpoints: files.map(({ fsPath }) => fsPath) } });
  },
});

export const signCheckpoint = telling<AuditParams>({
  id: 'archwright.signCheckpoint',
  task: 'sign a checkpoint',
  doing: 'signing a checkpoint',
  method: AUDIT,
  async ask(context, folder) {
    const places = [
      { label: vscode.l10n.t('Keep it beside the log') },
      { label: vscode.l10n.t('Keep it in git too, as a note of the current commit'), git: 'note' as const },
      { label: vscode.l10n.t('Keep it in git too, as a tag of the current commit'), git: 'tag' as const },
    ];
    const chosen = await vscode.window.showQuickPick(places, { placeHolder: vscode.l10n.t('Choose where to keep the checkpoint') });
    if (chosen === undefined) return undefined;
    return withKey(context, { folder, command: { kind: 'checkpoint', ...(chosen.git === undefined ? {} : { git: chosen.git }) } });
  },
});

export const showCompliance = telling<AuditParams>({
  id: 'archwright.showCompliance',
  task: 'report on compliance',
  doing: 'reporting on compliance',
  method: AUDIT,
  ask: (context, folder) => withKey(context, { folder, command: { kind: 'report' } }),
});

/** Hands over the key that VS Code keeps, if it keeps one. */
async function withKey({ credentials }: CommandContext, { folder, command }: AuditParams): Promise<{ params: AuditParams; secrets: string[] }> {
  const key = await credentials.auditKey();
  if (key === undefined) return { params: { folder, command }, secrets: [] };
  return { params: { folder, command: { ...command, key } as typeof command }, secrets: [key] };
}

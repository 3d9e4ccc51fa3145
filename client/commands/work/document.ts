import * as vscode from 'vscode';
import { TRACK, type TrackParams } from '../../../server/protocol/lsp.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../server/protocol/scrum.ts';
import type { CommandContext } from '../command.ts';
import { choicesOf, choose, chooseIssue } from './choose.ts';
import { telling } from './telling.ts';

const LABELS: Readonly<Record<DocumentKind, string>> = {
  'planning': 'Sprint planning', 'stand-up': 'Stand-up', 'review': 'Sprint review', 'retrospective': 'Retrospective', 'story': 'Story',
};
const LATEST = '';

/** Fills a document of Scrum from log and git, as a draft to go on with. Its argument is the kind of the document. */
export const writeDocument = telling<TrackParams>({
  id: 'archwright.writeScrumDocument',
  task: 'write the document',
  doing: 'writing the document',
  method: TRACK,
  async ask(context, folder, argument) {
    const document = isDocument(argument) ? argument : await pickDocument();
    if (document === undefined) return undefined;
    if (document === 'story') {
      const key = await chooseIssue(context, folder);
      return key === undefined ? undefined : { params: { folder, command: { kind: 'document', document, key } } };
    }
    const sprint = isDocument(argument) ? LATEST : await chooseSprint(context, folder);
    return sprint === undefined ? undefined : { params: { folder, command: { kind: 'document', document, ...(sprint === LATEST ? {} : { sprint }) } } };
  },
});

function isDocument(argument: unknown): argument is DocumentKind {
  return (DOCUMENT_KINDS as readonly unknown[]).includes(argument);
}

async function pickDocument(): Promise<DocumentKind | undefined> {
  const items = DOCUMENT_KINDS.map((document) => ({ label: vscode.l10n.t(LABELS[document]), document }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Choose a document') }))?.document;
}

/** Asks only where there is a choice. */
async function chooseSprint(context: CommandContext, folder: string): Promise<string | undefined> {
  const sprints = await choicesOf(context, folder, { kind: 'sprints' });
  if (sprints.length < 2) return LATEST;
  return choose([{ id: LATEST, title: vscode.l10n.t('The latest sprint'), detail: '' }, ...sprints], vscode.l10n.t('Choose a sprint'));
}

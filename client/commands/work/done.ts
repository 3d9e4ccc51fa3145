/** The definition of done: how an issue stands, and what people say of it. */
import * as vscode from 'vscode';
import { TRACK, type TrackParams } from '../../../server/protocol/lsp.ts';
import { choicesOf, choose, chooseIssue } from './choose.ts';
import { telling } from './telling.ts';

/** Tells how far an issue is done. Its argument is the key of the issue. */
export const showDone = telling<TrackParams>({
  id: 'archwright.showDone',
  task: 'tell whether the issue is done',
  doing: 'looking whether the issue is done',
  method: TRACK,
  async ask(context, folder, argument) {
    const key = await chooseIssue(context, folder, argument);
    return key === undefined ? undefined : { params: { folder, command: { kind: 'done', key } } };
  },
});

/** Ticks an item that nobody could see to be met, or takes the tick back. Its argument is the key of the issue. */
export const tickDone = telling<TrackParams>({
  id: 'archwright.tickDone',
  task: 'tick the item',
  doing: 'ticking the item',
  method: TRACK,
  async ask(context, folder, argument) {
    const key = await chooseIssue(context, folder, argument);
    if (key === undefined) return undefined;
    const items = await choicesOf(context, folder, { kind: 'items', key });
    if (items.length === 0) throw new Error(vscode.l10n.t('{0} has no item that could be ticked', key));
    const item = await choose(items, vscode.l10n.t('Choose what to tick; with a check mark, the tick is taken back'));
    if (item === undefined) return undefined;
    return { params: { folder, command: { kind: 'tick', key, item, remove: items.find(({ id }) => id === item)?.ticked === true } } };
  },
});

/** Changes of issues from the page: asked for one after the other, and remembered so that they can be taken back. */
import type { EditIssueParams, EditIssueResult, IssueChange } from '../../server/protocol/edits.ts';
import { listen, send } from '../vscode-api.ts';

/** A change that was made. */
export interface Edit extends EditIssueParams {
  /** In words, such as `Status of SHOP-42`. */
  what: string;
}

/** What was done and can be taken back, and what was taken back and can be done again; the last is at the end. */
export interface EditHistory {
  done: Edit[];
  undone: Edit[];
}

export const NO_EDITS: EditHistory = { done: [], undone: [] };
/** Older ones are not remembered. */
const MOST_EDITS = 50;

export type EditOutcome = EditIssueResult | { refusal: string };

const waiting = new Map<number, (outcome: EditOutcome) => void>();
let lastId = 0;

listen((message) => {
  if (message.type !== 'edited') return;
  waiting.get(message.id)?.(message.result);
  waiting.delete(message.id);
});

/** Has the server change an issue. @returns what was changed, or why nothing was */
export function changeIssue(params: EditIssueParams): Promise<EditOutcome> {
  const id = ++lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    send({ type: 'editIssue', id, ...params });
  });
}

/** The same changes the other way round. */
export function reversed(changes: readonly IssueChange[]): IssueChange[] {
  return changes.map(({ field, before, after }) => ({ field, before: after, after: before }));
}

/** With one more change; what was taken back before it cannot be done again. */
export function withEdit({ done, undone }: EditHistory, edit: Edit): EditHistory {
  const isElsewhere = (one: Edit): boolean => one.folder !== edit.folder;
  return { done: [...done, edit].slice(-MOST_EDITS), undone: undone.filter(isElsewhere) };
}

/** Without a change in the list that it was in, and with it in the other, unless it is null. */
export function moved(history: EditHistory, from: keyof EditHistory, edit: Edit, into: Edit | null): EditHistory {
  const other = from === 'done' ? 'undone' : 'done';
  const left = history[from].filter((one) => one !== edit);
  return { ...history, [from]: left, [other]: into === null ? history[other] : [...history[other], into].slice(-MOST_EDITS) } as EditHistory;
}

/** What a list holds last of a folder. */
export function lastOf(edits: readonly Edit[], folder: string): Edit | null {
  return edits.findLast((edit) => edit.folder === folder) ?? null;
}

/** Changing cells of the log: which is being filled in, what came of it, undo and redo. */
import { useRef, useState } from 'preact/hooks';
import type { FolderState, LogFieldInfo } from '../../server/protocol/answers.ts';
import { changeIssue, lastOf, moved, reversed, withEdit, type EditHistory } from './editing.ts';

/** A cell that is being filled in, or of which is told why it is not. */
export interface EditedCell {
  issue: string;
  /** Its line, by its id. */
  row: string;
  /** Key of the column. */
  column: string;
  field: LogFieldInfo;
  /** What the log holds as far as the page knows. */
  before: string;
  /** What stands in the input. */
  draft: string;
  /** Why it was refused, or is not changed by hand; null while nothing is wrong. */
  problem: string | null;
  isBusy: boolean;
}

/** What was last done, in words. */
export interface Told {
  words: string;
  isProblem: boolean;
}

export interface Editing {
  cell: EditedCell | null;
  told: Told | null;
  /** What undo and redo would do, in words; null when there is nothing. */
  undoable: string | null;
  redoable: string | null;
  begin: (cell: Pick<EditedCell, 'issue' | 'row' | 'column' | 'field' | 'before'>) => void;
  write: (draft: string) => void;
  commit: (draft: string) => Promise<void>;
  cancel: () => void;
  undo: () => void;
  redo: () => void;
}

/** @param history outlives the page @param onHistory is given a function from the newest history to the next */
export function useEditing(folder: FolderState, history: EditHistory, onHistory: (next: (now: EditHistory) => EditHistory) => void): Editing {
  const [cell, setCell] = useState<EditedCell | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const isBusy = useRef(false);
  const undoEdit = lastOf(history.done, folder.key);
  const redoEdit = lastOf(history.undone, folder.key);

  const commit = async (draft: string): Promise<void> => {
    if (cell === null || isBusy.current) return;
    if (draft === cell.before || cell.field.readOnly !== null) return setCell(null);
    isBusy.current = true;
    setCell({ ...cell, draft, isBusy: true, problem: null });
    const { issue, field, before } = cell;
    const what = `${field.name} of ${issue}`;
    const outcome = await changeIssue({ folder: folder.key, issue, changes: [{ field: field.name, before, after: draft }] });
    isBusy.current = false;
    if ('changes' in outcome) {
      const { changes } = outcome;
      if (changes.length > 0) onHistory((now) => withEdit(now, { folder: folder.key, issue, changes, what }));
      setCell(null);
      const after = changes.find((change) => change.field === field.name)?.after ?? before;
      setTold({ words: `${what} is ${after === '' ? 'empty' : `“${after}”`} now.`, isProblem: false });
    } else {
      // Whoever has read what the log holds now may still write over it, or leave it.
      setCell('conflict' in outcome
        ? { ...cell, draft, isBusy: false, before: outcome.now, problem: `${outcome.conflict} Enter writes yours over it, Escape keeps it.` }
        : { ...cell, draft, isBusy: false, problem: outcome.refusal });
    }
  };

  const step = async (from: keyof EditHistory): Promise<void> => {
    const edit = from === 'done' ? undoEdit : redoEdit;
    if (edit === null || isBusy.current) return;
    isBusy.current = true;
    const { issue, what, changes } = edit;
    const outcome = await changeIssue({ folder: folder.key, issue, changes: from === 'done' ? reversed(changes) : changes });
    isBusy.current = false;
    if ('changes' in outcome) {
      onHistory((now) => moved(now, from, edit, edit));
      setTold({ words: `${from === 'done' ? 'Taken back' : 'Done again'}: ${what}.`, isProblem: false });
    } else {
      // What somebody else has changed since cannot be taken back any more; what was refused may be tried again.
      if ('conflict' in outcome) onHistory((now) => moved(now, from, edit, null));
      setTold({ words: 'conflict' in outcome ? outcome.conflict : outcome.refusal, isProblem: true });
    }
  };

  return {
    cell, told, undoable: undoEdit?.what ?? null, redoable: redoEdit?.what ?? null, commit,
    begin: ({ issue, row, column, field, before }) => {
      setTold(null);
      setCell({ issue, row, column, field, before, draft: before, problem: field.readOnly, isBusy: false });
    },
    write: (draft) => setCell((now) => (now === null ? null : { ...now, draft })),
    cancel: () => setCell(null),
    undo: () => void step('done'),
    redo: () => void step('undone'),
  };
}

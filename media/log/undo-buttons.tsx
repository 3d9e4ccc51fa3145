/** Undo and redo of changes in the log, as buttons and with the usual keys. */
import { Icon } from '../icon.tsx';
import type { Editing } from './use-editing.ts';

export function UndoButtons({ editing: { undoable, redoable, undo, redo } }: { editing: Editing }) {
  const undoTitle = undoable === null ? 'Undo' : `Undo: ${undoable}`;
  const redoTitle = redoable === null ? 'Redo' : `Redo: ${redoable}`;
  return (
    <>
      <button type="button" class="button button-icon" disabled={undoable === null} aria-label={undoTitle} title={undoTitle} onClick={undo}>
        <Icon name="undo" />
      </button>
      <button type="button" class="button button-icon" disabled={redoable === null} aria-label={redoTitle} title={redoTitle} onClick={redo}>
        <Icon name="redo" />
      </button>
    </>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, but in an input, which has an undo of its own. */
export function onUndoKey(event: KeyboardEvent, { undo, redo }: Editing): void {
  if (!event.ctrlKey && !event.metaKey) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

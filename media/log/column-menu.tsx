/** Chooses the columns of the log. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FolderState } from '../../server/protocol/answers.ts';
import { useAnswer } from '../answers.ts';
import { Icon } from '../icon.tsx';
import { furtherColumn, OWN_COLUMNS, type ShownColumn } from './columns.ts';

interface ColumnMenuProps {
  folder: FolderState;
  /** In the table now. */
  shown: readonly ShownColumn[];
  /** Whether the user has chosen any. */
  isChosen: boolean;
  /** Keys of columns; null for those of the beginning. */
  onChange: (columns: string[] | null) => void;
}

/** A menu with a box for each column; it stays open while columns are chosen. */
export function ColumnMenu(props: ColumnMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const close = (event: Event): void => {
      if (menu.current && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={onKeyDown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="button"><Icon name="columns" /> Columns</summary>
      {open && <Boxes {...props} />}
    </details>
  );
}

function Boxes({ folder, shown, isChosen, onChange }: ColumnMenuProps) {
  const { answer: fields } = useAnswer(folder, { kind: 'log-fields' });
  // The others have a column of every row.
  const further = (fields ?? []).filter(({ name, column }) => name === column);
  const keys = shown.map(({ key }) => key);
  const toggle = (key: string): void => onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  const box = ({ key, title }: ShownColumn) => (
    <label key={key} class="check">
      {/* A table without columns would have no way back. */}
      <input type="checkbox" checked={keys.includes(key)} disabled={keys.length === 1 && keys.includes(key)} onChange={() => toggle(key)} />
      {title}
    </label>
  );
  return (
    <div class="menu-items column-menu">
      <fieldset>
        <legend>Reviews and issues</legend>
        {OWN_COLUMNS.map(box)}
      </fieldset>
      {[
        { legend: 'Issues only', fields: further.filter(({ isUsed }) => isUsed) },
        { legend: 'Issues only, without a value so far', fields: further.filter(({ isUsed }) => !isUsed) },
      ].map(({ legend, fields: own }) => own.length > 0 && (
        <fieldset key={legend}>
          <legend>{legend}</legend>
          {own.map(({ name }) => box(furtherColumn(name)))}
        </fieldset>
      ))}
      <button type="button" class="button" disabled={!isChosen} onClick={() => onChange(null)}>Reset</button>
    </div>
  );
}

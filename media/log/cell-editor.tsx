/** The input in a cell that is being filled in: the kind that fits the field, and what is wrong with it in words. */
import { useEffect, useRef } from 'preact/hooks';
import type { EditedCell, Editing } from './use-editing.ts';

interface CellEditorProps {
  cell: EditedCell;
  editing: Pick<Editing, 'write' | 'commit' | 'cancel'>;
  /** In the lower half of what is in view, so that words go above the cell. */
  isLow: boolean;
  /** The keys work in the table again. */
  onClose: () => void;
}

const PROBLEM = 'log-cell-problem';
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/;

/** Enter writes, Escape gives up, and leaving the input writes too. */
export function CellEditor({ cell, editing, isLow, onClose }: CellEditorProps) {
  const { field, draft, problem, isBusy } = cell;
  const input = useRef<HTMLElement>(null);
  const isByKeys = useRef(false);
  /** What was written or given up is not written again when the focus goes. */
  const isClosed = useRef(false);
  useEffect(() => {
    const own = input.current;
    own?.focus();
    if (own instanceof HTMLInputElement && own.type === 'text') own.select();
  }, []);
  // After a refusal the same input is there to be mended.
  useEffect(() => {
    if (problem === null || isBusy) return;
    isClosed.current = false;
    input.current?.focus();
  }, [problem, isBusy]);
  if (field.readOnly !== null) return <Problem id={PROBLEM} words={field.readOnly} isLow={isLow} />;
  const close = (after: () => void): void => {
    isClosed.current = true;
    after();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    isByKeys.current = true;
    if (event.key === 'Escape') close(editing.cancel);
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      close(() => void editing.commit(textOf(input.current, draft)));
    }
  };
  const common = {
    'class': problem === null ? 'cell-input' : 'cell-input cell-wrong', 'aria-label': `${field.name} of ${cell.issue}`, 'aria-invalid': problem !== null,
    ...(problem !== null && { 'aria-describedby': PROBLEM }), 'onKeyDown': onKeyDown,
    'onPointerDown': (): void => void (isByKeys.current = false),
    // What was refused is not written again because the pointer went elsewhere.
    'onBlur': (): void => {
      if (!isClosed.current && problem === null) void editing.commit(textOf(input.current, draft));
    },
  };
  return (
    <>
      {field.input === 'choice' ? (
        <select
          {...common} ref={(own) => void (input.current = own)} value={draft} aria-busy={isBusy}
          onChange={({ currentTarget: { value } }) => {
            editing.write(value);
            // Arrow keys go through the choices one by one; only the pointer says at once which is meant.
            if (!isByKeys.current) close(() => void editing.commit(value));
          }}
        >
          {[...new Set(['', ...field.choices, draft, cell.before])].map((choice) => (
            <option key={choice} value={choice}>{choice === '' ? '(empty)' : choice}</option>
          ))}
        </select>
      ) : field.name === 'Description' || draft.includes('\n') ? (
        <textarea
          {...common} ref={(own) => void (input.current = own)} rows={5} value={draft} readOnly={isBusy}
          onInput={({ currentTarget: { value } }) => editing.write(value)}
        />
      ) : (
        <input
          {...inputFor(cell)} {...common} ref={(own) => void (input.current = own)} readOnly={isBusy}
          onInput={({ currentTarget }) => editing.write(textOf(currentTarget, draft))}
        />
      )}
      {problem !== null && <Problem id={PROBLEM} words={problem} isLow={isLow} />}
    </>
  );
}

function Problem({ id, words, isLow }: { id: string; words: string; isLow: boolean }) {
  return <span id={id} role="alert" class={isLow ? 'cell-problem cell-problem-above' : 'cell-problem'}>{words}</span>;
}

type InputKind = { type: 'text'; value: string; inputMode?: 'decimal' } | { type: 'date' | 'datetime-local'; value: string; step?: number };

/** A date that an input for dates cannot show is written as text. */
function inputFor({ field, draft, before }: EditedCell): InputKind {
  if (field.input === 'number') return { type: 'text', inputMode: 'decimal', value: draft };
  if (field.input !== 'date') return { type: 'text', value: draft };
  const moment = MOMENT.exec(before);
  if (moment !== null) return { type: 'datetime-local', step: 1, value: draft.replace(' ', 'T') };
  return before === '' || DAY.test(before) ? { type: 'date', value: draft } : { type: 'text', value: draft };
}

/** As the log writes it. */
function textOf(input: HTMLElement | null, draft: string): string {
  if (input instanceof HTMLSelectElement || input instanceof HTMLTextAreaElement) return input.value;
  if (!(input instanceof HTMLInputElement)) return draft;
  if (input.type !== 'datetime-local' || input.value === '') return input.value;
  const [day = '', time = ''] = input.value.split('T');
  return `${day} ${time.length === 5 ? `${time}:00` : time}`;
}

import type { ComponentChildren } from 'preact';
import type { LogRow } from '../../server/protocol/tracking.ts';
import { pointsText } from '../../server/digest/score.ts';
import { shortTime, type ShownColumn } from './columns.ts';

interface LogCellProps {
  id: string;
  row: LogRow;
  column: ShownColumn;
  isActive: boolean;
  /** Why it is not changed by hand; null when it is, undefined while that is not known. */
  readOnly: string | null | undefined;
  /** The input, where the cell is being filled in. */
  editor: ComponentChildren;
  onChoose: () => void;
  onEdit: () => void;
}

/** One cell of the log. */
export function LogCell({ id, row, column, isActive, readOnly, editor, onChoose, onEdit }: LogCellProps) {
  const isEdited = editor !== null;
  const classes = ['log-cell', ...(column.numeric ? ['numeric'] : []), ...(isActive ? ['active-cell'] : []), ...(isEdited ? ['edited-cell'] : [])];
  return (
    <div
      role="gridcell" id={id} class={classes.join(' ')} aria-selected={isActive} {...(readOnly !== undefined && { 'aria-readonly': readOnly !== null })}
      title={isEdited ? undefined : titleOf(row, column)} onPointerDown={isEdited ? undefined : onChoose} onDblClick={isEdited ? undefined : onEdit}
    >
      {content(row, column)}
      {editor}
    </div>
  );
}

/** The full text of a cell that may be cut off. */
function titleOf(row: LogRow, { key, own }: ShownColumn): string | undefined {
  if (own === null) return row.cells?.[key];
  if (own.key === 'time') return row.time;
  return own.numeric ? undefined : String(row[own.key] ?? '');
}

/** A row without a score: of a review it says so, of a commit it is blank. */
function scoreOf({ score, grade, kind }: LogRow) {
  if (score === null) return kind === 'review' ? <span class="muted">none</span> : '';
  return <><b>{pointsText(score)}</b>{grade !== '' && <span class="muted"> {grade}</span>}</>;
}

function content(row: LogRow, { key, own }: ShownColumn) {
  if (own === null) return row.cells?.[key] ?? '';
  switch (own.key) {
    case 'time':
      return <time dateTime={row.time}>{shortTime(row.time)}</time>;
    case 'kind':
      return <span class={`kind kind-${row.kind}`}>{row.kind}</span>;
    case 'score':
      return scoreOf(row);
    case 'delta':
      return <Delta value={row.delta} />;
    case 'commit':
      return <code>{row.commit.slice(0, 8)}</code>;
    default:
      return row[own.key];
  }
}

/** An arrow and the amount, with words for screen readers. */
function Delta({ value }: { value: number | null }) {
  if (value === null) return null;
  const amount = pointsText(Math.abs(value));
  if (value === 0 || amount === '0') return <span class="muted">= <span class="for-screen-readers">unchanged</span></span>;
  return (
    <span class={value > 0 ? 'delta delta-up' : 'delta delta-down'}>
      <span aria-hidden="true">{value > 0 ? '▲' : '▼'}</span>
      <span class="for-screen-readers">{value > 0 ? 'up' : 'down'}</span> {amount}
    </span>
  );
}

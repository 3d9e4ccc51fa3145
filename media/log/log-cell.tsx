import type { LogRow } from '../../server/protocol/panel.ts';
import { points } from '../score/names.ts';
import { shortTime, type LogColumn } from './columns.ts';

/** One cell of the log. */
export function LogCell({ row, column }: { row: LogRow; column: LogColumn }) {
  return (
    <div role="cell" class={column.numeric ? 'log-cell numeric' : 'log-cell'} title={column.id === 'time' ? row.time : column.numeric ? undefined : String(row[column.id] ?? '')}>
      {content(row, column)}
    </div>
  );
}

function content(row: LogRow, { id }: LogColumn) {
  switch (id) {
    case 'time':
      return <time dateTime={row.time}>{shortTime(row.time)}</time>;
    case 'kind':
      return <span class={`kind kind-${row.kind}`}>{row.kind}</span>;
    case 'score':
      return row.score === null ? (row.kind === 'review' ? <span class="muted">none</span> : '') : <><b>{points(row.score)}</b>{row.grade !== '' && <span class="muted"> {row.grade}</span>}</>;
    case 'delta':
      return <Delta value={row.delta} />;
    case 'commit':
      return <code>{row.commit.slice(0, 8)}</code>;
    default:
      return row[id];
  }
}

/** An arrow and the amount; the words are for those who see neither colour nor shape. */
function Delta({ value }: { value: number | null }) {
  if (value === null) return null;
  const amount = points(Math.abs(value));
  if (value === 0 || amount === '0') return <span class="muted">= <span class="for-screen-readers">unchanged</span></span>;
  return (
    <span class={value > 0 ? 'delta delta-up' : 'delta delta-down'}>
      <span aria-hidden="true">{value > 0 ? '▲' : '▼'}</span>
      <span class="for-screen-readers">{value > 0 ? 'up' : 'down'}</span> {amount}
    </span>
  );
}

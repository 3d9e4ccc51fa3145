import type { LogRow } from '../../server/protocol/panel.ts';
import { pointsText } from '../../server/digest/score.ts';
import { shortTime, type ShownColumn } from './columns.ts';

/** One cell of the log. */
export function LogCell({ row, column }: { row: LogRow; column: ShownColumn }) {
  return (
    <div role="cell" class={column.numeric ? 'log-cell numeric' : 'log-cell'} title={column.key === 'time' ? row.time : column.numeric ? undefined : String(row[column.key] ?? '')}>
      {content(row, column)}
    </div>
  );
}

function content(row: LogRow, { key }: ShownColumn) {
  switch (key) {
    case 'time':
      return <time dateTime={row.time}>{shortTime(row.time)}</time>;
    case 'kind':
      return <span class={`kind kind-${row.kind}`}>{row.kind}</span>;
    case 'score':
      return row.score === null ? (row.kind === 'review' ? <span class="muted">none</span> : '') : <><b>{pointsText(row.score)}</b>{row.grade !== '' && <span class="muted"> {row.grade}</span>}</>;
    case 'delta':
      return <Delta value={row.delta} />;
    case 'commit':
      return <code>{row.commit.slice(0, 8)}</code>;
    default:
      return row[key];
  }
}

/** An arrow and the amount; the words are for those who see neither colour nor shape. */
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

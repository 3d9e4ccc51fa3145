/** The columns of the log as the table shows them: widths, and how a time is written. */
import { LOG_COLUMNS, type LogColumn } from '../../server/digest/log-columns.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';

/** Widths in CSS grid units. The grade stands beside the score. */
const WIDTHS: Readonly<Record<Exclude<keyof LogRow, 'grade'>, string>> = {
  time: '142px', kind: '78px', score: '84px', delta: '86px', errors: '72px', warnings: '88px', infos: '66px', summary: 'minmax(180px, 1fr)', author: '120px',
  branch: '124px', issue: '92px', status: '92px', commit: '84px',
};

export interface ShownColumn extends LogColumn {
  width: string;
}

export const COLUMNS: readonly ShownColumn[] = LOG_COLUMNS.flatMap((column) => {
  const { key } = column;
  return key === 'grade' ? [] : [{ ...column, width: WIDTHS[key] }];
});

/** `2026-11-23T11:40:22Z` → `2026-11-23 12:40` in the reader's time zone. */
export function shortTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

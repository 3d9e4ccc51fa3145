/** The columns of the log: titles and widths. */
import type { LogRow } from '../../server/protocol/panel.ts';

export interface LogColumn {
  id: keyof LogRow;
  title: string;
  numeric: boolean;
  /** Width in CSS grid units. */
  width: string;
}

export const COLUMNS: readonly LogColumn[] = [
  { id: 'time', title: 'Time', numeric: false, width: '142px' },
  { id: 'kind', title: 'Kind', numeric: false, width: '78px' },
  { id: 'score', title: 'Score', numeric: true, width: '84px' },
  { id: 'delta', title: 'Change', numeric: true, width: '86px' },
  { id: 'errors', title: 'Errors', numeric: true, width: '72px' },
  { id: 'warnings', title: 'Warnings', numeric: true, width: '88px' },
  { id: 'infos', title: 'Infos', numeric: true, width: '66px' },
  { id: 'summary', title: 'Summary', numeric: false, width: 'minmax(180px, 1fr)' },
  { id: 'author', title: 'Author', numeric: false, width: '120px' },
  { id: 'branch', title: 'Branch', numeric: false, width: '124px' },
  { id: 'issue', title: 'Issue', numeric: false, width: '76px' },
  { id: 'commit', title: 'Commit', numeric: false, width: '84px' },
];

/** `2026-11-23T11:40:22Z` → `2026-11-23 12:40` in the reader's time zone. */
export function shortTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The columns of the log as the table shows them: which there are, widths, what rows are gathered by, and how times are written. */
import { LOG_COLUMNS, type LogColumn } from '../../server/digest/log-columns.ts';
import type { LogField } from '../../server/protocol/tracking.ts';

/** Pixels. The summary takes what is left; the grade stands beside the score. */
const WIDTHS: Readonly<Record<Exclude<LogField, 'grade'>, number>> = {
  time: 132, kind: 78, summary: 200, status: 104, issue: 86, author: 104, score: 86, delta: 88, errors: 74, warnings: 94, infos: 68, branch: 128, commit: 84,
};
/** What rows can be gathered by, with its title: columns, then fields of issues. */
export const GROUPINGS: readonly (readonly [key: string, title: string])[] = [
  ['status', 'Status'], ['author', 'Author'], ['kind', 'Kind'], ['branch', 'Branch'],
  ...[
    'Priority', 'Issue Type', 'Epic Link', 'Sprint', 'Labels', 'Components', 'Fix Version', 'Reporter', 'Risk Level', 'Business Value', 'Technical Debt',
    'Code Review Status', 'Test Status', 'Deployment Stage', 'Compliance Status', 'AI Model Type',
  ].map((field) => [field, field] as const),
];

/** Of a further field of issues. */
const FURTHER_WIDTH = 140;
/** Shown when they are chosen. */
const LATER: ReadonlySet<string> = new Set<LogField>(['infos', 'commit']);

export interface ShownColumn {
  /** Of a further field, its name in the log. */
  key: string;
  title: string;
  numeric: boolean;
  width: number;
  /** What every row has; null for a further field of issues. */
  own: LogColumn | null;
}

/** What every row has, in the order of the table. */
export const OWN_COLUMNS: readonly ShownColumn[] = LOG_COLUMNS.flatMap((own) => {
  const { key, title, numeric } = own;
  return key === 'grade' ? [] : [{ key, title, numeric, own, width: WIDTHS[key] }];
});

/** A further field of issues as a column. */
export function furtherColumn(field: string): ShownColumn {
  return { key: field, title: field, numeric: false, own: null, width: FURTHER_WIDTH };
}

/** @param keys the columns that the user chose; null before a choice @returns in the order of the table, further fields after what every row has */
export function chosenColumns(keys: readonly string[] | null): readonly ShownColumn[] {
  if (keys === null) return OWN_COLUMNS.filter(({ key }) => !LATER.has(key));
  return [...OWN_COLUMNS.filter(({ key }) => keys.includes(key)), ...furtherKeys(keys).map(furtherColumn)];
}

/** Those of the chosen columns that are further fields of issues. */
export function furtherKeys(keys: readonly string[] | null): string[] {
  return (keys ?? []).filter((key) => !OWN_COLUMNS.some((own) => own.key === key)).sort();
}

/** `2026-11-23T11:40:22Z` → `2026-11-23 12:40` in the reader's time zone. */
export function shortTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Logged time in seconds → `2d 4h`, with 8 hours to a day of work. */
export function workTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const parts = [[Math.floor(minutes / 480), 'd'], [Math.floor(minutes / 60) % 8, 'h'], [minutes % 60, 'm']] as const;
  return parts.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount}${unit}`])).join(' ') || '0h';
}

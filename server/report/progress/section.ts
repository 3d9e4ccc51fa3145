/** What every format shows of a report: sections of sentences, figures, tables and charts, in words that are plain text. */
import type { ReportKind } from '../../protocol/progress.ts';

export interface Figure {
  label: string;
  value: string;
  /** What it means or rests on. */
  remark?: string;
  tone?: 'good' | 'fair' | 'bad';
}

export interface SectionTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  numeric: readonly number[];
}

export interface Series {
  name: string;
  tone: 'accent' | 'soft' | 'good' | 'fair' | 'bad';
  /** Null where nothing was measured. */
  values: readonly (number | null)[];
}

export interface Chart {
  title: string;
  /** What one stands for, such as "points". */
  unit: string;
  kind: 'columns' | 'line' | 'bars';
  labels: readonly string[];
  series: readonly Series[];
}

export interface Section {
  id: ReportKind;
  title: string;
  /** What matters, first. */
  lead: readonly string[];
  figures: readonly Figure[];
  charts: readonly Chart[];
  tables: readonly SectionTable[];
}

/** Where nothing is known. */
export const NONE = '–';

/** @returns days as people say them: minutes, hours or days */
export function spanText(days: number | null): string {
  if (days === null) return NONE;
  const hours = days * 24;
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${oneDecimal(hours)} h` : `${oneDecimal(days)} days`;
}

export function oneDecimal(value: number): string {
  const text = value.toFixed(1);
  const [whole = '', fraction = ''] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === '0' ? grouped : `${grouped}.${fraction}`;
}

export function percentText(value: number | null): string {
  return value === null ? NONE : `${oneDecimal(value)}%`;
}

/** @returns a table, or nothing when it has no rows */
export function tableOf(title: string, head: readonly string[], rows: readonly (readonly string[])[], numeric: readonly number[] = []): SectionTable[] {
  return rows.length === 0 ? [] : [{ title, head, rows, numeric }];
}

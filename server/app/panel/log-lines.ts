/** The rows of the log as the lines of its table: gathered under headers where they are grouped, without those of folded groups. */
import { cellIn } from '../../digest/log-cells.ts';
import { compareWords, lineId } from '../../digest/log-rows.ts';
import type { LogGroup, LogLine } from '../../protocol/answers.ts';
import type { LogGrouping } from '../../protocol/question.ts';
import type { LogRow } from '../../protocol/tracking.ts';
import { groupedBy } from '../../text/order.ts';
import { toTenth } from '../../text/wording.ts';
import { choicesOf, fieldNamed, valueOf } from '../../tracking/fields.ts';
import { shownField } from '../../tracking/panel-rows.ts';

/** Rows with the same value, and what they come to. */
export interface RowGroup extends Omit<LogGroup, 'kind' | 'folded'> {
  rows: readonly LogRow[];
}

/**
 * @param rows in the order in which each group shows them
 * @param by column or field
 * @param descending whether the groups come the other way round
 * @returns the groups: those of a field with choices in the order of the choices, others by their names; rows without a value last
 */
export function groupsOf(rows: readonly LogRow[], by: string, descending: boolean): RowGroup[] {
  const cell = cellIn(by);
  const field = fieldNamed(shownField(by) ?? by);
  const choices = field === null ? [] : choicesOf(field);
  const placeOf = (value: string): number => (choices.includes(value) ? choices.indexOf(value) : choices.length);
  const direction = descending ? -1 : 1;
  return [...groupedBy(rows, (row) => String(cell(row) ?? '').trim())]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || direction * (placeOf(a) - placeOf(b) || compareWords(a, b)))
    .map(([value, own]) => ({ value, rows: own, ...sumsOf(own) }));
}

function sumsOf(rows: readonly LogRow[]): Omit<RowGroup, 'value' | 'rows'> {
  const issues = rows.filter(({ kind }) => kind === 'issue');
  const sum = (own: readonly LogRow[], field: 'Story Points' | 'Time Spent'): number | null => {
    const values = own.flatMap(({ cells }) => valueOf(field, cells?.[field] ?? '') ?? []);
    return values.length === 0 ? null : toTenth(values.reduce((total, value) => total + value, 0));
  };
  const points = sum(issues, 'Story Points');
  return {
    issues: issues.length, reviews: rows.length - issues.length, points, spent: sum(issues, 'Time Spent'),
    pointsDone: points === null ? null : sum(issues.filter(({ status }) => status === 'Done'), 'Story Points') ?? 0,
  };
}

/** @returns headers and rows, one after the other */
export function linesOf(groups: readonly RowGroup[], { folded, except }: LogGrouping): LogLine[] {
  const others = new Set(except);
  return groups.flatMap(({ rows, ...group }): LogLine[] => {
    const isFolded = others.has(group.value) !== folded;
    return [{ kind: 'group', folded: isFolded, ...group }, ...(isFolded ? [] : rows)];
  });
}

/** @returns the index of a line, or of the header over it where that is folded; null when it is not among them */
export function placeOf(lines: readonly LogLine[], groups: readonly RowGroup[], id: string): number | null {
  const at = lines.findIndex((line) => lineId(line) === id);
  if (at >= 0) return at;
  const group = groups.find(({ rows }) => rows.some((row) => lineId(row) === id));
  const header = group === undefined ? -1 : lines.findIndex((line) => line.kind === 'group' && line.value === group.value);
  return header >= 0 ? header : null;
}

/** The log as text: one row an issue. Whatever else stands in the file is kept. */
import type { LogProblem } from '../protocol/tracking.ts';
import { compareText } from '../text/order.ts';
import { FIELDS, refusalOf, type Cells, type FieldName } from './fields.ts';
import { readTable, rowLines, USUAL, writeTable, type Table } from './table.ts';

/** The file holds something else, or cannot be read to its end. The message is a sentence without the file's name. */
export class NotALog extends Error {}

export interface TrackingLog {
  table: Table;
  /** Columns of the fields that the file has. */
  columns: ReadonlyMap<FieldName, number>;
  /** Row of each issue, by key. */
  rowOf: ReadonlyMap<string, number>;
}

const KEY: FieldName = 'Issue Key';
const plain = (header: string): string => header.trim().toLowerCase();
const BY_HEADER = new Map(FIELDS.map((field) => [plain(field), field]));

/**
 * @param text of the file; empty for a new log
 * @returns what could be read of it
 * @throws {NotALog} when it has no column of keys
 */
export function readLog(text: string): TrackingLog {
  if (text.replace(/^\ufeff/, '').trim() === '') return logOf({ dialect: USUAL, header: FIELDS, rows: [], broken: null });
  const table = readTable(text, (header) => BY_HEADER.has(plain(header)));
  const log = logOf(table);
  if (!log.columns.has(KEY)) throw new NotALog(`It has no column "${KEY}", so that it is not the log of tracking`);
  return log;
}

function logOf(table: Table): TrackingLog {
  const columns = new Map<FieldName, number>();
  for (const [at, header] of table.header.entries()) {
    const field = BY_HEADER.get(plain(header));
    if (field !== undefined && !columns.has(field)) columns.set(field, at);
  }
  const key = columns.get(KEY) ?? -1;
  const rowOf = new Map<string, number>();
  for (const [at, row] of table.rows.entries()) {
    const name = row[key]?.trim() ?? '';
    if (name !== '' && !rowOf.has(name)) rowOf.set(name, at);
  }
  return { table, columns, rowOf };
}

/** @throws {NotALog} when the log could not be read to its end, so that writing it would lose something */
export function writeLog({ table }: TrackingLog): string {
  if (table.broken !== null) throw new NotALog(`Line ${table.broken.line}: ${table.broken.message}. Mend it, and try again; nothing was changed`);
  return writeTable(table);
}

/** @returns the cells of all issues, in the order of the file */
export function issuesOf(log: TrackingLog): Cells[] {
  return [...log.rowOf.values()].map((at) => cellsAt(log, at));
}

/** @returns the cells of an issue; undefined when it is not in the log */
export function cellsOf(log: TrackingLog, key: string): Cells | undefined {
  const at = log.rowOf.get(key);
  return at === undefined ? undefined : cellsAt(log, at);
}

function cellsAt({ table, columns }: TrackingLog, at: number): Cells {
  const row = table.rows[at]!;
  const cells = {} as Record<FieldName, string>;
  for (const field of FIELDS) cells[field] = row[columns.get(field) ?? -1] ?? '';
  cells[KEY] = cells[KEY].trim();
  return cells;
}

/**
 * @param changes cells by key of the issue; an issue that is not in the log is added
 * @returns the log with them, its rows in the order of their keys; the same log when nothing changes
 */
export function changeLog(log: TrackingLog, changes: ReadonlyMap<string, Partial<Cells>>): TrackingLog {
  const header = [...log.table.header];
  const columns = new Map(log.columns);
  const rows = log.table.rows.map((row) => row);
  let isChanged = false;
  for (const [key, cells] of changes) {
    const at = log.rowOf.get(key);
    const row = at === undefined ? Array.from(header, () => '') : [...rows[at]!];
    let isOther = at === undefined;
    for (const [field, value] of Object.entries({ ...cells, ...(at === undefined ? { [KEY]: key } : {}) }) as [FieldName, string][]) {
      let column = columns.get(field);
      if (column === undefined) {
        if (value === '') continue;
        // Somebody took the column out, or a spreadsheet never had it: it comes back at the end.
        column = header.push(field) - 1;
        columns.set(field, column);
      }
      if ((row[column] ?? '') === value) continue;
      while (row.length <= column) row.push('');
      row[column] = value;
      isOther = true;
    }
    if (!isOther) continue;
    isChanged = true;
    if (at === undefined) rows.push(row);
    else rows[at] = row;
  }
  if (!isChanged) return log;
  const padded = rows.map((row) => (row.length < header.length ? [...row, ...Array.from({ length: header.length - row.length }, () => '')] : row));
  return logOf({ ...log.table, header, rows: sorted(padded, columns.get(KEY)!) });
}

/** By project and number, so that two branches that add issues touch different lines; rows without a key come last, in their order. */
function sorted(rows: readonly (readonly string[])[], column: number): (readonly string[])[] {
  const keyed = rows.map((row, at) => {
    const key = row[column]?.trim() ?? '';
    // What stands before the number is everything up to the last hyphen.
    const end = key.lastIndexOf('-') + 1;
    const number = key.slice(end);
    const isNumber = /^\d{1,15}$/.test(number);
    return { row, at, key, project: isNumber ? key.slice(0, end) : key, number: isNumber ? Number(number) : -1 };
  });
  return keyed
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareText(a.project, b.project) || a.number - b.number
      || compareText(a.key, b.key) || a.at - b.at)
    .map(({ row }) => row);
}

/** @param log that was read from the text @returns what is wrong in it, in the order of its lines */
export function problemsIn(log: TrackingLog, text: string): LogProblem[] {
  const { table, columns } = log;
  if (text.trim() === '') return [];
  const lines = rowLines(text.replace(/^\ufeff/, ''), table.dialect.separator);
  const problems = headerProblems(log);
  const seen = new Map<string, number>();
  for (const [at, row] of table.rows.entries()) {
    const line = lines[at + 1] ?? lines.at(-1) ?? 1;
    const whole = (message: string): void => void problems.push({ line, column: null, field: null, message });
    const key = row[columns.get(KEY)!]?.trim() ?? '';
    if (row.length !== table.header.length) whole(`The row has ${row.length} cells, and the header ${table.header.length}.`);
    if (key === '' && row.some((cell) => cell.trim() !== '')) whole('The row has no issue key; it is kept, and not counted.');
    const first = seen.get(key);
    if (first !== undefined && key !== '') whole(`The issue ${key} is already in line ${first}; this row is kept, and not counted.`);
    else seen.set(key, line);
    for (const [field, column] of columns) {
      const refusal = refusalOf(field, row[column] ?? '');
      if (refusal !== null)
        problems.push({ line, column: column + 1, field, message: `${shown(row[column]!)} is no value of "${field}": expected ${refusal}. It is kept.` });
    }
  }
  if (table.broken !== null) problems.push({ line: table.broken.line, column: null, field: null, message: `${table.broken.message}.` });
  return problems;
}

function headerProblems({ table, columns }: TrackingLog): LogProblem[] {
  const doubled = table.header.flatMap((header, at): LogProblem[] => {
    const field = BY_HEADER.get(plain(header));
    if (field === undefined || columns.get(field) === at) return [];
    const message = `The column "${field}" is there twice; the first one counts, and this one is kept.`;
    return [{ line: 1, column: at + 1, field, message }];
  });
  const missing = FIELDS.filter((field) => !columns.has(field));
  if (missing.length === 0) return doubled;
  const named = `${missing.slice(0, 3).map((field) => `"${field}"`).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`;
  return [...doubled, { line: 1, column: null, field: null, message: `The header lacks ${named}; a column is added at its end when it is needed.` }];
}

/** A cell in a message, on one line. */
function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return `"${line.length > 40 ? `${line.slice(0, 40)}…` : line}"`;
}

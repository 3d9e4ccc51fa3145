/** The columns of the tracking log: names in the file, and how each is read and written. */
import type { LogRow } from '../protocol/panel.ts';

type Column = { header: string; write(row: LogRow): string | number; read(text: string, row: Partial<LogRow>): void };

const text = (header: string, key: 'time' | 'commit' | 'branch' | 'issue' | 'summary' | 'author' | 'grade'): Column => ({
  header, write: (row) => row[key], read: (value, row) => { row[key] = value; },
});
const number = (header: string, key: 'score' | 'errors' | 'warnings' | 'infos' | 'delta'): Column => ({
  header, write: (row) => row[key] ?? '', read: (value, row) => { row[key] = value.trim() === '' || !Number.isFinite(Number(value)) ? null : Number(value); },
});

/** In the order of the file. Files with other or further columns are read all the same. */
export const COLUMNS: readonly Column[] = [
  { header: 'Kind', write: (row) => row.kind, read: (value, row) => { row.kind = value === 'commit' ? 'commit' : 'review'; } },
  text('Time', 'time'), text('Commit', 'commit'), text('Branch', 'branch'), text('Issue Key', 'issue'), text('Summary', 'summary'), text('Author', 'author'),
  number('Score', 'score'), text('Grade', 'grade'), number('Errors', 'errors'), number('Warnings', 'warnings'), number('Infos', 'infos'), number('Delta', 'delta'),
];

export const EMPTY_ROW: LogRow = {
  kind: 'review', time: '', commit: '', branch: '', issue: '', summary: '', author: '', score: null, grade: '', errors: null, warnings: null, infos: null, delta: null,
};

/** Two versions of the log that go back to the same one, brought together issue by issue and field by field. */
import { compareText } from '../text/order.ts';
import { FIELDS, itemsOf, type FieldName } from './fields.ts';
import { readLog, type TrackingLog } from './log.ts';
import { writeTable, type Table } from './table.ts';
import { epochOf } from './units.ts';

export interface MergedLogs {
  /** The three versions, the same in all but what both sides changed in different ways; texts of files. */
  base: string;
  ours: string;
  theirs: string;
  /** Issues that both sides changed in different ways, each with the columns. */
  conflicts: { key: string; columns: string[] }[];
}

/** Added to and taken from by both sides. */
const LISTS: ReadonlySet<string> = new Set<FieldName>(['Labels', 'Components', 'Fix Version', 'Affects Version']);
/** Counted, measured or taken from git: what was written last holds. */
const MEASURED: ReadonlySet<string> = new Set<FieldName>([
  'Time Spent', 'Time Remaining', 'Resolved Date', ...FIELDS.slice(FIELDS.indexOf('AI Model Type'), FIELDS.indexOf('Code Review Status')),
]);

/** A row as its cells by column. */
type Row = ReadonlyMap<string, string>;

/** Both sides changed it in different ways. */
const CONFLICT = Symbol('conflict');

/**
 * @param texts of the file: as it was when the sides parted, and on both sides
 * @returns null where one of them cannot be merged like that: a column twice, an issue twice, a file that cannot be read to its end
 * @throws {NotALog} when one of them is no log
 */
export function mergeLogs({ base, ours, theirs }: { base: string; ours: string; theirs: string }): MergedLogs | null {
  const sides = [readLog(base), readLog(ours), readLog(theirs)] as const;
  if (sides.some((side) => !isPlain(side))) return null;
  const columns = columnsOf(sides);
  const [was, mine, other] = sides.map(rowsOf) as [Map<string, Row>, Map<string, Row>, Map<string, Row>];
  const merged: [Row, Row, Row][] = [];
  const conflicts: MergedLogs['conflicts'] = [];
  for (const key of [...new Set([...mine.keys(), ...other.keys()])].sort(compareText)) {
    const rows = mergeRows(was.get(key), mine.get(key), other.get(key), columns);
    if (rows === null) continue;
    merged.push(rows.sides);
    if (rows.conflicts.length > 0) conflicts.push({ key, columns: rows.conflicts });
  }
  const [asBase, asOurs, asTheirs] = [0, 1, 2].map((side) => writeTable(tableOf(sides[1].table, columns, merged.map((rows) => rows[side]!))));
  return { base: asBase!, ours: asOurs!, theirs: asTheirs!, conflicts };
}

/** Every column once, every row an issue of its own, all of it readable. */
function isPlain({ table: { header, rows, broken }, rowOf }: TrackingLog): boolean {
  return broken === null && new Set(header).size === header.length && rowOf.size === rows.length && rows.every((row) => row.length <= header.length);
}

/** Those of our side, then those that the other added; without those that a side took out and the other leaves empty. */
function columnsOf([base, ours, theirs]: readonly [TrackingLog, TrackingLog, TrackingLog]): string[] {
  const isGone = (column: string): boolean => base.table.header.includes(column) && [ours, theirs].some(({ table }) => !table.header.includes(column))
    && [ours, theirs].every((side) => [...rowsOf(side).values()].every((row) => (row.get(column) ?? '') === ''));
  const all = [...ours.table.header, ...theirs.table.header.filter((column) => !ours.table.header.includes(column))];
  return all.filter((column) => !isGone(column));
}

function rowsOf({ table: { header, rows }, rowOf }: TrackingLog): Map<string, Row> {
  return new Map([...rowOf].map(([key, at]) => [key, new Map(header.map((column, index) => [column, rows[at]![index] ?? '']))]));
}

/** An issue that is new on both sides has been empty before. @returns null where it was taken out */
function mergeRows(base: Row | undefined, ours: Row | undefined, theirs: Row | undefined, columns: readonly string[]) {
  if (ours === undefined || theirs === undefined) {
    const left = (ours ?? theirs)!;
    // Whoever changed an issue wants to keep it.
    if (base !== undefined && columns.every((column) => (base.get(column) ?? '') === (left.get(column) ?? base.get(column) ?? ''))) return null;
    return { sides: [left, left, left] as [Row, Row, Row], conflicts: [] };
  }
  const isOursLater = (epochOf(ours.get('Updated Date') ?? '') ?? 0) >= (epochOf(theirs.get('Updated Date') ?? '') ?? 0);
  const row = (): Map<string, string> => new Map<string, string>();
  const sides = [row(), row(), row()] as const;
  const conflicts: string[] = [];
  for (const column of columns) {
    const before = base?.get(column) ?? '';
    // A side without the column says nothing about its cells.
    const cells: [string, string, string] = [before, ours.get(column) ?? before, theirs.get(column) ?? before];
    const cell = mergeCells(column, cells, isOursLater);
    if (cell === CONFLICT) conflicts.push(column);
    for (const [index, side] of sides.entries()) side.set(column, cell === CONFLICT ? cells[index]! : cell);
  }
  return { sides: [...sides] as [Row, Row, Row], conflicts };
}

function mergeCells(column: string, [base, ours, theirs]: readonly [string, string, string], isOursLater: boolean): string | typeof CONFLICT {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  if (LISTS.has(column)) return mergeLists(itemsOf(base), itemsOf(ours), itemsOf(theirs)).join(',');
  if (column === 'Updated Date' || MEASURED.has(column)) return isOursLater ? ours : theirs;
  return CONFLICT;
}

function mergeLists(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const kept = ours.filter((item) => theirs.includes(item) || !base.includes(item));
  return [...kept, ...theirs.filter((item) => !ours.includes(item) && !base.includes(item))];
}

function tableOf({ dialect }: Table, header: readonly string[], rows: readonly Row[]): Table {
  return { dialect, header, rows: rows.map((row) => header.map((column) => row.get(column) ?? '')), broken: null };
}

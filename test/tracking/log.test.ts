/** The log as text: whatever people and spreadsheets leave in it is read, kept and told. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { FIELDS, issueOf, refusalOf, type Cells, type FieldName } from '../../server/tracking/fields.ts';
import { cellsOf, changeLog, issuesOf, NotALog, problemsIn, readLog, writeLog } from '../../server/tracking/log.ts';
import type { ReviewEvent } from '../../server/protocol/tracking.ts';
import { addReviews, readReviews } from '../../server/tracking/reviews.ts';

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\u001f', '\u0001', '=', '-', ' ', '\ufeff', '\u2028', 'é', '😀', '<', '|'), maxLength: 12,
    }),
  },
);
const key = fc.tuple(fc.constantFrom('SHOP', 'ML', 'A_B'), fc.integer({ min: 1, max: 9999 })).map(([project, number]) => `${project}-${number}`);
const fields = FIELDS.filter((field) => field !== 'Issue Key');
const cells: fc.Arbitrary<Partial<Cells>> = fc.dictionary(fc.constantFrom(...fields), anything, { noNullPrototype: true });
const changes = fc.uniqueArray(fc.tuple(key, cells), { maxLength: 6, selector: ([each]) => each }).map((entries) => new Map(entries));

/** A file as somebody else may have written it. */
const dialect = fc.record({
  bom: fc.boolean(), separator: fc.constantFrom(',', ';', '\t'), lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  order: fc.shuffledSubarray([...FIELDS, 'Team', 'Notes, private'], { minLength: 4 })
    .map((header) => (header.includes('Issue Key') ? header : ['Issue Key', ...header])),
});
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function foreign({ bom, separator, lineEnd, order }: { bom: boolean; separator: string; lineEnd: string; order: string[] }, rows: readonly string[][]): string {
  return (bom ? '\ufeff' : '') + [order, ...rows].map((row) => row.map(quoted).join(separator) + lineEnd).join('');
}

describe('the log as text', () => {
  it('has the columns of the guidelines in their order', () => {
    assert.equal(FIELDS.length, 48);
    assert.equal(writeLog(changeLog(readLog(''), new Map([['A-1', {}]]))).split('\n')[0], FIELDS.join(','));
    assert.deepEqual([FIELDS[0], FIELDS[25], FIELDS[47]], ['Issue Key', 'AI Model Type', 'Compliance Status']);
  });

  it('gives back every text that was put into it', () => {
    fc.assert(fc.property(changes, (wanted) => {
      const read = readLog(writeLog(changeLog(readLog(''), wanted)));
      assert.equal(read.rowOf.size, wanted.size);
      for (const [name, values] of wanted) for (const [field, value] of Object.entries(values)) assert.equal(cellsOf(read, name)![field as FieldName], value);
    }), { numRuns: 300 });
  });

  it('keeps byte order mark, separator, line ends, order of columns and all that others added', () => {
    fc.assert(fc.property(dialect, fc.array(anything, { minLength: 60, maxLength: 60 }), changes, (form, words, wanted) => {
      const rows = ['OLD-2', 'OLD-1'].map((name, at) => form.order.map((header, column) => (header === 'Issue Key' ? name : words[at * 30 + (column % 30)]!)));
      const before = foreign(form, rows);
      const after = writeLog(changeLog(readLog(before), wanted));
      const marks = [after.startsWith('\ufeff'), /\r\n|\r|\n/.exec(after.replace(/"[^"]*"/g, ''))?.[0]];
      assert.deepEqual(marks, [form.bom, form.lineEnd]);
      const [header, ...kept] = parse(after, { bom: true, delimiter: form.separator, record_delimiter: form.lineEnd }) as string[][];
      assert.deepEqual(header!.slice(0, form.order.length), form.order, 'a column that is needed comes last');
      assert.ok(header!.slice(form.order.length).every((each) => (FIELDS as string[]).includes(each)));
      for (const row of rows) assert.ok(kept.some((each) => row.every((cell, at) => each[at] === cell)), 'every cell of every row');
    }), { numRuns: 200 });
  });

  it('is the same text when it is read and written again', () => {
    fc.assert(fc.property(changes, (wanted) => {
      const text = writeLog(changeLog(readLog(''), wanted));
      assert.equal(writeLog(readLog(text)), text);
      const log = readLog(text);
      assert.equal(changeLog(log, wanted), log, 'what is so already is no change');
    }));
  });

  it('has its rows by project and number', () => {
    const log = changeLog(readLog('Issue Key,Summary\n,nobody\'s\nML-10,a\nML-9,b\n'), new Map([['AB-3', {}]]));
    assert.deepEqual(log.table.rows.map(([name]) => name), ['AB-3', 'ML-9', 'ML-10', '']);
  });

  it('never puts anything before a formula or a negative number', () => {
    const text = writeLog(changeLog(readLog(''), new Map([['A-1', { 'Summary': '=1+1', 'Achieved Score': '-31.5' }]])));
    assert.match(text, /,=1\+1,/);
    assert.match(text, /,-31\.5,/);
    assert.equal(issueOf(cellsOf(readLog(text), 'A-1')!)['Achieved Score'], -31.5);
  });
});

describe('a log that is not as it should be', () => {
  const messages = (text: string): string[] => problemsIn(readLog(text), text).map(({ line, column, message }) => `${line}:${column ?? '-'} ${message}`);

  it('tells each bad value with line, column and what is allowed, and keeps it', () => {
    const text = '\ufeffIssue Key;Status;Created Date;Description\r\nA-1;Finished;31.12.2025;"two\r\nlines"\r\nA-2;Done;2025-02-30;\r\n';
    assert.deepEqual(messages(text).slice(1), [
      '2:2 "Finished" is no value of "Status": expected one of To Do, In Progress, Code Review, Testing, Done, Blocked. It is kept.',
      '2:3 "31.12.2025" is no value of "Created Date": expected a date such as "2026-01-31" or "2026-01-31 10:30:00" (UTC). It is kept.',
      '4:3 "2025-02-30" is no value of "Created Date": expected a date such as "2026-01-31" or "2026-01-31 10:30:00" (UTC). It is kept.',
    ]);
    const after = writeLog(changeLog(readLog(text), new Map([['A-2', { Summary: 'x' }]])));
    assert.ok(after.includes('Finished;31.12.2025'));
  });

  it('tells missing and doubled columns, and a row of another length', () => {
    assert.deepEqual(messages('Issue Key,Status,Status\nA-1,Done,To Do\nA-2\nA-1,Done,Done\n'), [
      '1:3 The column "Status" is there twice; the first one counts, and this one is kept.',
      '1:- The header lacks "Project Key", "Summary", "Description" and 43 more; a column is added at its end when it is needed.',
      '3:- The row has 1 cells, and the header 3.',
      '4:- The issue A-1 is already in line 2; this row is kept, and not counted.',
    ]);
    const after = writeLog(changeLog(readLog('Issue Key,Status,Status\nA-1,Done,To Do\nA-2\n'), new Map([['A-2', { Status: 'Done' }]])));
    assert.equal(after, 'Issue Key,Status,Status\nA-1,Done,To Do\nA-2,Done,\n');
  });

  it('reads a row that was cut off, and does not write over a quote that is never closed', () => {
    assert.equal(writeLog(changeLog(readLog('Issue Key,Summary\nA-1,one\nA-2,tw'), new Map([['A-3', {}]]))), 'Issue Key,Summary\nA-1,one\nA-2,tw\nA-3,\n');
    const log = readLog('Issue Key,Summary\nA-1,one\nA-2,"tw');
    assert.deepEqual(issuesOf(log).map((each) => each['Issue Key']), ['A-1']);
    const said = (error: unknown): boolean => error instanceof NotALog && /^Line 3: A quote is opened/.test(error.message);
    assert.throws(() => writeLog(changeLog(log, new Map([['A-3', {}]]))), said);
  });

  it('is not written while a merge is not resolved, but holds such marks in a text', () => {
    const open = 'Issue Key,Summary\nA-1,one\n<<<<<<< HEAD\nA-2,two\n=======\nA-2,three\n>>>>>>> other\n';
    assert.throws(() => writeLog(changeLog(readLog(open), new Map([['A-3', {}]]))), /Line 3: A conflict of a merge/);
    assert.ok(writeLog(changeLog(readLog('Issue Key,Summary\nA-1,"x\n<<<<<<< HEAD\ny"\n'), new Map([['A-3', {}]]))).includes('A-3'));
  });

  it('is refused when it is something else', () => {
    for (const text of ['name,points\nada,3\n', '{}', 'PK\u0003\u0004']) assert.throws(() => readLog(text), NotALog);
  });
});

describe('values of fields', () => {
  const good: Partial<Record<FieldName, string[]>> = {
    'Story Points': ['0', '0.5', '13'], 'Time Spent': ['0h', '1h', '1d 4h', '1h30m', '1.5h'], 'Achieved Score': ['-31.5', '+1e-3', '.5'],
    'Created Date': ['2024-02-29', '2024-01-15 10:30:00', '2024-01-15T10:30:00Z', '2024-01-15T10:30:00.123+02:00', '2024-01-15 10:30'],
    'Labels': ['a', 'a, b-c'], 'Components': ['a b,c'], 'Git Commit Hash': ['a1b2c3d4'], 'GPU Utilization': ['0', '99.5', '100'],
  };
  const bad: Partial<Record<FieldName, string[]>> = {
    'Story Points': ['-1', 'three', '1,5', 'Infinity', '0x10'], 'Time Spent': ['1', 'h', '-1h', '1y'], 'Achieved Score': ['95 %', 'NaN'],
    'Created Date': ['2023-02-29', '2024-13-01', '15.01.2024', '2024-01-15 25:00:00', 'today'], 'Labels': ['two words'],
    'Git Commit Hash': ['xyz', 'A1B2C3D4'], 'GPU Utilization': ['101', '-1'], 'Status': ['done', 'Closed'], 'Issue Key': ['A 1'], 'Project Key': ['shop'],
  };

  it('are told from what is none', () => {
    const refused = (values: Partial<Record<FieldName, string[]>>): boolean[] => Object.entries(values)
      .flatMap(([field, each]) => each.map((value) => refusalOf(field as FieldName, value) !== null));
    assert.deepEqual(refused(good), refused(good).map(() => false));
    assert.deepEqual(refused(bad), refused(bad).map(() => true));
    for (const field of FIELDS) assert.equal(refusalOf(field, ''), null, field);
  });

  it('are read in their units', () => {
    const log = readLog('Issue Key,Time Spent,Training Time,Created Date,Labels\nA-1,1d 4h,1d,2024-01-15T10:30:00+02:00,"a, b"\n');
    assert.deepEqual(issueOf(cellsOf(log, 'A-1')!), {
      'Issue Key': 'A-1', 'Time Spent': 12 * 3600, 'Training Time': 24 * 3600, 'Created Date': '2024-01-15T08:30:00.000Z', 'Labels': ['a', 'b'],
    });
  });
});

describe('the log of reviews', () => {
  const number = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });
  const event: fc.Arbitrary<ReviewEvent> = fc.record({
    time: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    commit: fc.stringMatching(/^[0-9a-f]{0,40}$/), branch: anything, issue: anything, score: number, grade: fc.constantFrom('', 'A+'),
    errors: number, warnings: number, infos: number, delta: number,
  }, { noNullPrototype: true });

  it('gives back what was added, and leaves what was there as it was', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 4 }), fc.array(event, { maxLength: 4 }), (first, second) => {
      const before = addReviews('', first);
      const after = addReviews(before, second);
      assert.ok(after.startsWith(before));
      assert.deepEqual(readReviews(after), [...first, ...second]);
    }), { numRuns: 200 });
  });

  it('keeps separator, line ends and columns of others', () => {
    const theirs = '\ufeffTime;Team;Score\r\n2026-01-01T00:00:00.000Z;core;80';
    const [added] = fc.sample(event, 1);
    assert.equal(addReviews(theirs, [{ ...added!, time: '2026-01-02T00:00:00.000Z', score: -2.5 }]), `${theirs}\r\n2026-01-02T00:00:00.000Z;;-2.5\r\n`);
    assert.throws(() => addReviews('name,points\nada,3\n', [added!]), NotALog);
  });
});

/** The fields of the log, in the order of its columns: what each may hold, and in which words that is told. */
import * as z from 'zod';
import { epochOf, secondsOf } from './units.ts';

/** How a cell is filled in. */
export type FieldInput = 'text' | 'choice' | 'date' | 'number' | 'list';

/** A schema from the text of a cell to its value, and what is allowed in words. */
interface Kind<Value> {
  input: FieldInput;
  schema: z.ZodType<Value, string>;
  /** The only values, in their order; left out where there are others. */
  choices?: readonly string[];
  /** Completes "expected …". */
  allowed: string;
  /** Schema of the value in JSON. */
  json: z.ZodType<string | number | string[]>;
}

const text: Kind<string> = { input: 'text', schema: z.string(), allowed: 'any text', json: z.string() };

function matching(pattern: RegExp, allowed: string): Kind<string> {
  return { input: 'text', schema: z.string().regex(pattern), allowed, json: z.string().regex(pattern) };
}

function choice<const Value extends string>(...values: Value[]): Kind<Value> {
  const schema = z.enum(values) as unknown as z.ZodType<Value, string>;
  return { input: 'choice', schema, choices: values, allowed: `one of ${values.join(', ')}`, json: z.enum(values) };
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function number(allowed: string, limits: z.ZodType<number, number> = z.number()): Kind<number> {
  return { input: 'number', schema: z.string().regex(NUMBER).transform(Number).pipe(limits), allowed, json: limits };
}

const score = number('a number such as 0.95 or -31.5');
const amount = number('a number from 0, such as 5', z.number().min(0));
const count = number('a whole number from 0', z.number().int().min(0));
const percent = number('a number from 0 to 100', z.number().min(0).max(100));

/** The value is a time as `2026-01-31T10:30:00.000Z`. */
const date: Kind<string> = {
  input: 'date',
  schema: z.string().transform((value, context) => {
    const epoch = epochOf(value);
    if (epoch !== null) return new Date(epoch).toISOString();
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
  allowed: 'a date such as "2026-01-31" or "2026-01-31 10:30:00" (UTC)',
  json: z.iso.datetime(),
};

/** The value is in seconds. */
function duration(perDay: 8 | 24, allowed: string): Kind<number> {
  return {
    input: 'text',
    schema: z.string().transform((value, context) => {
      const seconds = secondsOf(value, perDay);
      if (seconds !== null) return seconds;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }),
    allowed,
    json: z.number(),
  };
}

const workTime = duration(8, 'a duration such as "3h", "1d 4h" or "30m" (a day has 8 hours, a week 5 days)');
const elapsed = duration(24, 'a duration such as "90s", "15m" or "2h 30m"');

/** Joined by commas. */
function list(word: RegExp, allowed: string): Kind<string[]> {
  const items = z.string().transform((value) => itemsOf(value));
  return { input: 'list', schema: items.pipe(z.array(z.string().regex(word))), allowed, json: z.array(z.string().regex(word)) };
}

const labels = list(/^\S+$/, 'labels without spaces, separated by commas');
const names = list(/./, 'names separated by commas');

const level = choice('High', 'Medium', 'Low');

const KINDS = {
  'Issue Key': matching(/^\S+$/, 'a key without spaces, such as "SHOP-42"'),
  'Project Key': matching(/^[A-Z][A-Z0-9_]*$/, 'capital letters, digits and "_", such as "SHOP"'),
  'Summary': text,
  'Description': text,
  'Issue Type': choice('Story', 'Bug', 'Epic', 'Task', 'Sub-task'),
  'Priority': choice('Highest', 'High', 'Medium', 'Low', 'Lowest'),
  'Status': choice('To Do', 'In Progress', 'Code Review', 'Testing', 'Done', 'Blocked'),
  'Resolution': text,
  'Assignee': text,
  'Reporter': text,
  'Created Date': date,
  'Updated Date': date,
  'Resolved Date': date,
  'Due Date': date,
  'Time Original Estimate': workTime,
  'Time Spent': workTime,
  'Time Remaining': workTime,
  'Story Points': amount,
  'Epic Link': text,
  'Sprint': text,
  'Labels': labels,
  'Components': names,
  'Fix Version': names,
  'Affects Version': names,
  'Environment': text,
  'AI Model Type': text,
  'Dataset Size': count,
  'Algorithm Used': text,
  'Performance Metric': text,
  'Baseline Score': score,
  'Achieved Score': score,
  'Data Source': text,
  'Feature Count': count,
  'Training Time': elapsed,
  'Inference Time': number('a number of milliseconds from 0', z.number().min(0)),
  'Memory Usage': number('a number of megabytes from 0', z.number().min(0)),
  'GPU Utilization': percent,
  'Code Coverage': percent,
  'Test Status': choice('Passed', 'Failed', 'Pending'),
  'Deployment Stage': choice('Dev', 'Staging', 'Production'),
  'Git Commit Hash': matching(/^[0-9a-f]{7,64}$/, '7 to 64 hexadecimal digits'),
  'Branch Name': text,
  'Pull Request': text,
  'Code Review Status': choice('Approved', 'Changes Requested', 'Pending'),
  'Business Value': level,
  'Technical Debt': choice('High', 'Medium', 'Low', 'None'),
  'Risk Level': level,
  'Compliance Status': choice('Compliant', 'Non-compliant', 'Under Review'),
} satisfies Record<string, Kind<unknown>>;

export type FieldName = keyof typeof KINDS;

/** In the order of the columns. */
export const FIELDS = Object.keys(KINDS) as FieldName[];

/** The value of each field that has one; a cell that holds something else has none. */
export type Issue = { [Field in FieldName]?: z.output<(typeof KINDS)[Field]['schema']> };

/** The text of each cell; empty for one that is empty or not there. */
export type Cells = Readonly<Record<FieldName, string>>;

/** @param value of a list, as it is written @returns its items, without blanks around them */
export function itemsOf(value: string): string[] {
  return value.split(',').map((item) => item.trim()).filter((item) => item !== '');
}

/** @param value of a cell @returns what is allowed there, if this is not; null when it is, and for an empty cell */
export function refusalOf(field: FieldName, value: string): string | null {
  const cell = value.trim();
  return cell === '' || KINDS[field].schema.safeParse(cell).success ? null : KINDS[field].allowed;
}

/** @param field of a cell @returns what it may hold; completes "expected …" */
export function allowedIn(field: FieldName): string {
  return KINDS[field].allowed;
}

/** @returns the schema of a value of the field in JSON */
export function inJson(field: FieldName): z.ZodType<string | number | string[]> {
  return KINDS[field].json;
}

/** @returns the values of a field that has but a few, in their order; none for any other */
export function choicesOf(field: FieldName): readonly string[] {
  const kind: Kind<unknown> = KINDS[field];
  return kind.choices ?? [];
}

/** @returns how a cell of the field is filled in */
export function inputOf(field: FieldName): FieldInput {
  return KINDS[field].input;
}

/** @param name exactly as in the log @returns null when there is no such field */
export function fieldNamed(name: string): FieldName | null {
  return FIELDS.find((field) => field === name) ?? null;
}

/** @returns the value of a cell; undefined for one that is empty or holds something else */
export function valueOf<Field extends FieldName>(field: Field, cell: string): Issue[Field] {
  const text = cell.trim();
  const read = text === '' ? null : KINDS[field].schema.safeParse(text);
  return read?.success ? read.data as Issue[Field] : undefined;
}

/** @returns the values of the cells that hold one */
export function issueOf(cells: Cells): Issue {
  return Object.fromEntries(FIELDS.flatMap((field) => {
    const value = valueOf(field, cells[field]);
    return value === undefined ? [] : [[field, value]];
  }));
}

/** `GPU Utilization` → `gpuUtilization`, the name of a field in JSON. */
export function jsonName(field: FieldName): string {
  return field.split(' ').map((word, at) => (at === 0 ? word.toLowerCase() : `${word[0]!.toUpperCase()}${word.slice(1).toLowerCase()}`)).join('');
}

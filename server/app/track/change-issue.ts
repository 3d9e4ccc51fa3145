/** Changes fields of one issue: the only way in which a person does, from a terminal or a table. */
import { withoutSecrets } from '../../compose/evidence.ts';
import { nearestName } from '../../config/nearest.ts';
import { showable } from '../../text/plain-text.ts';
import { choicesOf, FIELDS, itemsOf, jsonName, refusalOf, type Cells, type FieldName } from '../../tracking/fields.ts';
import { cellsOf } from '../../tracking/log.ts';
import { DERIVED } from '../../tracking/read-only.ts';
import { ASSUMED } from '../../tracking/record.ts';
import { dateText } from '../../tracking/units.ts';
import { Failure } from '../failure.ts';
import { changeLogFiles, type LogState } from './log-files.ts';
import { maskTexts } from './mask-texts.ts';

/** A field has another value than whoever changes it has seen. The message is a sentence. */
export class ChangedMeanwhile extends Failure {
  readonly field: FieldName;
  readonly now: string;

  constructor(key: string, field: FieldName, now: string) {
    super(`Somebody changed ${key} meanwhile: its ${field.toLowerCase()} is ${now === '' ? 'empty' : `"${shownCell(now)}"`} now. Nothing was changed.`);
    this.field = field;
    this.now = now;
  }
}

export interface WantedCell {
  field: FieldName;
  after: string;
  /** What it must hold now; whatever it holds when it is undefined. */
  before?: string;
}

/** A field that was changed. */
export interface ChangedCell {
  field: FieldName;
  before: string;
  after: string;
}

export interface IssueWish {
  key: string;
  wanted: readonly WantedCell[];
  now: Date;
}

/**
 * @param root absolute path of the folder
 * @returns the log as it was left; what was asked for and changed; and that with what followed from it, but for the date of the change
 * @throws {Failure} for an unknown issue and a value that is not allowed; nothing is changed then
 * @throws {ChangedMeanwhile} when somebody else was faster
 */
export async function changeIssue(root: string, { key, wanted, now }: IssueWish): Promise<{ state: LogState; asked: ChangedCell[]; all: ChangedCell[] }> {
  // A secret that somebody types is no more to be kept than one in a message.
  const masked = await maskTexts(wanted.map(({ after }) => after), withoutSecrets);
  const cells = wanted.map((each, at) => ({ ...each, after: allowed(each.field, masked[at]!) }));
  const own = new Map(cells.map(({ field, after }) => [field, after]));
  let asked: ChangedCell[] = [];
  let all: ChangedCell[] = [];
  const state = await changeLogFiles(root, ({ log }) => {
    const before = cellsOf(log, key);
    if (before === undefined) throw new Failure(unknownIssue(key, [...log.rowOf.keys()]));
    for (const { field, before: seen } of cells) if (seen !== undefined && before[field] !== seen) throw new ChangedMeanwhile(key, field, before[field]);
    const changes = (written: Iterable<[FieldName, string]>): ChangedCell[] =>
      [...written].flatMap(([field, after]) => (after === before[field] ? [] : [{ field, before: before[field], after }]));
    asked = changes(own);
    if (asked.length === 0) return {};
    const written = withConsequences(before, Object.fromEntries(own), now);
    all = changes(Object.entries(written) as [FieldName, string][]).filter(({ field }) => field !== 'Updated Date');
    return { issues: new Map([[key, written]]) };
  });
  return { state, asked, all };
}

/** @param written `story points` and `storyPoints` are `Story Points` @throws {Failure} when there is no such field */
export function fieldCalled(written: string): FieldName {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
  const found = FIELDS.find((field) => plain(field) === plain(written) || jsonName(field) === written);
  if (found !== undefined) return found;
  const near = nearestName(written, FIELDS);
  throw new Failure(`There is no field "${written}".${near === null ? ` The fields are ${FIELDS.join(', ')}.` : ` Did you mean "${near}"?`}`);
}

/** @returns the value as it is written: `done` is `Done` @throws {Failure} for one that is not allowed */
function allowed(field: FieldName, written: string): string {
  if (DERIVED.has(field)) throw new Failure(`"${field}" cannot be set.`);
  const value = written.trim();
  const wanted = choicesOf(field).find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? value;
  const refusal = refusalOf(field, wanted);
  if (refusal !== null) throw new Failure(`"${value}" is no value of "${field}": expected ${refusal}.`);
  return wanted;
}

/** An issue that is done has an end, and one that is open again has none; points that a person gave are no assumption. */
function withConsequences(before: Cells, wanted: Partial<Cells>, now: Date): Partial<Cells> {
  const at = dateText(now.getTime());
  const cells: { -readonly [Field in FieldName]?: string } = { ...wanted, 'Updated Date': at };
  const status = wanted['Status'];
  if (status === 'Done' && before['Status'] !== 'Done') {
    cells['Resolved Date'] ??= at;
    cells['Resolution'] ??= before['Resolution'] || 'Done';
  } else if (status !== undefined && status !== 'Done' && before['Status'] === 'Done') {
    cells['Resolved Date'] ??= '';
    cells['Resolution'] ??= '';
  }
  if (wanted['Story Points'] !== undefined && wanted['Labels'] === undefined)
    cells['Labels'] = itemsOf(before['Labels']).filter((label) => label !== ASSUMED).join(',');
  return cells;
}

/** A cell in a sentence: on one line, and not too long. */
function shownCell(value: string): string {
  const line = showable(value.replace(/\s+/g, ' '));
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

/** @returns the sentence that says so, with the nearest key of the log */
export function unknownIssue(key: string, keys: readonly string[]): string {
  const near = nearestName(key, keys);
  const hint = near === null ? ' "archwright track list" shows the issues.' : ` Did you mean "${near}"?`;
  return `The log has no issue "${key}".${hint}`;
}

/** Changes fields of an issue by hand. */
import { nearestName } from '../../config/nearest.ts';
import { showable } from '../../text/plain-text.ts';
import { choicesOf, FIELDS, itemsOf, jsonName, refusalOf, type Cells, type FieldName } from '../../tracking/fields.ts';
import { cellsOf } from '../../tracking/log.ts';
import { ASSUMED } from '../../tracking/record.ts';
import { dateText } from '../../tracking/units.ts';
import { withoutSecrets } from '../../compose/evidence.ts';
import { Failure } from '../failure.ts';
import { changeLogFiles } from './log-files.ts';
import { maskTexts } from './mask-texts.ts';

export interface SetOptions {
  key: string;
  /** As the user wrote them: `Status=Done`. */
  assignments: readonly string[];
  now: Date;
}

/** They follow from the others. */
const DERIVED: ReadonlySet<FieldName> = new Set(['Issue Key', 'Updated Date']);

/**
 * @param root absolute path of the folder
 * @returns a sentence for each field that changed; none when all was so already
 * @throws {Failure} for an unknown issue or field, and for a value that is not allowed; nothing is changed then
 */
export async function setFields(root: string, { key, assignments, now }: SetOptions): Promise<string[]> {
  // A secret that somebody types is no more to be kept than one in a message.
  const wanted = new Map((await maskTexts(assignments, withoutSecrets)).map(readAssignment));
  let done: string[] = [];
  await changeLogFiles(root, ({ log }) => {
    const before = cellsOf(log, key);
    if (before === undefined) throw new Failure(unknownIssue(key, [...log.rowOf.keys()]));
    done = [...wanted].filter(([field, after]) => before[field] !== after).map(([field, after]) => sentenceOn(field, before[field], after));
    if (done.length === 0) return {};
    return { issues: new Map([[key, withConsequences(before, Object.fromEntries(wanted), now)]]) };
  });
  return done;
}

function sentenceOn(field: FieldName, before: string, after: string): string {
  const shown = (value: string): string => (value === '' ? 'empty' : `"${showable(value)}"`);
  return `${field}: ${before === '' ? '' : `${shown(before)} `}→ ${shown(after)}`;
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

function readAssignment(written: string): [FieldName, string] {
  const at = written.indexOf('=');
  if (at <= 0) throw new Failure(`"${written}" sets nothing; write FIELD=VALUE, such as "Status=Done".`);
  const field = fieldNamed(written.slice(0, at));
  const value = written.slice(at + 1).trim();
  if (DERIVED.has(field)) throw new Failure(`"${field}" cannot be set.`);
  const wanted = inRightCase(field, value);
  const refusal = refusalOf(field, wanted);
  if (refusal !== null) throw new Failure(`"${value}" is no value of "${field}": expected ${refusal}.`);
  return [field, wanted];
}

/** `done` is `Done`, and `status` is `Status`. */
function inRightCase(field: FieldName, value: string): string {
  return choicesOf(field).find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? value;
}

function fieldNamed(written: string): FieldName {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
  const found = FIELDS.find((field) => plain(field) === plain(written) || jsonName(field) === written);
  if (found !== undefined) return found;
  const near = nearestName(written, FIELDS);
  throw new Failure(`There is no field "${written}".${near === null ? ` The fields are ${FIELDS.join(', ')}.` : ` Did you mean "${near}"?`}`);
}

function unknownIssue(key: string, keys: readonly string[]): string {
  const near = nearestName(key, keys);
  const hint = near === null ? ' "archwright track list" shows the issues.' : ` Did you mean "${near}"?`;
  return `The log has no issue "${key}".${hint}`;
}

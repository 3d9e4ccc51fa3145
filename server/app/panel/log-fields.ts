/** What the page needs to know of the fields of issues, to show them and to have them filled in. */
import type { LogFieldInfo } from '../../protocol/answers.ts';
import { LOG_FIELDS, type LogRow } from '../../protocol/tracking.ts';
import { allowedIn, choicesOf, FIELDS, inputOf } from '../../tracking/fields.ts';
import { shownField } from '../../tracking/panel-rows.ts';
import { readOnlyReason } from '../../tracking/read-only.ts';

/** @returns all fields, in the order of the log */
export function fieldInfos(log: readonly LogRow[]): LogFieldInfo[] {
  const used = new Set(log.flatMap(({ cells = {} }) => Object.keys(cells)));
  const columns = new Map(LOG_FIELDS.map((column) => [shownField(column), column]));
  return FIELDS.map((name) => ({
    name, column: columns.get(name) ?? name, input: inputOf(name), choices: [...choicesOf(name)], allowed: allowedIn(name),
    readOnly: readOnlyReason(name), isUsed: columns.has(name) || used.has(name),
  }));
}

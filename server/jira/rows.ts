/** Which rows of the log belong into a project, and in which order. */
import { FIELDS, type Cells, type FieldName } from '../tracking/fields.ts';
import { keyInJira } from '../tracking/issue-key.ts';
import type { SyncState } from './sync-state.ts';

/** Where a row is in Jira: under a key, nowhere yet, or not at all. */
export type Place = { kind: 'key'; key: string } | { kind: 'new' } | { kind: 'left'; why: string };

/** A label must not be longer than 255 characters. */
const LONGEST_KEY = 150;

/** @param row key of the row */
export function placeOf(row: string, project: string, issues: SyncState['issues']): Place {
  const linked = issues.get(row);
  if (linked !== undefined) return { kind: 'key', key: linked };
  if (row.length > LONGEST_KEY) return { kind: 'left', why: 'its key is too long' };
  const own = keyInJira(row);
  if (own === null) return { kind: 'new' };
  return own.project === project ? { kind: 'key', key: row } : { kind: 'left', why: `it belongs to the project ${own.project}` };
}

/** @returns the type's name in a form in which `Sub-task` is `Subtask` */
export function plainType(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Parents first: epics, then what belongs to them, then what belongs to that. */
export function stageOf(cells: Cells): 0 | 1 | 2 {
  const type = plainType(cells['Issue Type']);
  return type === 'epic' ? 0 : type === 'subtask' ? 2 : 1;
}

/** @returns the part of a configuration that names fields of the log */
export function fieldNames(configured: Readonly<Record<string, string | null | undefined>>): Map<FieldName, string | null> {
  return new Map(FIELDS.flatMap((field): [FieldName, string | null][] => {
    const wanted = configured[field];
    return wanted === undefined ? [] : [[field, wanted]];
  }));
}

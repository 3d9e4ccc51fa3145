/** `archwright track set`: changes fields of an issue by hand. */
import { showable } from '../../text/plain-text.ts';
import { Failure } from '../failure.ts';
import { changeIssue, fieldCalled, type ChangedCell, type WantedCell } from './change-issue.ts';

export interface SetOptions {
  key: string;
  /** As the user wrote them: `Status=Done`. */
  assignments: readonly string[];
  now: Date;
}

/**
 * @param root absolute path of the folder
 * @returns a sentence for each field that changed; none when all was so already
 * @throws {Failure} for an unknown issue or field, and for a value that is not allowed; nothing is changed then
 */
export async function setFields(root: string, { key, assignments, now }: SetOptions): Promise<string[]> {
  const { asked } = await changeIssue(root, { key, wanted: assignments.map(readAssignment), now });
  return asked.map(sentenceOn);
}

function sentenceOn({ field, before, after }: ChangedCell): string {
  const shown = (value: string): string => (value === '' ? 'empty' : `"${showable(value)}"`);
  return `${field}: ${before === '' ? '' : `${shown(before)} `}→ ${shown(after)}`;
}

function readAssignment(written: string): WantedCell {
  const at = written.indexOf('=');
  if (at <= 0) throw new Failure(`"${written}" sets nothing; write FIELD=VALUE, such as "Status=Done".`);
  return { field: fieldCalled(written.slice(0, at)), after: written.slice(at + 1) };
}

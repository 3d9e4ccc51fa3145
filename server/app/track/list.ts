/** The issues of the log, and what is wrong in its file. */
import type { JsonIssue, JsonLog } from '../../protocol/tracking.ts';
import { showable } from '../../text/plain-text.ts';
import { FIELDS, issueOf, jsonName, type FieldName } from '../../tracking/fields.ts';
import { issuesOf, problemsIn } from '../../tracking/log.ts';
import { USUAL, writeTable } from '../../tracking/table.ts';
import { LOG_FILE } from './log-files.ts';
import { readMasked } from './masked-log.ts';

export interface ListedIssues {
  json: JsonLog;
  /** Issues in the columns of the guidelines, whichever the file has. */
  csv: string;
  /** Sentences about what is wrong in the file. */
  notes: string[];
}

/** @param root absolute path of the folder @param status only issues with it, in any case @throws {Failure} when the log cannot be read */
export async function listIssues(root: string, status?: string): Promise<ListedIssues> {
  const { log, text } = await readMasked(root);
  const all = issuesOf(log);
  const shown = status === undefined ? all : all.filter((cells) => cells['Status'].toLowerCase() === status.toLowerCase());
  const problems = problemsIn(log, text);
  const issues = shown.map((cells): JsonIssue => Object.fromEntries(
    Object.entries(issueOf(cells)).map(([field, value]) => [jsonName(field as FieldName), value]),
  ));
  return {
    json: { schemaVersion: 1, issues, problems },
    csv: writeTable({ dialect: USUAL, header: FIELDS, rows: shown.map((cells) => FIELDS.map((field) => cells[field])), broken: null }),
    notes: problems.map(({ line, column, message }) => `${LOG_FILE}:${line}${column === null ? '' : `:${column}`} ${showable(message)}`),
  };
}

/** Writes the log for other programs: Jira's import, or a spreadsheet. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GitError } from '../../host/git.ts';
import { peopleOf } from '../../host/commit-history.ts';
import { FIELDS } from '../../tracking/fields.ts';
import { issuesOf } from '../../tracking/log.ts';
import { jiraExport } from '../../tracking/jira-csv.ts';
import { writeTable } from '../../tracking/table.ts';
import { withoutFormula } from '../../text/formulas.ts';
import { counted, firstNames } from '../../text/wording.ts';
import { recordExport } from '../audit/happenings.ts';
import { Failure } from '../failure.ts';
import { writeTextFile } from '../write-file.ts';
import { readMasked } from './masked-log.ts';

export const EXPORTS = ['jira', 'spreadsheet'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** Relative to the folder. */
const USUAL_FILES: Readonly<Record<ExportKind, string>> = { jira: 'logs/jira_import.csv', spreadsheet: 'logs/project_tracking_export.csv' };

export interface Exported {
  /** Paths relative to the folder, or absolute outside of it. */
  files: string[];
  issues: number;
  /** Sentences about what is missing in them. */
  notes: string[];
}

/**
 * @param root absolute path of the folder
 * @param output file to write; further ones get a number, and the configuration of an import its name with `.json`
 * @throws {Failure} when the log cannot be read, is empty, or a file cannot be written
 */
export async function exportLog(root: string, kind: ExportKind, output?: string): Promise<Exported> {
  const exported = await writeExport(root, kind, output);
  await recordExport(root, { for: kind, issues: exported.issues, files: exported.files });
  return exported;
}

async function writeExport(root: string, kind: ExportKind, output: string | undefined): Promise<Exported> {
  const { log } = await readMasked(root);
  const issues = issuesOf(log);
  if (issues.length === 0) throw new Failure('The log has no issues. "archwright track import" fills it from git.');
  const target = output === undefined ? join(root, USUAL_FILES[kind]) : resolve(output);
  if (kind === 'spreadsheet') {
    const rows = issues.map((cells) => FIELDS.map((field) => withoutFormula(cells[field])));
    // Without the mark, Excel misreads every letter beyond ASCII.
    await writeTextFile(target, writeTable({ dialect: { bom: true, separator: ',', lineEnd: '\r\n' }, header: FIELDS, rows, broken: null }));
    return { files: [shown(root, target)], issues: issues.length, notes: [] };
  }
  const { files, configuration, unknown } = jiraExport(issues, await emailsIn(root));
  const bare = target.replace(/\.csv$/i, '');
  const names = files.map((_, at) => (files.length === 1 ? target : `${bare}-${at + 1}.csv`));
  for (const [at, text] of files.entries()) await writeTextFile(names[at]!, text);
  const configurationFile = join(dirname(target), `${bare.slice(dirname(target).length + 1)}.json`);
  await writeTextFile(configurationFile, configuration);
  const notes = unknown.length === 0 ? [] : [`No address is known for ${counted(unknown.length, 'name')} (${firstNames(unknown)}); these cells are empty.`];
  return { files: [...names, configurationFile].map((file) => shown(root, file)), issues: issues.length, notes };
}

/** Addresses by name of a person; outside of git nobody's is known. */
export async function emailsIn(root: string): Promise<Map<string, string>> {
  try {
    return await peopleOf(root);
  } catch (error) {
    if (error instanceof GitError) return new Map();
    throw error;
  }
}

function shown(root: string, file: string): string {
  const path = relative(root, file).split(sep).join('/');
  return path.startsWith('..') ? file : path;
}

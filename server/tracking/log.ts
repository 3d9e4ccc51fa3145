/** The tracking log of a folder: every review, and every commit since the previous one. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freshOf, severityCounts } from '../digest/findings.ts';
import { replaceFile } from '../host/replace-file.ts';
import type { LogRow } from '../protocol/panel.ts';
import type { JsonReport } from '../protocol/report.ts';
import { toTenth } from '../text/wording.ts';
import { commitsSince, issueIn, readHead } from './commits.ts';
import { addRows, EMPTY_ROW, readRows } from './csv.ts';

export const LOG_FILE = 'logs/project_tracking.csv';

export interface LogOptions {
  /** Masks secrets in lines of text: people also write them into messages of commits. */
  mask(text: string): Promise<string>;
  /** If false, git is not used. */
  git: boolean;
  /** Relative to the folder; defaults to the usual place. */
  file?: string;
}

/** Rows of a folder's log, oldest first; none when there is no log. */
export async function readLog(root: string, file = LOG_FILE): Promise<LogRow[]> {
  return readRows(await textOf(join(root, file)));
}

/**
 * Adds a review to the log, and the commits since the last row. A review with the same result for the
 * same commit as the previous one is not added again.
 * @returns all rows, oldest first
 * @throws when the log cannot be written; it is then unchanged
 */
export async function appendReview(root: string, report: JsonReport, options: LogOptions): Promise<LogRow[]> {
  const file = join(root, options.file ?? LOG_FILE);
  const before = await textOf(file);
  const rows = readRows(before);
  const head = options.git ? await readHead(root) : { commit: '', branch: '' };
  const lastCommit = rows.findLast((row) => row.commit !== '')?.commit ?? '';
  const commits = options.git ? await maskedIn(await commitsSince(root, lastCommit, head), options) : [];
  const review = reviewRow(report, rows, head);
  const last = rows.findLast((row) => row.kind === 'review');
  const repeated =
    last !== undefined &&
    last.commit === review.commit &&
    last.score === review.score &&
    last.errors === review.errors &&
    last.warnings === review.warnings &&
    last.infos === review.infos;
  const added = repeated ? commits : [...commits, review];
  if (added.length === 0) return rows;
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(file, addRows(before, added));
  return [...rows, ...added];
}

/** The commits without secrets in what people wrote. */
async function maskedIn(commits: readonly LogRow[], { mask }: LogOptions): Promise<LogRow[]> {
  // Neither a subject nor a name of git has more than one line; more of them, and texts would no longer belong to their rows.
  const written = commits.flatMap(({ summary, author }) => [summary, author].map((text) => text.replace(/[\r\n]/g, ' ')));
  const masked = (await mask(written.join('\n'))).split('\n');
  return commits.map((row, at) => ({ ...row, summary: masked[at * 2] ?? '', author: masked[at * 2 + 1] ?? '' }));
}

function reviewRow(report: JsonReport, earlier: readonly LogRow[], head: { commit: string; branch: string }): LogRow {
  const { error, warning, info } = severityCounts(freshOf(report.findings));
  const { total, grade } = report.score;
  const previous = earlier.findLast((row) => row.kind === 'review' && row.score !== null)?.score ?? null;
  return {
    ...EMPTY_ROW, kind: 'review', time: new Date().toISOString(), commit: head.commit, branch: head.branch, issue: issueIn(head.branch),
    score: total, grade: grade ?? '', errors: error, warnings: warning, infos: info,
    delta: total === null || previous === null ? null : toTenth(total - previous),
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

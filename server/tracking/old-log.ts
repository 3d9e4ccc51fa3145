/** The first log of Archwright: 13 columns, a row for each review and each commit. Read so that nothing of it is lost. */
import type { Cells } from './fields.ts';
import type { ReviewEvent } from '../protocol/tracking.ts';
import { readReviews, addReviews } from './reviews.ts';
import { readTable } from './table.ts';
import { dateText } from './units.ts';

/** A commit as the first log wrote it down. */
interface OldCommit {
  /** ISO 8601. */
  time: string;
  commit: string;
  branch: string;
  issue: string;
  summary: string;
  author: string;
}

export interface OldLog {
  reviews: ReviewEvent[];
  /** Cells of the issues that its commits belong to, by key. */
  issues: Map<string, Partial<Cells>>;
}

const HEADERS = new Set(['Kind', 'Time', 'Commit', 'Branch', 'Issue Key', 'Summary', 'Author', 'Score', 'Grade', 'Errors', 'Warnings', 'Infos', 'Delta']);
/** It put an apostrophe before what a spreadsheet would take for a formula, and one more before what looked like that already. */
const GUARDED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const MAIN = new Set(['main', 'master']);
const SHORT_HASH = 8;

/** @param text of a file @returns its contents if it is such a log; null for anything else */
export function readOldLog(text: string): OldLog | null {
  // Most files are logs of today, which need not be read twice.
  const first = /^[^\r\n]*/.exec(text)![0];
  if (!first.includes('Kind') || first.includes('Issue Type')) return null;
  const { header, rows, broken } = readTable(text, (each) => HEADERS.has(each));
  if (broken !== null || !header.includes('Kind') || !header.includes('Time') || header.includes('Issue Type')) return null;
  const cell = (row: readonly string[], name: string): string => {
    const value = row[header.indexOf(name)] ?? '';
    return GUARDED.test(value) ? value.slice(1) : value;
  };
  const commits: OldCommit[] = [];
  const reviews: ReviewEvent[] = [];
  for (const row of rows) {
    const time = cell(row, 'Time');
    if (Number.isNaN(Date.parse(time))) continue;
    const both = { time, commit: cell(row, 'Commit'), branch: cell(row, 'Branch'), issue: cell(row, 'Issue Key') };
    if (cell(row, 'Kind') === 'commit') commits.push({ ...both, summary: cell(row, 'Summary'), author: cell(row, 'Author') });
    else reviews.push({
      ...both, grade: cell(row, 'Grade'), score: numberIn(cell(row, 'Score')), errors: numberIn(cell(row, 'Errors')),
      warnings: numberIn(cell(row, 'Warnings')), infos: numberIn(cell(row, 'Infos')), delta: numberIn(cell(row, 'Delta')),
    });
  }
  return { reviews, issues: issuesOf(commits) };
}

function numberIn(text: string): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

function issuesOf(commits: readonly OldCommit[]): Map<string, Partial<Cells>> {
  const issues = new Map<string, Partial<Cells>>();
  for (const { time, commit, branch, issue, summary, author } of commits) {
    const key = issue !== '' ? issue : `AUTO-${(commit === '' ? time.replace(/\D/g, '') : commit).slice(0, SHORT_HASH)}`;
    const at = dateText(Date.parse(time));
    const isDone = MAIN.has(branch);
    const last = {
      'Updated Date': at, 'Git Commit Hash': commit, 'Branch Name': branch, 'Status': isDone ? 'Done' : 'In Progress', 'Resolved Date': isDone ? at : '',
    };
    const before = issues.get(key);
    const project = /^([A-Z][A-Z0-9_]*)-\d+$/.exec(issue)?.[1] ?? '';
    const first = { 'Project Key': project, 'Summary': summary, 'Assignee': author, 'Reporter': author, 'Created Date': at };
    issues.set(key, { ...(before ?? first), ...last });
  }
  return issues;
}

/** @param before text of the log of reviews @returns it with those reviews of the old log that it lacks, which taking it over again leaves as it is */
export function withOldReviews(before: string, { reviews }: OldLog): string {
  const known = new Set(readReviews(before).map(({ time, commit }) => `${time} ${commit}`));
  return addReviews(before, reviews.filter(({ time, commit }) => !known.has(`${time} ${commit}`)));
}

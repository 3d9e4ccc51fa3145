/** The issues of the log for the terminal. */
import pc from 'picocolors';
import type { JsonIssue } from '../../protocol/tracking.ts';
import { compareText } from '../../text/order.ts';
import { columns, padded, shortened, showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';

const COLUMNS: readonly (readonly [title: string, name: string, width: number])[] = [
  ['Key', 'issueKey', 20], ['Status', 'status', 14], ['Type', 'issueType', 10], ['Summary', 'summary', 60], ['Assignee', 'assignee', 20],
];
const DATE_LENGTH = 10;

/** @returns a table, what changed last at the top @param color whether the terminal shows colours */
export function issuesPretty(issues: readonly JsonIssue[], color: boolean): string {
  if (issues.length === 0) return 'No issues. "archwright track import" fills the log from git.\n';
  const colors = pc.createColors(color);
  const newest = [...issues].sort((a, b) => compareText(String(b['updatedDate'] ?? ''), String(a['updatedDate'] ?? '')));
  const rows = newest.map((issue) => [
    ...COLUMNS.map(([, name, width]) => shortened(showable(String(issue[name] ?? '')), width)), String(issue['updatedDate'] ?? '').slice(0, DATE_LENGTH),
  ]);
  const titles = [...COLUMNS.map(([title]) => title), 'Updated'];
  // A table that is drawn cell by cell takes seconds for thousands of rows.
  const widths = titles.map((title, at) => rows.reduce((widest, row) => Math.max(widest, columns(row[at]!)), title.length));
  const line = (cells: readonly string[]): string => cells.map((cell, at) => padded(cell, widths[at]!)).join('  ').trimEnd();
  return `${[colors.bold(line(titles)), ...rows.map(line)].join('\n')}\n${counted(issues.length, 'issue')}.\n`;
}

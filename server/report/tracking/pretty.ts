/** The issues of the log for the terminal. */
import Table from 'cli-table3';
import pc from 'picocolors';
import type { JsonIssue } from '../../protocol/tracking.ts';
import { compareText } from '../../text/order.ts';
import { shortened, showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';

const COLUMNS: readonly (readonly [title: string, name: string, width: number])[] = [
  ['Key', 'issueKey', 20], ['Status', 'status', 14], ['Type', 'issueType', 10], ['Summary', 'summary', 60], ['Assignee', 'assignee', 20],
];
const DATE_LENGTH = 10;

/** @returns a table, what changed last at the top @param color whether the terminal shows colours */
export function issuesPretty(issues: readonly JsonIssue[], color: boolean): string {
  if (issues.length === 0) return 'No issues. "archwright track import" fills the log from git.\n';
  const colors = pc.createColors(color);
  const head = [...COLUMNS.map(([title]) => title), 'Updated'].map((title) => colors.bold(title));
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  const newest = [...issues].sort((a, b) => compareText(String(b['updatedDate'] ?? ''), String(a['updatedDate'] ?? '')));
  for (const issue of newest) {
    const cells = COLUMNS.map(([, name, width]) => shortened(showable(String(issue[name] ?? '')), width));
    table.push([...cells, String(issue['updatedDate'] ?? '').slice(0, DATE_LENGTH)]);
  }
  return `${table.toString()}\n${counted(issues.length, 'issue')}.\n`;
}

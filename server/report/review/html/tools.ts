/** What was read from reports of other tools, in the HTML report. */
import type { JsonReport, ReportTool, ReportToolMessage } from '../../../protocol/report.ts';
import { criterionTitle } from '../digest.ts';
import { outcome, READ_ELSEWHERE, readElsewhere, reservations } from '../read-elsewhere.ts';
import { htmlText } from '../../../text/xml-text.ts';

/** A table of the reports, what counted of them folded below, and what could not be used. */
export function toolsSection(report: JsonReport): string {
  const { tools, problems } = readElsewhere(report);
  if (tools.length === 0 && problems.length === 0) return '';
  const unusable = problems.length === 0 ? '' : table(['Report', 'Not used, or not in full'], problems.map(({ path, reason }) => [path, reason]));
  return `<h2 id="other-tools">${READ_ELSEWHERE}</h2><div class="card">${tools.length === 0 ? '' : table(['Tool', 'Report', 'Messages', 'Note'], tools.map(rowOf))}${unusable}</div>${tools.map(countedOf).join('')}`;
}

function rowOf(tool: ReportTool): string[] {
  return [tool.tool, tool.path, outcome(tool), reservations(tool)];
}

function countedOf({ tool, path, messages }: ReportTool): string {
  const counting = messages.filter(({ why }) => why === null);
  if (counting.length === 0) return '';
  return `<details class="more"><summary>What counts of ${htmlText(tool)} (${htmlText(path)})</summary><div class="card scroll">${table(['Where', 'Code', 'Message', 'Counts in'], counting.map(cellsOf))}</div></details>`;
}

function cellsOf({ path, line, code, message, criterion }: ReportToolMessage): string[] {
  return [`${path}:${line}`, code, message, criterion === null ? '' : criterionTitle(criterion)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (names: readonly string[], open: string, close: string): string => names.map((name) => `${open}${htmlText(name)}${close}`).join('');
  return `<table><thead><tr>${cells(head, '<th scope="col">', '</th>')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, '<td>', '</td>')}</tr>`).join('')}</tbody></table>`;
}

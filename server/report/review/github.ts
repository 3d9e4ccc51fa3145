/** Workflow commands of GitHub Actions, which become annotations on the changed lines of a pull request. */
import type { JsonReport, ReportedSeverity, ReportFinding } from '../../protocol/report.ts';
import { findingsWords, freshOf, inOrder, SEVERITIES, severityCounts } from '../../digest/findings.ts';
import { gateWords } from '../../digest/gate.ts';
import { originWords } from '../../digest/origin.ts';
import { advice, pointsText } from '../../digest/score.ts';
import { showable, wellFormed } from '../../text/plain-text.ts';

const COMMANDS: Readonly<Record<ReportedSeverity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows ten annotations of each kind per step and silently drops the rest. */
const SHOWN = 10;

/** @returns commands for the findings outside the baseline, the first ten of each severity, and a summary line */
export function toGithub(report: JsonReport): string {
  const fresh = inOrder(freshOf(report.findings));
  const counts = severityCounts(fresh);
  const shown = SEVERITIES.flatMap((severity) => blockersFirst(fresh.filter((finding) => finding.severity === severity)).slice(0, SHOWN));
  const dropped = fresh.length - shown.length;
  const { total, grade, approved, blockers } = report.score;
  const sum = [
    `Score ${pointsText(total)}${total === null ? '' : ' of 100'}${grade === null ? '' : `, grade ${grade}`}: ${advice(report.score, report.gate)}`,
    `${findingsWords(report, counts)}${dropped > 0 ? `, ${dropped} of them not shown` : ''}`,
    ...(report.gate === undefined ? [] : [`Gate ${gateWords(report.gate)}`]),
    ...(report.origin === undefined ? [] : [`Reviewed: ${originWords(report.origin).join(', ')}`]),
    ...(blockers.length > 0 ? [`Blockers: ${blockers.map(({ ruleId, count }) => `${count} × ${ruleId}`).join(', ')}`] : []),
  ];
  const name = approved && report.gate?.passed !== false ? 'notice' : 'warning';
  return `${[...shown.map(commandOf), command(name, { title: 'Archwright' }, sum.join('. '))].join('\n')}\n`;
}

function blockersFirst(findings: readonly ReportFinding[]): ReportFinding[] {
  return [...findings].sort((a, b) => Number(b.blocker) - Number(a.blocker));
}

function commandOf({ severity, path, range, ruleId, blocker, message, guideline }: ReportFinding): string {
  const sameLine = range.start.line === range.end.line;
  const properties = {
    file: path,
    line: range.start.line,
    endLine: range.end.line,
    // GitHub rejects columns on annotations over several lines. Its end column is inclusive.
    ...(sameLine ? { col: range.start.column, endColumn: Math.max(range.start.column, range.end.column - 1) } : {}),
    title: `${ruleId}${blocker ? ' (blocker)' : ''}`,
  };
  return command(COMMANDS[severity], properties, `${message} (${guideline})`);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(showable(String(value)))}`);
  return `::${name} ${written.join(',')}::${escapeMessage(showable(message))}`;
}

/** The text after `::` ends at the line break. */
function escapeMessage(text: string): string {
  return wellFormed(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property also ends at `,`, and the property list at `:`. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

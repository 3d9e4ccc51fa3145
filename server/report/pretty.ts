/** The report for a terminal: findings by file, then the score and what would raise it. */
import pc from 'picocolors';
import type { JsonReport, ReportFinding } from '../protocol/report.ts';
import { counted } from '../score/wording.ts';
import { groupedBy, inOrder, severityCounts, severityWords } from './digest.ts';
import { columns, padded, showable, wrapped } from './plain-text.ts';
import { prettyScore } from './pretty-score.ts';
import { wordsById, type RuleWords } from './rule-words.ts';

export interface PrettyOptions {
  color: boolean;
  /** Columns of the terminal; anything under 40 is treated as 40. */
  width: number;
  rules: readonly RuleWords[];
  /** Leaves the findings out and tells the sums and the score alone. */
  scoreOnly?: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

const NARROWEST = 40;
/** Long lines are tiring to read, so wide terminals are not filled. */
const WIDEST = 140;

const SYMBOLS = { error: '✖', warning: '▲', info: '●' } as const;

/** @returns lines for standard output, with a final line break */
export function toPretty(report: JsonReport, options: PrettyOptions): string {
  const colors = pc.createColors(options.color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const fresh = inOrder(report.findings.filter(({ baseline }) => !baseline));
  const lines = options.scoreOnly ? [] : findingLines(fresh, width, colors);
  lines.push(...skippedLines(report, width, colors));
  lines.push(...sumLines(report, fresh, colors), '');
  lines.push(...prettyScore(report, wordsById(options.rules), width, colors));
  return `${['', ...lines].join('\n')}\n`;
}

function severityColor(severity: ReportFinding['severity'], colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;
}

function findingLines(findings: readonly ReportFinding[], width: number, colors: Colors): string[] {
  const lines: string[] = [];
  for (const [path, group] of groupedBy(findings, (finding) => finding.path)) {
    lines.push(`${colors.underline(showable(path))}${placeOf(group[0], colors)}`);
    const rows = group.map((finding) => ({ finding, place: `${finding.range.start.line}:${finding.range.start.column}` }));
    const placeWidth = Math.max(...rows.map(({ place }) => place.length));
    for (const { finding, place } of rows) lines.push(...oneFinding(finding, place.padStart(placeWidth), width, colors));
    lines.push('');
  }
  return lines;
}

function placeOf(finding: ReportFinding | undefined, colors: Colors): string {
  const names = [finding?.layer, finding?.block].filter((name): name is string => typeof name === 'string').map(showable);
  return names.length > 0 ? colors.dim(`  ${names.join(' › ')}`) : '';
}

function oneFinding(finding: ReportFinding, place: string, width: number, colors: Colors): string[] {
  const paint = severityColor(finding.severity, colors);
  const indent = place.length + 6;
  const room = width - indent;
  const marks = [finding.blocker ? 'blocker' : '', finding.fixable ? 'fixable' : ''].filter((mark) => mark !== '');
  const tail = `${showable(finding.ruleId)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  const message = wrapped(showable(finding.message), room);
  const last = message.at(-1) ?? '';
  const painted = finding.blocker ? colors.dim(tail).replace('blocker', colors.red('blocker')) : colors.dim(tail);
  const head = `  ${colors.dim(place)}  ${paint(SYMBOLS[finding.severity])} `;
  const blank = ' '.repeat(indent);
  // The rule stands at the right edge when it fits behind the message, otherwise below it.
  const fits = columns(last) + 2 + columns(tail) <= room;
  const body = fits ? [...message.slice(0, -1), `${padded(last, room - columns(tail))}${painted}`] : [...message, painted];
  return body.map((line, at) => (at === 0 ? `${head} ${line}` : `${blank}${line}`));
}

function skippedLines({ files }: JsonReport, width: number, colors: Colors): string[] {
  if (files.skipped.length === 0) return [];
  const shown = files.skipped.slice(0, 10).flatMap(({ path, reason }) =>
    wrapped(`${showable(path)}: ${showable(reason)}`, width - 4).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`),
  );
  const rest = files.skipped.length - 10;
  const more = rest > 0 ? [colors.dim(`  and ${rest} more`)] : [];
  return [colors.yellow(`${counted(files.skipped.length, 'file')} not read`), ...shown, ...more, ''];
}

function sumLines(report: JsonReport, fresh: readonly ReportFinding[], colors: Colors): string[] {
  const counts = severityCounts(fresh);
  const painted = fresh.length === 0
    ? colors.green('✔ No findings')
    : (['error', 'warning', 'info'] as const)
      .filter((severity) => counts[severity] > 0)
      .map((severity) => severityColor(severity, colors)(`${SYMBOLS[severity]} ${severityWords({ error: 0, warning: 0, info: 0, [severity]: counts[severity] })}`))
      .join('  ');
  const frozen = report.findings.length - fresh.length;
  const fixable = fresh.filter((finding) => finding.fixable).length;
  const files = Object.values(report.files).reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0);
  const notes = [
    `${counted(files, 'file')}`,
    fixable > 0 ? `${fixable} fixable` : '',
    frozen > 0 ? `${frozen} in the baseline not shown` : '',
    `${(report.durationMs / 1000).toFixed(1)} s`,
  ].filter((note) => note !== '');
  return [`${painted}  ${colors.dim(`· ${notes.join(' · ')}`)}`];
}

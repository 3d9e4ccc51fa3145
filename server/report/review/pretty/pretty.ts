/** The report for a terminal: findings by file, then the score and what would raise it. */
import { groupedBy } from '../../../text/grouped-by.ts';
import pc from 'picocolors';
import type { JsonReport, ReportFinding } from '../../../protocol/report.ts';
import { counted } from '../../../text/wording.ts';
import { filesRead, freshOf, inOrder, SEVERITIES, severityCount, severityCounts } from '../../../digest/findings.ts';
import { columns, padded, showable, wrapped } from '../../../text/plain-text.ts';
import { prettyScore } from './score.ts';
import { outcome, READ_ELSEWHERE, readElsewhere, reservations } from '../read-elsewhere.ts';
import { wordsById, type RuleWords } from '../rule-words.ts';

export interface PrettyOptions {
  color: boolean;
  /** Columns of the terminal; anything under 40 is treated as 40. */
  width: number;
  rules: readonly RuleWords[];
  /** Leaves out the findings and shows only the counts and the score. */
  scoreOnly?: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

const NARROWEST = 40;
/** Long lines are tiring to read, so wide terminals are not fully used. */
const WIDEST = 140;

/** Width before a message besides its place: margins and the symbol. */
const INDENT = 7;

const SYMBOLS = { error: '✖', warning: '▲', info: '●' } as const;

/** @returns lines for standard output, with a final line break */
export function toPretty(report: JsonReport, options: PrettyOptions): string {
  const colors = pc.createColors(options.color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const fresh = inOrder(freshOf(report.findings));
  const lines = options.scoreOnly ? [] : findingLines(fresh, width, colors);
  lines.push(...skippedLines(report, width, colors), ...elsewhereLines(report, width, colors));
  lines.push(...sumLines(report, fresh, width, colors), '');
  lines.push(...prettyScore(report, wordsById(options.rules), width, colors));
  return `${['', ...lines].join('\n')}\n`;
}

function severityColor(severity: ReportFinding['severity'], colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;
}

/** Column widths shared by all findings of a report, so that they align. */
interface Grid {
  place: number;
  message: number;
  /** The rule goes below the message, because there is no room beside it. */
  stacked: boolean;
}

/** A message narrower than this is unpleasant to read; then the rule goes below it. */
const NARROWEST_MESSAGE = 36;
/** A message wider than this is wrapped, so that one long sentence does not push all rules far to the right. */
const WIDEST_MESSAGE = 88;

function gridFor(findings: readonly ReportFinding[], width: number): Grid {
  const widest = (texts: string[]): number => texts.reduce((most, text) => Math.max(most, columns(text)), 0);
  const place = widest(findings.map(placeText));
  const room = width - place - INDENT;
  const beside = room - widest(findings.map(tailText)) - 2;
  const stacked = beside < NARROWEST_MESSAGE;
  return { place, stacked, message: Math.min(stacked ? room : beside, WIDEST_MESSAGE, widest(findings.map(({ message }) => showable(message)))) };
}

function findingLines(findings: readonly ReportFinding[], width: number, colors: Colors): string[] {
  const grid = gridFor(findings, width);
  return [...groupedBy(findings, (finding) => finding.path)].flatMap(([path, group]) => [
    `${colors.underline(showable(path))}${placeOf(group[0], colors)}`,
    ...group.flatMap((finding) => oneFinding(finding, grid, colors)),
    '',
  ]);
}

function placeOf(finding: ReportFinding | undefined, colors: Colors): string {
  const names = [finding?.layer, finding?.block].filter((name): name is string => typeof name === 'string').map(showable);
  return names.length > 0 ? colors.dim(`  ${names.join(' › ')}`) : '';
}

function placeText({ range }: ReportFinding): string {
  return `${range.start.line}:${range.start.column}`;
}

function tailText({ ruleId, blocker, fixable }: ReportFinding): string {
  const marks = [blocker ? 'blocker' : '', fixable ? 'fixable' : ''].filter((mark) => mark !== '');
  return `${showable(ruleId)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

function oneFinding(finding: ReportFinding, grid: Grid, colors: Colors): string[] {
  const symbol = severityColor(finding.severity, colors)(SYMBOLS[finding.severity]);
  const rule = finding.blocker ? colors.red(tailText(finding)) : colors.dim(tailText(finding));
  const head = `  ${colors.dim(placeText(finding).padStart(grid.place))}  ${symbol}  `;
  const blank = ' '.repeat(grid.place + INDENT);
  const [first = '', ...rest] = wrapped(showable(finding.message), grid.message);
  const body = grid.stacked ? [first, ...rest, rule] : [`${padded(first, grid.message)}  ${rule}`, ...rest];
  return body.map((line, at) => `${at === 0 ? head : blank}${line}`);
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

/** Unusable reports are problems, which go to standard error. */
function elsewhereLines(report: JsonReport, width: number, colors: Colors): string[] {
  const { tools } = readElsewhere(report);
  if (tools.length === 0) return [];
  const lines = tools.flatMap((tool) => {
    const notes = reservations(tool);
    const text = `${showable(tool.tool)} (${showable(tool.path)}): ${outcome(tool)}${notes === '' ? '' : `; ${notes}`}`;
    return wrapped(text, width - 4).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`);
  });
  return [colors.bold(READ_ELSEWHERE), ...lines, ''];
}

function sumLines(report: JsonReport, fresh: readonly ReportFinding[], width: number, colors: Colors): string[] {
  const counts = severityCounts(fresh);
  const sums = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => ({
    severity, text: `${SYMBOLS[severity]} ${severityCount(severity, counts[severity])}`,
  }));
  // If nothing was read, the result is not clean.
  const none = filesRead(report) === 0 ? colors.yellow('No source files were read') : colors.green('✔ No findings');
  const painted = sums.length === 0 ? none : sums.map(({ severity, text }) => severityColor(severity, colors)(text)).join('  ');
  const frozen = report.findings.length - fresh.length;
  const fixable = fresh.filter((finding) => finding.fixable).length;
  const notes = [
    counted(filesRead(report), 'file'),
    fixable > 0 ? `${fixable} fixable` : '',
    frozen > 0 ? `${frozen} in the baseline not shown` : '',
    `${(report.durationMs / 1000).toFixed(1)} s`,
  ].filter((note) => note !== '');
  const behind = notes.join(' · ');
  const taken = sums.map(({ text }) => text).join('  ').length;
  return taken + behind.length + 4 <= width
    ? [`${painted}  ${colors.dim(`· ${behind}`)}`]
    : [painted, ...wrapped(behind, width - 2).map((line) => colors.dim(`  ${line}`))];
}

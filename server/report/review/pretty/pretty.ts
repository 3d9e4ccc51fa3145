/** The report for a terminal: findings by file, then the score and what would raise it. */
import pc from 'picocolors';
import type { JsonReport, ReportFinding } from '../../../protocol/report.ts';
import { counted } from '../../../text/wording.ts';
import { filesRead, freshOf, inOrder, SEVERITIES, severityCount, severityCounts } from '../../../digest/findings.ts';
import { originWords } from '../../../digest/origin.ts';
import { showable, wrapped } from '../../../text/plain-text.ts';
import { findingLines, severityColor, SYMBOLS } from './findings.ts';
import { prettyScore } from './score.ts';
import { outcome, READ_ELSEWHERE, readElsewhere, reservations } from '../read-elsewhere.ts';
import { wordsById, type RuleWords } from '../rule-words.ts';

export interface PrettyOptions {
  color: boolean;
  /** Columns of the terminal; anything under 40 is treated as 40. */
  width: number;
  rules: readonly RuleWords[];
  /** Shows each finding; by default, repeated remarks are summed up. */
  all?: boolean;
  /** Leaves out the findings and shows only the counts and the score. */
  scoreOnly?: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

const NARROWEST = 40;
/** Long lines are tiring to read, so wide terminals are not fully used. */
const WIDEST = 140;

/** @returns lines for standard output, with a final line break */
export function toPretty(report: JsonReport, options: PrettyOptions): string {
  const colors = pc.createColors(options.color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const fresh = inOrder(freshOf(report.findings));
  const lines = options.scoreOnly ? [] : findingLines(fresh, wordsById(options.rules), { width, all: options.all === true }, colors);
  lines.push(...skippedLines(report, width, colors), ...elsewhereLines(report, width, colors));
  lines.push(...sumLines(report, fresh, width, colors), ...originLines(report, width, colors), '');
  lines.push(...prettyScore(report, wordsById(options.rules), width, colors));
  return `${['', ...lines].join('\n')}\n`;
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

function originLines({ origin }: JsonReport, width: number, colors: Colors): string[] {
  const words = originWords(origin).map(showable).join(' · ');
  return words === '' ? [] : wrapped(words, width - 2).map((line) => colors.dim(`  ${line}`));
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

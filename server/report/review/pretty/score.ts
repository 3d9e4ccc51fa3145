/** The score in the terminal: total, bars of the dimensions, blockers, and largest gains. */
import type { JsonReport, ReportDimension } from '../../../protocol/report.ts';
import {
  advice, causeWords, criterionTitle, dimensionTitle, gains, measuredMax, measuredWords, pointsText, toneOfShare, toneOfTotal, withoutPoints, type Tone,
} from '../../../digest/score.ts';
import { padded, showable, shortened, wrapped } from '../../../text/plain-text.ts';
import { gateWords } from '../../../digest/gate.ts';
import type { Colors } from './pretty.ts';
import type { RuleWords } from '../rule-words.ts';

const TOP_GAINS = 3;
const TOP_FILES = 3;
/** A file with a better score of its own needs no mention. */
const WORST_BELOW = 75;
const TITLE_WIDTH = 28;
const POINTS_WIDTH = 12;
const LONGEST_BAR = 24;
/** From this width on, bars are followed by words. */
const ROOMY = 70;

/**
 * @param report a whole report
 * @param rules descriptions of the rules
 * @param width available columns
 * @param colors for a terminal, or none
 */
export function prettyScore(report: JsonReport, rules: ReadonlyMap<string, RuleWords>, width: number, colors: Colors): string[] {
  const { score } = report;
  if (score.total === null)
    return [colors.bold('Score  –'), ...wrapped(showable(score.action), width - 2).map((line) => `  ${line}`), ...gateLines(report, width, colors)];
  const paint = paintOf(toneOfTotal(score.total), colors);
  const head = `${colors.bold('Score')}  ${colors.bold(paint(pointsText(score.total)))}${colors.dim(' / 100')}  ${colors.bold(paint(score.grade ?? ''))}`;
  const verdict = score.approved ? colors.green('✔ approved') : colors.red('✖ not approved');
  return [
    `${head}  ${verdict}`,
    ...gateLines(report, width, colors),
    ...[`${showable(advice(score, report.gate))}.`, `${measuredWords(score)}.`]
      .flatMap((words) => wrapped(words, width - 2)).map((line) => colors.dim(`  ${line}`)),
    '',
    ...score.dimensions.flatMap((dimension) => dimensionLines(dimension, width, colors)),
    ...blockerLines(report, rules, width, colors),
    ...gainLines(report, width, colors),
    ...worstLines(report, width, colors),
  ];
}

/** Why the gate passes or fails, below the score that is a part of it. */
function gateLines({ gate }: JsonReport, width: number, colors: Colors): string[] {
  if (gate === undefined) return [];
  const [first = '', ...rest] = wrapped(showable(gateWords(gate)), width - 6);
  const paint = gate.passed ? colors.green : colors.red;
  return [`${colors.bold('Gate')}   ${paint(first)}`, ...rest.map((line) => `       ${paint(line)}`)];
}

function paintOf(tone: Tone, colors: Colors): (text: string) => string {
  return { good: colors.green, fair: colors.yellow, bad: colors.red }[tone];
}

function dimensionLines(dimension: ReportDimension, width: number, colors: Colors): string[] {
  const title = dimensionTitle(dimension.id);
  if (dimension.max === 0) return [colors.dim(`  ${padded(title, TITLE_WIDTH)}does not apply, left out`)];
  const most = measuredMax(dimension);
  const heading = `  ${colors.bold(padded(title, TITLE_WIDTH))}`;
  const lines = [most === 0 ? `${heading}${colors.yellow(withoutPoints(dimension))}` : barLine(heading, dimension.points, most, width, colors, '█')];
  for (const criterion of dimension.criteria) {
    const { id, points, max, measured } = criterion;
    const name = `    ${padded(shortened(criterionTitle(id), TITLE_WIDTH - 3), TITLE_WIDTH - 2)}`;
    if (measured) lines.push(barLine(name, points, max, width, colors, '▬'));
    else lines.push(`${colors.dim(name)}${(max === 0 ? colors.dim : colors.yellow)(withoutPoints(criterion))}`);
  }
  return lines;
}

function barLine(title: string, points: number, max: number, width: number, colors: Colors, filled: string): string {
  const length = Math.max(0, Math.min(LONGEST_BAR, width - TITLE_WIDTH - POINTS_WIDTH - 4 - (width < ROOMY ? 2 : 14)));
  const share = points / max;
  // Only full marks show a full bar and only zero an empty one, despite rounding.
  const cells = share >= 1 ? length : Math.min(length - 1, Math.max(points > 0 ? 1 : 0, Math.round(share * length)));
  const bar =
    length > 0 ? `${paintOf(toneOfShare(share), colors)(filled.repeat(Math.max(0, cells)))}${colors.dim('·'.repeat(length - Math.max(0, cells)))}  ` : '';
  return `${title}${bar}${points.toFixed(1).padStart(5)}${colors.dim(` / ${max}`)}`;
}

function blockerLines({ score }: JsonReport, rules: ReadonlyMap<string, RuleWords>, width: number, colors: Colors): string[] {
  if (score.blockers.length === 0) return [];
  const room = Math.max(...score.blockers.map(({ count }) => String(count).length));
  const rows = score.blockers.flatMap(({ ruleId, count }) => {
    const title = rules.get(ruleId)?.title;
    const text = wrapped(title === undefined ? showable(ruleId) : `${showable(title)} (${showable(ruleId)})`, width - room - 6);
    return text.map((line, at) => (at === 0 ? `  ${colors.red(`${String(count).padStart(room)} ×`)} ${line}` : `${' '.repeat(room + 5)}${line}`));
  });
  return ['', colors.bold(colors.red('Blockers, to be fixed regardless of the score')), ...rows];
}

function gainLines({ score }: JsonReport, width: number, colors: Colors): string[] {
  const top = gains(score).slice(0, TOP_GAINS);
  if (top.length === 0) return [];
  const rows = top.flatMap(({ points, title, reason, causes }) => {
    const gain = `+${points.toFixed(1)}`.padStart(6);
    const cause = causes.slice(0, 3).map((one) => `${showable(causeWords(one))} (${one.points.toFixed(1)})`).join(', ');
    return [
      `  ${colors.green(gain)}  ${colors.bold(title)}`,
      ...wrapped(showable(reason), width - 10).map((line) => `${' '.repeat(10)}${line}`),
      ...(cause === '' ? [] : wrapped(cause, width - 10).map((line) => colors.dim(`${' '.repeat(10)}${line}`))),
    ];
  });
  return ['', colors.bold('Largest possible gains'), ...rows];
}

/** The files that are worth mending first. */
function worstLines({ score }: JsonReport, width: number, colors: Colors): string[] {
  const worst = score.worstFiles.filter((file) => file.score < WORST_BELOW).slice(0, TOP_FILES);
  if (worst.length === 0) return [];
  const rows = worst.map(
    (file) => `  ${paintOf(toneOfTotal(file.score), colors)(file.score.toFixed(1).padStart(6))}  ${shortened(showable(file.path), width - 10)}`,
  );
  return ['', colors.bold('Files with the lowest scores of their own'), ...rows];
}

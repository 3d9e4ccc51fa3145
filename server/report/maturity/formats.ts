/** The formats in which a team's maturity is shown. */
import pc from 'picocolors';
import { MATURITY_LEVELS, type MaturityArea, type MaturityMeasure, type MaturityReport } from '../../protocol/maturity.ts';
import { columns, eachText, padded, shortened, showable, wrapped } from '../../text/plain-text.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';
import { NONE, oneDecimal, percentText } from '../progress/section.ts';

export const MATURITY_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type MaturityFormat = (typeof MATURITY_FORMATS)[number];

type Colors = ReturnType<typeof pc.createColors>;

const GAP = '  ';
const WIDEST_TITLE = 18;
/** Assessments that are shown of the trend. */
const SHOWN = 5;
/** Answer and proposal that lie so far apart are marked. */
const FAR = 2;
const NARROWEST = 24;
/** A blank at which no line ends. */
const JOINED = '\u00a0';

/** @param width of the terminal in columns @returns text with a final line break */
export function writeMaturity(report: MaturityReport, format: MaturityFormat, { color, width }: { color: boolean; width: number }): string {
  switch (format) {
    case 'pretty': return pretty(eachText(report, showable), pc.createColors(color), width);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return markdown(report);
  }
}

/** `Maturity on 2026-11-29: 3.1 of 5 (before: 2.8), 8 of 8 areas answered` */
export function maturityWords({ assessments, areas }: MaturityReport): string {
  const [last, before] = [assessments.at(-1), assessments.at(-2)];
  if (last === undefined) return 'Maturity: not assessed yet';
  const compared = before === undefined || before.average === null ? '' : ` (on ${before.date}: ${before.average})`;
  const mean = last.average === null ? 'nothing is answered' : `${last.average} of 5${compared}, ${last.answered} of ${areas.length} areas answered`;
  return `Maturity on ${last.date}${last.by === '' ? '' : `, by ${last.by}`}: ${mean}`;
}

function levelText(level: number | null): string {
  return level === null ? NONE : `${'●'.repeat(level)}${'○'.repeat(MATURITY_LEVELS.length - level)} ${level}`;
}

function trendText({ trend }: MaturityArea): string {
  return trend.slice(-SHOWN).map((level) => (level === null ? NONE : String(level))).join(' ') || NONE;
}

/** `issues estimated 80% of 12`; without a share where there are too few. */
function measureText({ title, whole, percent }: MaturityMeasure): string {
  return `${title} ${percent === null ? NONE : percentText(percent)} of ${oneDecimal(whole)}`;
}

function isFar({ level, proposed }: MaturityArea): boolean {
  return level !== null && proposed !== null && Math.abs(level - proposed) >= FAR;
}

function pretty(report: MaturityReport, colors: Colors, width: number): string {
  const { areas, notes, from } = report;
  const rows = areas.map((area) => [
    shortened(area.title, WIDEST_TITLE), levelText(area.level), trendText(area), area.proposed === null ? NONE : String(area.proposed),
  ]);
  const head = ['Area', 'Level', 'Trend', 'Log'];
  const widths = head.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at]!)].map(columns)));
  const indent = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  const isBeside = width - indent >= NARROWEST;
  const room = isBeside ? width - indent : Math.max(NARROWEST, width - GAP.length);
  const line = (cells: readonly string[]): string => cells.map((cell, at) => padded(cell, widths[at]!)).join(GAP);
  const lines = areas.flatMap((area, at) => {
    const own = line(rows[at]!);
    const shown = isFar(area) ? colors.yellow(own) : own;
    const aim = area.target === null ? '' : `aims at ${area.target}`;
    const said = [aim, area.why].filter((text) => text !== '').join(': ');
    // A share is not torn from what it is of.
    const shares = area.measured.map((each) => measureText(each).replaceAll(' ', JOINED)).join(' · ');
    const more = [shares, said].filter((text) => text !== '')
      .flatMap((text) => wrapped(text, room)).map((text) => colors.dim(text.replaceAll(JOINED, ' ')));
    if (!isBeside) return [shown.trimEnd(), ...more.map((text) => GAP + text)];
    return [`${shown}${GAP}${more[0] ?? ''}`.trimEnd(), ...more.slice(1).map((text) => ' '.repeat(indent) + text)];
  });
  const measured = isBeside ? `${line(head)}${GAP}${shortened(`Measured since ${from}`, room)}` : line(head);
  const scale = `1 ${MATURITY_LEVELS.map((name, at) => (at === 0 ? name : `${at + 1} ${name}`)).join(', ')}. `
    + '"Log" is what the shares beside it stand for, and no answer; of fewer than five, no share is told.';
  return `${[
    ...wrapped(maturityWords(report), width).map((text) => colors.bold(text)), '', colors.dim(measured.trimEnd()), ...lines, '',
    ...[scale, ...notes].flatMap((note) => wrapped(note, width)).map((text) => colors.dim(text)),
  ].join('\n')}\n`;
}

function markdown(report: MaturityReport): string {
  const { areas, assessments, notes, from, to } = report;
  const parts = [
    `# ${markdownText(maturityWords(report))}`,
    markdownTable(['Area', 'Level', 'Target', 'Trend', 'Measured', 'By what', 'Why'], areas.map((area) => [
      markdownText(area.title), levelText(area.level), area.target === null ? NONE : String(area.target), trendText(area),
      area.proposed === null ? NONE : String(area.proposed), area.measured.map((each) => markdownText(measureText(each))).join('<br>') || NONE,
      markdownText(area.why),
    ])).join('\n'),
    `Levels: ${MATURITY_LEVELS.map((name, at) => `${at + 1} ${name}`).join(', ')}. Measured from ${from} to ${to}.`,
    ...(assessments.length === 0 ? [] : [markdownTable(['Assessment', 'By', 'Areas answered', 'Average'], assessments.map((each) => [
      each.date, markdownText(each.by), String(each.answered), each.average === null ? NONE : String(each.average),
    ])).join('\n')]),
    ...notes.map((note) => markdownText(note)),
  ];
  return `${parts.join('\n\n')}\n`;
}

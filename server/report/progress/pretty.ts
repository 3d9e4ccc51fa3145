/** A report on the work for the terminal. */
import pc from 'picocolors';
import type { Progress } from '../../protocol/progress.ts';
import { columns, eachText, padded, shortened, showable, wrapped } from '../../text/plain-text.ts';
import { sectionsOf } from './sections.ts';
import type { Section, SectionTable } from './section.ts';

type Colors = ReturnType<typeof pc.createColors>;

const GAP = '  ';
const INDENT = '  ';
/** Below this a column says nothing. */
const NARROWEST = 12;

/** @param width of the terminal in columns */
export function toProgressPretty(report: Progress, { color, width }: { color: boolean; width: number }): string {
  const colors = pc.createColors(color);
  const shown = eachText(report, showable);
  const sections = sectionsOf(shown).map((section) => written(section, colors, width));
  const notes = shown.notes.flatMap((note) => wrapped(note, width)).map((line) => colors.dim(line));
  return `${[...sections, notes].filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function written({ title, lead, figures, tables }: Section, colors: Colors, width: number): string[] {
  const tones = { good: colors.green, fair: colors.yellow, bad: colors.red };
  const shown = figures.map(({ label, value, remark, tone }) =>
    `${label} ${(tone === undefined ? colors.bold : tones[tone])(value)}${remark ? colors.dim(` (${remark})`) : ''}`);
  return [
    colors.bold(title),
    ...lead.flatMap((sentence) => wrapped(sentence, width - INDENT.length)).map((line) => INDENT + line),
    ...(shown.length === 0 ? [] : [INDENT + shown.join(' · ')]),
    ...tables.flatMap((table) => ['', ...drawn(table, colors, width)]),
  ];
}

/** The widest columns of text give way where the terminal is narrow. */
function drawn({ title, head, rows, numeric }: SectionTable, colors: Colors, width: number): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, at) => all.reduce((widest, row) => Math.max(widest, columns(row[at] ?? '')), 0));
  const total = (): number => widths.reduce((sum, each) => sum + each + GAP.length, INDENT.length - GAP.length);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= NARROWEST) break;
    widths[widest] = Math.max(NARROWEST, widths[widest]! - (total() - width));
  }
  const line = (cells: readonly string[]): string => INDENT + cells.map((cell, at) => {
    const text = shortened(cell, widths[at]!);
    return numeric.includes(at) ? ' '.repeat(widths[at]! - columns(text)) + text : padded(text, widths[at]!);
  }).join(GAP).trimEnd();
  return [INDENT + colors.dim(title), colors.underline(line(head)), ...rows.map(line)];
}

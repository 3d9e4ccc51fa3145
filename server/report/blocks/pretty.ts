/** Blocks in the terminal: a table of all, or one in detail with its checklist. */
import pc from 'picocolors';
import type { JsonBlock, JsonBlocks } from '../../protocol/blocks.ts';
import { columns, padded, showable, wrapped } from '../../text/plain-text.ts';
import { COLUMNS, detailsOf, markOf, rowOf } from './figures.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** Columns that are left out first where the terminal is narrow, by their position. */
const DISPENSABLE = [8, 9, 6, 2, 1, 3];
const GAP = 2;
const HINT = '"archwright blocks --of BLOCK" shows contract, figures and checklist of one.';

/** @param width of the terminal in columns */
export function blocksPretty({ blocks }: JsonBlocks, { width, color, detail }: { width: number; color: boolean; detail: boolean }): string {
  const colors = pc.createColors(color);
  if (blocks.length === 0) return 'No blocks: there is no source code to divide.\n';
  if (detail) return `${blocks.map((block) => detailed(block, width, colors).join('\n')).join('\n\n')}\n`;
  return `${[...table(blocks, width, colors), '', ...wrapped(HINT, width).map((line) => colors.dim(line))].join('\n')}\n`;
}

function table(blocks: readonly JsonBlock[], width: number, colors: Colors): string[] {
  const rows = [[...COLUMNS], ...blocks.map((block) => rowOf(block).map(showable))];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => columns(row[at]!))));
  const kept = new Set(COLUMNS.keys());
  // A column in which nothing stands says nothing.
  for (const at of COLUMNS.keys()) if (rows.slice(1).every((row) => row[at] === '–')) kept.delete(at);
  const total = (): number => [...kept].reduce((sum, at) => sum + widths[at]! + GAP, -GAP);
  for (const at of DISPENSABLE) if (total() > width) kept.delete(at);
  return rows.map((row, index) => {
    const cells = [...kept].map((at) => padded(row[at]!, widths[at]!));
    const line = cells.join(' '.repeat(GAP)).trimEnd();
    return index === 0 ? colors.bold(line) : line;
  });
}

function detailed(block: JsonBlock, width: number, colors: Colors): string[] {
  const { id, layer, state, version, health, checklist } = block;
  const head = [version, state, ...(layer === null ? [] : [layer]), ...(health.score === null ? [] : [`${health.score.toFixed(1)} ${health.grade ?? ''}`])];
  const details = detailsOf(block);
  const room = Math.max(...details.map(([title]) => title.length));
  const tone = { '✔': colors.green, '✖': colors.red, '?': colors.dim };
  const names = Math.max(...checklist.map(({ title }) => title.length));
  return [
    `${colors.bold(showable(id))}  ${colors.dim(head.map(showable).join(' · '))}`,
    '',
    ...details.flatMap(([title, words]) => wrapped(showable(words), Math.max(20, width - room - 4)).map((line, at) =>
      `  ${colors.dim((at === 0 ? title : '').padEnd(room))}  ${line}`)),
    '',
    ...checklist.map((item) => {
      const mark = markOf(item) as keyof typeof tone;
      return `  ${tone[mark](mark)} ${item.title.padEnd(names)}  ${colors.dim(showable(item.evidence))}`;
    }),
  ];
}

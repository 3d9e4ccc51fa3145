/** A report on the work as Markdown. */
import type { Progress } from '../../protocol/progress.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';
import { sectionsOf } from './sections.ts';

/** @returns a document with a final line break */
export function toProgressMarkdown(report: Progress): string {
  const lines = [
    `# Report of ${report.generatedAt.slice(0, 10)}`,
    ...sectionsOf(report).flatMap(({ title, lead, figures, tables }) => [
      '', `## ${markdownText(title)}`, '', ...lead.map((sentence) => `- ${markdownText(sentence)}`),
      ...figures.map(({ label, value, remark }) => `- ${markdownText(label)}: **${markdownText(value)}**${remark ? ` (${markdownText(remark)})` : ''}`),
      ...tables.flatMap((table) => ['', `### ${markdownText(table.title)}`, '', ...aligned(table)]),
    ]),
    ...(report.notes.length === 0 ? [] : ['', '## Notes', '', ...report.notes.map((note) => `- ${markdownText(note)}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

function aligned({ head, rows, numeric }: { head: readonly string[]; rows: readonly (readonly string[])[]; numeric: readonly number[] }): string[] {
  const [names = '', , ...body] = markdownTable(head.map((name) => markdownText(name)), rows.map((row) => row.map((cell) => markdownText(cell))));
  return [names, `|${head.map((_, at) => (numeric.includes(at) ? '---:' : '---')).join('|')}|`, ...body];
}

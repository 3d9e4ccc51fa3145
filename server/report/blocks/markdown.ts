/** Blocks as Markdown: the table of all, then each with what it says of itself and its checklist. */
import type { JsonBlocks } from '../../protocol/blocks.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';
import { COLUMNS, detailsOf, rowOf } from './figures.ts';

/** @returns a document with a final line break */
export function blocksMarkdown({ blocks }: JsonBlocks): string {
  return `${[
    '# Blocks',
    '',
    ...markdownTable(COLUMNS, blocks.map((block) => rowOf(block).map(markdownText))),
    ...blocks.flatMap((block) => [
      '',
      `## ${markdownText(block.id)}`,
      '',
      ...detailsOf(block).map(([title, words]) => `- ${title}: ${markdownText(words)}`),
      '',
      ...block.checklist.map(({ title, done, evidence }) => `- [${done === true ? 'x' : ' '}] ${title}: ${markdownText(evidence)}`),
    ]),
  ].join('\n')}\n`;
}

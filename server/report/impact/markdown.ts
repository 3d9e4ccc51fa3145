/** The impact of a change for a pull request. */
import type { ImpactReport } from '../../protocol/impact.ts';
import { counted } from '../../text/wording.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown-text.ts';
import { byRisk, impactHeadline, reasonsOf, testsHeadline } from './words.ts';

/** More rows are folded away. */
const MOST_ROWS = 20;
/** GitHub cuts comments; a longer command is left out. */
const LONGEST_COMMAND = 10_000;

/** @returns Markdown with a final line break */
export function impactMarkdown(report: ImpactReport): string {
  const lines = ['## Impact', '', impactHeadline(report), ''];
  const blocks = byRisk(report.affected);
  if (blocks.length > 0) {
    lines.push(...markdownTable(['Risk', 'Block', 'By', 'Why'], blocks.slice(0, MOST_ROWS).map(({ risk, block, path, kind, why }) => [
      risk, `${markdownCode(block)}${kind === 'type' ? ' (types)' : ''}`, path.map(markdownCode).join(' → '), markdownText(why),
    ])), '');
    if (blocks.length > MOST_ROWS) lines.push(`and ${counted(blocks.length - MOST_ROWS, 'more block')}.`, '');
  }
  lines.push('### Tests', '', testsHeadline(report), '');
  for (const { runner, command } of report.tests.commands) {
    if (command.length > LONGEST_COMMAND) lines.push(`The command for ${markdownText(runner)} is too long to show.`, '');
    else lines.push(markdownCode(command), '');
  }
  for (const { reason, count } of reasonsOf(report)) lines.push(`- ${counted(count, 'test file')} because nobody can tell: ${markdownText(reason)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

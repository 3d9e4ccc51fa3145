/** The impact of a change for a terminal: what may break, then what to run. */
import pc from 'picocolors';
import type { ImpactReport } from '../../protocol/impact.ts';
import { showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { byRisk, impactHeadline, reasonsOf, testsHeadline } from './words.ts';

/** More blocks do not fit on a screen. */
const MOST_BLOCKS = 12;
const MOST_REASONS = 4;
/** A longer command is left to the other formats. */
const LONGEST_COMMAND = 2000;

/** @returns lines with a final line break */
export function impactPretty(report: ImpactReport, color: boolean): string {
  const colors = pc.createColors(color);
  const tone = { high: colors.red, medium: colors.yellow, low: colors.dim };
  const lines = [colors.bold(impactHeadline(report))];
  const blocks = byRisk(report.affected);
  for (const { block, risk, why, path, kind } of blocks.slice(0, MOST_BLOCKS)) {
    const name = `${colors.bold(showable(block))}${kind === 'type' ? ' (types)' : ''}`;
    lines.push(`  ${tone[risk](risk.padEnd(6))} ${name}  ${colors.dim(showable(path.join(' → ')))}`);
    if (risk !== 'low') lines.push(`         ${showable(why)}`);
  }
  if (blocks.length > MOST_BLOCKS) lines.push(colors.dim(`  and ${counted(blocks.length - MOST_BLOCKS, 'more block')}, listed by --format json`));
  lines.push('', colors.bold(testsHeadline(report)));
  for (const { runner, command } of report.tests.commands) {
    const shown = showable(command);
    lines.push(shown.length > LONGEST_COMMAND ? `  ${runner}: the command is too long to show; --format json has it` : `  ${shown}`);
  }
  const reasons = reasonsOf(report);
  if (reasons.length > 0) lines.push(colors.dim('  Among them because nobody can tell:'));
  for (const { reason, count } of reasons.slice(0, MOST_REASONS)) lines.push(colors.dim(`    ${counted(count, 'test file')}: ${showable(reason)}`));
  return `${lines.join('\n')}\n`;
}

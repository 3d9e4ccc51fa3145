/** The health of each block and file: the score of its part alone, by the formula of the whole. */
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { ReportFinding, ReportHealth, ReportWorstFile } from '../protocol/report.ts';
import { isProduction } from '../score/count.ts';
import { bandOf, totalScore } from '../score/score.ts';
import { groupedBy, compareText } from '../text/order.ts';
import type { Steps } from '../text/steps.ts';
import { inputOfPart, type Scored } from './score-input.ts';

/** How many of the worst files to list. */
const WORST_FILES = 10;
const FULL = 100;

/** @returns the health of every block, by its id */
export function healthOfBlocks(scored: Scored, findings: readonly ReportFinding[]): ReadonlyMap<string, ReportHealth> {
  const byBlock = groupedBy(findings, ({ block }) => block);
  const modules = groupedBy([...scored.model.modules.values()], ({ block }) => block);
  return new Map([...scored.model.blocks.keys()].map((id) => [id, healthOf(scored, byBlock.get(id) ?? [], (modules.get(id) ?? []).map(({ facts }) => facts))]));
}

/** Looks at one file in each step. @returns files of production code that lose points, the worst first */
export function* worstFiles(scored: Scored, findings: readonly ReportFinding[], most = WORST_FILES): Steps<ReportWorstFile[]> {
  const byFile = groupedBy(findings, ({ path }) => path);
  const found: ReportWorstFile[] = [];
  for (const { path, facts } of scored.model.modules.values()) {
    if (!isProduction(facts.role)) continue;
    const { score: reached } = healthOf(scored, byFile.get(path) ?? [], [facts]);
    if (reached !== null && reached !== FULL) found.push({ path, score: reached });
    yield;
  }
  return found.sort((a, b) => a.score - b.score || compareText(a.path, b.path)).slice(0, most);
}

function healthOf(scored: Scored, findings: readonly ReportFinding[], modules: readonly ModuleFacts[]): ReportHealth {
  const total = totalScore(inputOfPart(scored, findings, modules));
  return { score: total, grade: total === null ? null : bandOf(total).grade };
}

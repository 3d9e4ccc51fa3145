/** The health of each block and file: the score of its part alone, by the formula of the whole. */
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { ReportFinding, ReportHealth, ReportWorstFile } from '../protocol/report.ts';
import { isProduction } from '../score/count.ts';
import { score } from '../score/score.ts';
import { compareText } from '../text/compare.ts';
import { groupedBy } from '../text/grouped-by.ts';
import { inputOfPart, type Scored } from './score-input.ts';

/** So many of the worst files are named. */
const WORST_FILES = 10;

/** @returns the health of every block, by its id */
export function healthOfBlocks(scored: Scored, findings: readonly ReportFinding[]): ReadonlyMap<string, ReportHealth> {
  const byBlock = groupedBy(findings, ({ block }) => block);
  const modules = groupedBy([...scored.model.modules.values()], ({ block }) => block);
  return new Map([...scored.model.blocks.keys()].map((id) => [id, healthOf(scored, byBlock.get(id) ?? [], (modules.get(id) ?? []).map(({ facts }) => facts))]));
}

/** @returns files of production code with findings, the worst first; all of them unless `most` is given */
export function worstFiles(scored: Scored, findings: readonly ReportFinding[], most = WORST_FILES): ReportWorstFile[] {
  return [...groupedBy(findings, ({ path }) => path)]
    .flatMap(([path, own]): ReportWorstFile[] => {
      const facts = scored.model.modules.get(path)?.facts;
      if (facts === undefined || !isProduction(facts.role)) return [];
      const health = healthOf(scored, own, [facts]);
      return health.score === null ? [] : [{ path, score: health.score, findings: own.length }];
    })
    .sort((a, b) => a.score - b.score || b.findings - a.findings || compareText(a.path, b.path))
    .slice(0, most);
}

function healthOf(scored: Scored, findings: readonly ReportFinding[], modules: readonly ModuleFacts[]): ReportHealth {
  const { total, grade } = score(inputOfPart(scored, findings, modules));
  return { score: total, grade };
}

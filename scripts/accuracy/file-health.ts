/** The health of each file of production code in a folder, as the program computes it. */
import { openFolder } from '../../server/compose/folder.ts';
import { worstFiles } from '../../server/engine/health.ts';
import { reportFindings, scoredOf } from '../../server/engine/report.ts';
import { isProduction } from '../../server/score/count.ts';
import { compareText } from '../../server/text/order.ts';
import { allSteps } from '../../server/text/steps.ts';

export interface FileHealth {
  path: string;
  codeLines: number;
  /** 0 to 100; a file without findings has 100. */
  health: number;
}

/** @param root absolute path of the folder */
export async function healthOfFiles(root: string): Promise<FileHealth[]> {
  const { workspace, analyzer } = await openFolder({ root, cache: false, workerFile: null, analyzeHere: true });
  await analyzer.close();
  const judgement = workspace.judge('full');
  const findings = reportFindings(workspace, judgement, new Set());
  const lower = new Map(allSteps(worstFiles(scoredOf(workspace, judgement), findings, Infinity)).map(({ path, score }) => [path, score]));
  return [...judgement.model.modules.values()]
    .filter(({ facts }) => isProduction(facts.role) && facts.metrics.codeLines > 0)
    .map(({ path, facts }) => ({ path, codeLines: facts.metrics.codeLines, health: lower.get(path) ?? 100 }))
    .sort((a, b) => compareText(a.path, b.path));
}

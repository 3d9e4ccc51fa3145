/** What every format of an impact says in the same words. */
import type { AffectedBlock, ImpactReport } from '../../protocol/impact.ts';
import { counted, percent } from '../../text/wording.ts';

/** What the change may break, in one sentence. */
export function impactHeadline({ changed, affected }: ImpactReport): string {
  if (changed.files.length === 0) return 'Nothing changed.';
  const values = affected.filter(({ kind }) => kind === 'value').length;
  const types = affected.length - values;
  const reached = [values > 0 ? counted(values, 'block') : '', types > 0 ? `${counted(types, 'block')} by types alone` : ''].filter((each) => each !== '');
  return `A change of ${counted(changed.files.length, 'file')} reaches ${reached.length === 0 ? 'no other block' : reached.join(' and ')}.`;
}

/** How many of the tests are to be run. */
export function testsHeadline({ tests: { run, of } }: ImpactReport): string {
  if (of === 0) return 'No tests were found.';
  if (run.length === 0) return `None of the ${counted(of, 'test file')} can be affected.`;
  return `Run ${run.length} of ${counted(of, 'test file')} (${percent(run.length, of)}).`;
}

const RISKS = ['high', 'medium', 'low'];

/** The riskiest first. */
export function byRisk(affected: readonly AffectedBlock[]): AffectedBlock[] {
  return [...affected].sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) || a.depth - b.depth);
}

/** Reasons why tests run although nothing leads to them, each with how many there are. */
export function reasonsOf({ tests: { always } }: ImpactReport): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of always) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

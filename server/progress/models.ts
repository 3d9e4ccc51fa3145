/** Work on models (tracking §3.1, §4.1): how much of it, and what it reached. */
import type { AiMl } from '../protocol/progress.ts';
import { compareText, groupedBy } from '../text/order.ts';
import type { Calendar } from '../text/calendar.ts';
import { isDone, type TrackedIssue } from './issues.ts';
import { average, tally, tenth } from './statistics.ts';

/** Metrics of which less is better: errors, losses, times, sizes. */
const LESS_IS_BETTER = /\b(?:rmse|mae|mse|mape|rmsle|error|loss|perplexity|wer|cer|fid|latency|time|bias|brier)\b/i;
const THOUSAND = 1000;

export function lessIsBetter(metric: string): boolean {
  return LESS_IS_BETTER.test(metric.replace(/[_-]/g, ' '));
}

/** @returns whether a score is at least as good as the baseline, by what its metric counts as good */
export function reachesBaseline(metric: string, baseline: number, score: number): boolean {
  return lessIsBetter(metric) ? score <= baseline : score >= baseline;
}

export function aiMl(issues: readonly TrackedIssue[], calendar: Calendar): AiMl {
  const all = issues.filter(({ model }) => model !== '');
  const scored = all.flatMap((issue) => (issue.achieved === null ? [] : [{ issue, score: issue.achieved, metric: issue.metric || 'no metric' }]));
  const byMetric = groupedBy(scored, ({ metric }) => metric.toLowerCase());
  const scores = [...byMetric.values()].map((some) => {
    const { metric } = some[0]!;
    const values = some.map(({ score }) => score);
    const lowerIsBetter = lessIsBetter(metric);
    return { metric, issues: some.length, average: thousandth(average(values)!), best: (lowerIsBetter ? Math.min : Math.max)(...values), lowerIsBetter };
  });
  return {
    totalAiIssues: all.length, completedAiIssues: all.filter(isDone).length,
    averageModelScore: scores.length === 1 ? scores[0]!.average : null,
    modelTypesDistribution: Object.fromEntries(tally(all.map(({ model }) => model))),
    scores: scores.sort((a, b) => b.issues - a.issues || compareText(a.metric, b.metric)),
    performanceTrends: scored.flatMap(({ issue, score, metric }) => {
      const at = issue.resolved ?? issue.updated ?? issue.created;
      return at === null ? [] : [{ day: calendar.dayOf(at), key: issue.key, modelType: issue.model, metric, score }];
    }).sort((a, b) => compareText(a.day, b.day) || compareText(a.key, b.key)),
    performanceImprovements: scored.flatMap(({ issue, score, metric }) => {
      const { baseline } = issue;
      if (baseline === null || baseline <= 0) return [];
      const gain = lessIsBetter(metric) ? baseline - score : score - baseline;
      if (gain <= 0) return [];
      return [{ key: issue.key, modelType: issue.model, metric, baseline, achieved: score, improvementPercent: tenth((gain / baseline) * 100) }];
    }).sort((a, b) => b.improvementPercent - a.improvementPercent || compareText(a.key, b.key)),
  };
}

function thousandth(value: number): number {
  return Math.round(value * THOUSAND) / THOUSAND;
}

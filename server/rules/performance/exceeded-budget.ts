/**
 * Benchmarks of a block that are slower than its budget.
 *
 * Bad, because somebody decided how fast the block must be, and users notice before the team does. Reported only where
 * `archwright.jsonc` gives the block a budget; the rule reads what the tool of the benchmarks measured and runs nothing.
 */
import type { BenchmarkResult } from '../../findings/evidence.ts';
import type { Block, Budget } from '../../graph/model.ts';
import type { DraftOf, RelatedOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

const messages = {
  slow: 'Benchmark "{benchmark}" of block "{block}" took {value} ({figure}); its budget is {budget} ({source}).',
  few: 'Benchmark "{benchmark}" of block "{block}" ran {value} times a second; its budget is at least {budget} ({source}).',
  missing: 'Block "{block}" has a budget for benchmark "{benchmark}", but {why}.',
  budget: 'The budget of block "{block}".',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'performance/exceeded-budget',
    title: 'Performance budget exceeded',
    severity: 'warning',
    recommendedFor: { missing: 'info' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §8.1', 'blocks §6.1'],
    criterion: null,
    blocker: false,
    fixable: false,
    docs: {
      what:
        'A benchmark that is slower than the budget that `archwright.jsonc` gives its block: a time of one run (mean by default), or runs per second. And a '
        + 'budget that no report has a benchmark for.',
      why: 'Somebody decided how fast the block must be. Nobody feels a few milliseconds more of a single change, until users feel all of them.',
      fix: 'Find out which change made it slower, and make it faster, or agree on another budget.',
      limits:
        'It reads reports of vitest bench, pytest-benchmark and tinybench and runs nothing: measure on the same machine, and often enough. Where several '
        + 'reports have the benchmark, the worst counts.',
    },
    messages,
  },
  check({ model, evidence: { benchmarks } }, report) {
    for (const block of model.blocks.values()) {
      const [path] = block.face ?? block.files;
      if (path === undefined) continue;
      for (const budget of block.budgets ?? []) {
        const draft = judged(block, budget, benchmarks ?? new Map<string, BenchmarkResult[]>());
        if (draft !== null) report(path, draft);
      }
    }
  },
});

/** @returns null when the benchmark keeps to its budget */
function judged({ id: block }: Block, budget: Budget, known: ReadonlyMap<string, readonly BenchmarkResult[]>): DraftOf<typeof messages> | null {
  const { benchmark, figure, atMost, atLeast, place } = budget;
  const related: RelatedOf<typeof messages>[] = [{ ...place, messageId: 'budget', data: { block } }];
  const rest = { span: [1, 1, 1, 1] as const, about: `${block} ${benchmark} ${atMost === null ? 'rate' : figure}`, related };
  const results = known.get(benchmark);
  if (results === undefined) {
    const why = known.size === 0 ? 'no report of benchmarks was found' : 'no report has one of this name';
    return { messageId: 'missing', data: { block, benchmark, why }, ...rest };
  }
  if (atMost !== null) {
    const times = results.flatMap(({ seconds, source }) => (seconds.has(figure) ? [{ value: seconds.get(figure)!, source }] : []));
    const worst = times.sort((a, b) => b.value - a.value)[0];
    if (worst === undefined) return { messageId: 'missing', data: { block, benchmark, why: `its report does not tell "${figure}"` }, ...rest };
    if (worst.value <= atMost) return null;
    return { messageId: 'slow', data: { block, benchmark, figure, value: timeWords(worst.value), budget: timeWords(atMost), source: worst.source }, ...rest };
  }
  const rates = results.flatMap(({ perSecond, source }) => (perSecond === null ? [] : [{ value: perSecond, source }]));
  const worst = rates.sort((a, b) => a.value - b.value)[0];
  if (worst === undefined) return { messageId: 'missing', data: { block, benchmark, why: 'its report does not tell the runs per second' }, ...rest };
  if (worst.value >= atLeast!) return null;
  return { messageId: 'few', data: { block, benchmark, value: rounded(worst.value), budget: rounded(atLeast!), source: worst.source }, ...rest };
}

const UNITS = [['s', 1], ['ms', 1e-3], ['µs', 1e-6], ['ns', 1e-9]] as const;

/** `12.5 ms` */
function timeWords(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? UNITS[3];
  return `${rounded(seconds / size)} ${unit}`;
}

/** Enough digits that what is over a budget does not look equal to it. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

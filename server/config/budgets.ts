/** Budgets of blocks: how fast their benchmarks must be. */
import * as z from 'zod';
import type { Budget, Place } from '../graph/model.ts';

/** Seconds in each unit. */
const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1 };
const TIME = /^(\d+(?:\.\d+)?) ?(ns|us|µs|ms|s)$/;

/** Figures that tools write of the time of one run. */
const FIGURES = ['mean', 'median', 'min', 'max', 'p50', 'p75', 'p99', 'p995', 'p999'] as const;

export const budget = z
  .strictObject({
    benchmark: z.string().min(1).describe('Name of the benchmark, as its tool reports it.'),
    figure: z.enum(FIGURES).optional().describe('Which of its times counts, with "atMost". Default: "mean".'),
    atMost: z.string().regex(TIME, 'Expected a time with its unit, such as "12 ms"; units are ns, us, ms and s.').optional()
      .describe('Longest time of one run, with its unit, such as "12 ms".'),
    atLeast: z.number().positive().optional().describe('Fewest runs per second.'),
  })
  .superRefine(({ figure, atMost, atLeast }, context) => {
    if ((atMost === undefined) === (atLeast === undefined)) context.addIssue({ code: 'custom', message: 'Write either "atMost" or "atLeast".' });
    else if (figure !== undefined && atLeast !== undefined)
      context.addIssue({ code: 'custom', message: '"figure" goes with "atMost" alone.', path: ['figure'] });
  })
  .describe('How fast a benchmark must be: a time, or runs per second.');

/** @param written fits the schema @param place where it is written */
export function readBudget({ benchmark, figure = 'mean', atMost, atLeast }: z.infer<typeof budget>, place: Place): Budget {
  const [, amount, unit] = TIME.exec(atMost ?? '') ?? [];
  return { benchmark, figure, atMost: amount === undefined ? null : Number(amount) * UNITS[unit!]!, atLeast: atLeast ?? null, place };
}

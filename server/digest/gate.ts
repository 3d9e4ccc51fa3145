/** A gate's verdict in words, the same wherever it is shown. */
import type { GateCondition, GateResult } from '../protocol/gates.ts';
import { groupedBy } from '../text/order.ts';

/** Conditions with this source say by themselves what they are about. */
const OBVIOUS = 'review';

/** @returns conditions in the order in which they are told: failed ones first */
export function failedFirst<Condition extends GateCondition>(conditions: readonly Condition[]): Condition[] {
  return [...conditions].sort((a, b) => Number(a.passed) - Number(b.passed));
}

/** `failed: score 33.9, asked 85 for approval; changed lines: 0 errors, 0 blockers` */
export function gateWords({ passed, conditions }: Pick<GateResult, 'passed' | 'conditions'>): string {
  const told = [...groupedBy(failedFirst(conditions), ({ source }) => source)].flatMap(([source, group]) => {
    const reasons = group.map(({ reason }) => reason);
    return source === OBVIOUS ? reasons : [`${source}: ${reasons.join(', ')}`];
  });
  return [passed ? 'passed' : 'failed', told.join('; ')].filter((part) => part !== '').join(': ');
}

/** @returns whether only the score fails the gate, so that no finding explains it */
export function failsByScoreAlone({ passed, conditions }: GateResult): boolean {
  return !passed && conditions.every((condition) => condition.passed || condition.metric === 'score.total');
}

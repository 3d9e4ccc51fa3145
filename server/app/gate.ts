/** Puts the gate's verdict into words. */
import type { Bar, Verdict } from '../gates/verdict.ts';
import { counted } from '../text/wording.ts';

const REQUIRED: Readonly<Record<Bar['source'], string>> = {
  argument: 'by this review',
  configuration: 'by the configuration',
  default: 'for approval',
};

/** @returns each condition that failed; empty when the gate passes */
export function explainGate({ reasons }: Verdict): string[] {
  return reasons.map((reason) => {
    switch (reason.condition) {
      case 'errors': return `${counted(reason.count, 'error')} outside the baseline`;
      case 'blockers': return `${counted(reason.count, 'blocker')} outside the baseline`;
      case 'score': return `score ${reason.total} is below the ${reason.bar.points} required ${REQUIRED[reason.bar.source]}`;
    }
  });
}

/** @returns whether only the score fails the gate, so that no finding in the report explains it */
export function failsByScoreAlone({ reasons }: Verdict): boolean {
  return reasons.length > 0 && reasons.every(({ condition }) => condition === 'score');
}

/** Puts the verdict of the gate into words. */
import type { Bar, Verdict } from '../gates/verdict.ts';
import { counted } from '../text/wording.ts';

const ASKED_BY: Readonly<Record<Bar['source'], string>> = {
  argument: 'this review asks for',
  configuration: 'the configuration asks for',
  default: 'approval asks for',
};

/** @returns what fails the gate, condition by condition; empty when it holds */
export function explainGate({ reasons }: Verdict): string[] {
  return reasons.map((reason) => {
    switch (reason.condition) {
      case 'errors': return `${counted(reason.count, 'error')} outside the baseline`;
      case 'blockers': return `${counted(reason.count, 'blocker')} outside the baseline`;
      case 'score': return `${reason.total} points where ${ASKED_BY[reason.bar.source]} ${reason.bar.points}`;
    }
  });
}

/** @returns whether the score alone fails the gate: then no finding in the report says why */
export function failsByScoreAlone({ reasons }: Verdict): boolean {
  return reasons.length > 0 && reasons.every(({ condition }) => condition === 'score');
}

/** Decides which of the events are leaks. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events } from '../domain/events.ts';
import { escaped, unapplied } from './left-open.ts';
import { multiTest } from './multi-test.ts';
import { overlap } from './overlap.ts';
import { ownFit } from './own-fit.ts';
import { preprocessing } from './preprocessing.ts';

/** @param events of one file @returns its leaks by place, each once */
export function judge(events: Events): LeakFact[] {
  const leaks = new Map<string, LeakFact>();
  const own: LeakFact[] = [];
  const add = (leak: LeakFact): void => {
    const key = `${leak.kind} ${leak.span.join(':')}`;
    const known = leaks.get(key);
    // The worse one says more: rows of the final test, not only of a fold.
    if (known === undefined || weightOf(leak) > weightOf(known)) leaks.set(key, leak);
  };
  for (const test of events.tests) {
    if (test.training) continue;
    for (const train of test.trains) {
      preprocessing(events, train, test).forEach(add);
      own.push(...ownFit(events, train, test));
      const found = overlap(events, train, test);
      if (found !== null) add(found);
    }
  }
  escaped(events).forEach((leak) => (leak.itself ? own.push(leak) : add(leak)));
  unapplied(events).forEach(add);
  addOwn(leaks, own);
  multiTest(events).forEach(add);
  return [...leaks.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

const weightOf = ({ mild, slight }: LeakFact): number => (mild ? 0 : 2) + (slight ? 0 : 1);

/** A step that has seen the test rows through the training part is worse than one that sees them alone, and is reported instead. */
function addOwn(leaks: Map<string, LeakFact>, own: readonly LeakFact[]): void {
  for (const leak of own) {
    const place = `${leak.kind} ${leak.span.join(':')}`;
    const key = `${place} ${leak.about}`;
    if (!leaks.has(place) && !leaks.has(key)) leaks.set(key, leak);
  }
}

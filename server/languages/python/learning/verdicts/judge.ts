/** Decides which of the events are leaks. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events } from '../domain/events.ts';
import { escaped, unapplied } from './left-open.ts';
import { multiTest } from './multi-test.ts';
import { overlap } from './overlap.ts';
import { preprocessing } from './preprocessing.ts';

/** @param events of one file @returns its leaks by place, each once */
export function judge(events: Events): LeakFact[] {
  const leaks = new Map<string, LeakFact>();
  const add = (leak: LeakFact): void => {
    const key = `${leak.kind} ${leak.span.join(':')}`;
    const known = leaks.get(key);
    // What is worse says more: rows of the final test, not only of a fold.
    if (known === undefined || (known.mild && !leak.mild)) leaks.set(key, leak);
  };
  for (const test of events.tests) {
    if (test.training) continue;
    for (const train of test.trains) {
      preprocessing(events, train, test).forEach(add);
      const found = overlap(events, train, test);
      if (found !== null) add(found);
    }
  }
  escaped(events).forEach(add);
  unapplied(events).forEach(add);
  multiTest(events).forEach(add);
  return [...leaks.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/**
 * What changes together, as Adam Tornhill's code-maat defines it ("coupling" and "soc"): the degree is the share of common
 * revisions in the average revisions of the two. Commits that are too large say nothing, and count neither as common nor as
 * revisions.
 */
import { compareText } from '../../text/order.ts';

/** Names of code-maat's options: min-revs, min-shared-revs, min-coupling, max-coupling, max-changeset-size. */
export interface CouplingThresholds {
  minRevs: number;
  minSharedRevs: number;
  minCoupling: number;
  maxCoupling: number;
  maxChangesetSize: number;
}

/** code-maat's defaults. */
export const USUAL_THRESHOLDS: CouplingThresholds = { minRevs: 5, minSharedRevs: 5, minCoupling: 30, maxCoupling: 100, maxChangesetSize: 30 };

export interface ChangeSet {
  /** What was changed; each once. */
  entities: readonly string[];
  /** How many files were changed, in and outside of what is looked at. */
  size: number;
}

export interface CoupledPair {
  /** The one whose name comes first. */
  first: string;
  second: string;
  /** Revisions in which both changed. */
  shared: number;
  /** Average of the revisions of the two, rounded up. */
  averageRevs: number;
  /** Percent, rounded down. */
  degree: number;
}

export interface ChangeCoupling {
  /** The closest first, then those with most revisions. */
  pairs: CoupledPair[];
  /** Sum of coupling: how often something else changed together with it. */
  sums: ReadonlyMap<string, number>;
}

const PERCENT = 100;

export function changeCoupling(changes: Iterable<ChangeSet>, thresholds = USUAL_THRESHOLDS): ChangeCoupling {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const revisions: number[] = [];
  const sums: number[] = [];
  /** By the numbers of both, the smaller one outside. */
  const shared = new Map<number, Map<number, number>>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    revisions.push(0);
    sums.push(0);
    return names.push(name) - 1;
  };
  for (const { entities, size } of changes) {
    if (size > thresholds.maxChangesetSize) continue;
    const changed = entities.map(numberOf).sort((a, b) => a - b);
    for (const [at, a] of changed.entries()) {
      revisions[a]!++;
      sums[a]! += changed.length - 1;
      if (at === changed.length - 1) continue;
      const others = shared.get(a) ?? new Map<number, number>();
      shared.set(a, others);
      for (let next = at + 1; next < changed.length; next++) others.set(changed[next]!, (others.get(changed[next]!) ?? 0) + 1);
    }
  }
  const pairs: CoupledPair[] = [];
  for (const [a, others] of shared) for (const [b, count] of others) {
    const average = (revisions[a]! + revisions[b]!) / 2;
    const degree = (PERCENT * count) / average;
    if (average < thresholds.minRevs || count < thresholds.minSharedRevs || degree < thresholds.minCoupling) continue;
    if (Math.floor(degree) > thresholds.maxCoupling) continue;
    const [first, second] = [names[a]!, names[b]!].sort(compareText) as [string, string];
    pairs.push({ first, second, shared: count, averageRevs: Math.ceil(average), degree: Math.floor(degree) });
  }
  pairs.sort((x, y) => y.degree - x.degree || y.averageRevs - x.averageRevs || compareText(x.first, y.first) || compareText(x.second, y.second));
  return { pairs, sums: new Map(names.map((name, at) => [name, sums[at]!])) };
}

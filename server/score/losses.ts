/** What a criterion says once it is judged, and who took its points. */
import type { ReportLoss } from '../protocol/report.ts';
import { compareText } from '../text/order.ts';
import { toTenth } from '../text/wording.ts';

/** Something that took marks: a rule, a tool, or what a share lacks. */
export interface Cause {
  /** Id of a rule or of a tool, or one of `no-tests`, `failed-tests`, `unread-files`. */
  cause: string;
  /** How many findings, messages, functions, lines or files. */
  count: number;
  /** The marks that it took, 0 to 1. */
  marks: number;
}

/** Shares marks among causes in proportion to their weights. */
export function shared(marks: number, causes: readonly { cause: string; count: number; weight: number }[]): Cause[] {
  const sum = causes.reduce((all, { weight }) => all + weight, 0);
  return sum > 0 && marks > 0 ? causes.map(({ cause, count, weight }) => ({ cause, count, marks: (marks * weight) / sum })) : [];
}

/**
 * Turns marks into points that add up to what was lost, to the tenth.
 * @param lost points, `max` less what was reached
 * @param causes in any order; several with one name are added up
 * @returns the losses, largest first
 */
export function lossesOf(lost: number, causes: readonly Cause[]): ReportLoss[] {
  const sums = new Map<string, Cause>();
  for (const one of causes) {
    const known = sums.get(one.cause);
    sums.set(one.cause, known === undefined ? { ...one } : { cause: one.cause, count: known.count + one.count, marks: known.marks + one.marks });
  }
  const ordered = [...sums.values()].filter(({ marks }) => marks > 0).sort((a, b) => comparable(b) - comparable(a) || compareText(a.cause, b.cause));
  const all = ordered.reduce((sum, { marks }) => sum + marks, 0);
  let given = 0;
  let marked = 0;
  return ordered.map(({ cause, count, marks }) => {
    // Each takes what is left up to its place, so that rounding neither adds nor drops a tenth.
    marked += marks;
    const points = toTenth(toTenth((lost * marked) / all) - given);
    given = toTenth(given + points);
    return { cause, count, points };
  }).filter(({ points }) => points > 0);
}

/** Marks without the last digits, in which sums of the same numbers differ by their order. */
function comparable({ marks }: Cause): number {
  return Math.round(marks * 1e9);
}

/** What a criterion says once it is judged. */
export interface Measured {
  /** `unapplied`: the criterion is none for this project; `unmeasured`: its evidence is missing. Both take no part in the total. */
  kind: 'measured' | 'unmeasured' | 'unapplied';
  /** 0 to 1; 0 where nothing was measured. */
  marks: number;
  /** What took the marks that are missing. */
  causes: readonly Cause[];
  /** Put into words only where it is shown: most scores are of single files, of which nobody reads the reasons. */
  reason: () => string;
}

/** @param what is missing, and how to supply it */
export function unmeasured(what: string): Measured {
  return { kind: 'unmeasured', marks: 0, causes: [], reason: () => `left out of the score: ${what}` };
}

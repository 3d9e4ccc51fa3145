/** What a criterion says once it is judged. */
import type { Cause } from './losses.ts';

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

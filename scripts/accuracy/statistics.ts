/** The statistics of the measurements: plain functions of numbers. */

/** The middle value, or the mean of the two in the middle. @throws for no values */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('No values have no median.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The area under the curve: how often one of the `higher` lies above one of the `lower`, over all pairs; a tie is half.
 * @returns 0.5 when the values say nothing; null when a group is empty
 */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const places = ranks([...higher, ...lower]);
  const sum = places.slice(0, higher.length).reduce((all, place) => all + place, 0);
  return (sum - (higher.length * (higher.length + 1)) / 2) / (higher.length * lower.length);
}

/** The place of each value from the smallest, from 1; equal values share the mean of their places. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const places = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (const { index } of order.slice(from, to)) places[index] = (from + 1 + to) / 2;
    from = to;
  }
  return places;
}

/** Spearman's rank correlation, -1 to 1. @returns null when one of the two is the same everywhere */
export function spearman(first: readonly number[], second: readonly number[]): number | null {
  const [a, b] = [ranks(first), ranks(second)];
  const middle = (a.length + 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (const [index, place] of a.entries()) {
    both += (place - middle) * (b[index]! - middle);
    ofA += (place - middle) ** 2;
    ofB += (b[index]! - middle) ** 2;
  }
  return ofA === 0 || ofB === 0 ? null : both / Math.sqrt(ofA * ofB);
}

/** What is left of the correlation of two things when a third that both go with is held constant. */
export function partial(ofBoth: number | null, firstWithThird: number | null, secondWithThird: number | null): number | null {
  if (ofBoth === null || firstWithThird === null || secondWithThird === null) return null;
  const scale = Math.sqrt((1 - firstWithThird ** 2) * (1 - secondWithThird ** 2));
  return scale === 0 ? null : (ofBoth - firstWithThird * secondWithThird) / scale;
}

/** A number with this many decimals; null stays null. */
export function rounded(value: number, decimals: number): number;
export function rounded(value: number | null, decimals: number): number | null;
export function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;
}

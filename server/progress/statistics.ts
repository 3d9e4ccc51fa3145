/** Figures of figures. Of nothing there is none: null, never a number that is none. */

export function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** @param share from 0 to 1 @returns the smallest value that is not below this share of them (nearest rank) */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** @returns a tenth of a percent; null of nothing */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : tenth((100 * part) / whole);
}

export function tenth(value: number): number {
  return Math.round(value * 10 + 1e-9) / 10;
}

/** @returns null for null */
export function tenthOf(value: number | null): number | null {
  return value === null ? null : tenth(value);
}

/** @returns how often each occurs, the most frequent first, then by name */
export function tally(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1)));
}

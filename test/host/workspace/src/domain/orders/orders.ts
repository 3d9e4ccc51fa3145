import { rounded } from '../prices/prices';

/** How an order is paid. */
export const CURRENCY = 'EUR';

/**
 * Sums an order up.
 *
 * @param lines prices of what was ordered
 * @returns the rounded sum
 */
export function total(lines: readonly number[]): number {
  return rounded(lines.reduce((sum, line) => sum + line, 0));
}

/** What an order costs. */

/** What pricing needs to know of an item. */
export interface Priced {
  count: number;
  cents: number;
}

/** From this sum on (first number, in cents) the share (second) is taken off. */
const DISCOUNTS: readonly (readonly [from: number, share: number])[] = [
  [50_000, 0.1],
  [20_000, 0.05],
];

/**
 * The discount for a sum.
 * @param cents the sum of all items
 * @returns cents that are taken off
 */
export function discountFor(cents: number): number {
  const [, share] = DISCOUNTS.find(([from]) => cents >= from) ?? [0, 0];
  return Math.round(cents * share);
}

/**
 * The price of an order.
 * @param items with their prices
 * @returns cents to pay, discount taken off
 */
export function totalOf(items: readonly Priced[]): number {
  const sum = items.reduce((cents, item) => cents + item.count * item.cents, 0);
  return sum - discountFor(sum);
}

/** What an order costs. */
import { SHIPPING_CENTS } from './ordering.ts';

/** What pricing needs to know of an item. */
export interface Priced {
  count: number;
  cents: number;
}

/** The discount for a sum. */
export function discountFor(cents: number): number {
  if (cents >= 50_000) return Math.round(cents * 0.1);
  if (cents >= 20_000) return Math.round(cents * 0.05);
  return 0;
}

/** The price of an order, shipping included. */
export function totalOf(items: readonly Priced[]): number {
  const sum = items.reduce((cents, item) => cents + item.count * item.cents, 0);
  return sum - discountFor(sum) + SHIPPING_CENTS;
}

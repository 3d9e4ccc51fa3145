import { CURRENCY } from '../orders/orders';

/**
 * Rounds to what the currency can pay.
 *
 * @param price any price
 * @returns the rounded price
 */
export function rounded(price: number): number {
  const digits = CURRENCY === 'EUR' ? 2 : 0;
  return Number(price.toFixed(digits));
}

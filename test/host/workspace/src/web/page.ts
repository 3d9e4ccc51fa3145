import { total } from '../domain/orders/orders';

export interface Page {
  title: string;
  body: string;
}

/**
 * Draws the page of an order.
 *
 * @param lines prices of what was ordered
 * @returns the page
 */
export function page(lines: readonly number[]): Page {
  return { title: 'Order', body: String(total(lines)) };
}

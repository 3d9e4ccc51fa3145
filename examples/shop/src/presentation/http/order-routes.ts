/** The orders' addresses. */
import type { Ordering } from '../../business/orders/index.ts';
import { countsOf, textOf } from './input.ts';
import { route, type Route } from './routing.ts';

/** Routes of orders. */
export function orderRoutes(ordering: Ordering): Route[] {
  return [
    route('POST', '/customers/:id/orders', async ({ body }, { id = '' }) => {
      const order = await ordering.place(id, textOf(body, 'email'), countsOf(body, 'items'));
      return { status: 201, body: order };
    }),
    route('GET', '/customers/:id/orders', async (_, { id = '' }) => {
      const orders = await ordering.history(id);
      return { status: 200, body: orders };
    }),
  ];
}

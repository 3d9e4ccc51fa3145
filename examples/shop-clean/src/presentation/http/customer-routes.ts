/** The customers' addresses. */
import type { Customers } from '../../business/customers/index.ts';
import { textOf } from './input.ts';
import { route, type Route } from './routing.ts';

/**
 * Routes of customers.
 * @param customers to register and find
 * @returns the routes
 */
export function customerRoutes(customers: Pick<Customers, 'find' | 'register'>): Route[] {
  return [
    route('POST', '/customers', async ({ body }) => {
      const { id } = await customers.register(textOf(body, 'name'), textOf(body, 'email'));
      return { status: 201, body: { id } };
    }),
    route('GET', '/customers/:id', async (_, { id = '' }) => {
      const customer = await customers.find(id);
      if (customer === null) return { status: 404, body: { error: 'There is no such customer.' } };
      return { status: 200, body: customer };
    }),
  ];
}

/** The customers' addresses. */
import type { AccountCenter } from '../../business/customers/index.ts';
import type { CustomerStore } from '../../data/customer-store/index.ts';
import { textOf } from './input.ts';
import { route, type Route } from './routing.ts';

export function customerRoutes(accounts: AccountCenter, store: CustomerStore): Route[] {
  return [
    route('POST', '/customers', async ({ body }) => {
      const { id } = await accounts.saveCustomer(textOf(body, 'name'), textOf(body, 'email'), textOf(body, 'password'), '', '', '', '');
      return { status: 201, body: { id } };
    }),
    route('GET', '/customers/:id', async (_, { id = '' }) => {
      const customer = await store.find(id);
      if (customer === null) return { status: 404, body: { error: 'There is no such customer.' } };
      return { status: 200, body: customer };
    }),
  ];
}

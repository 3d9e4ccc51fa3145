/** All addresses of the shop. */
import type { Catalog } from '../../business/catalog/index.ts';
import type { Customers } from '../../business/customers/index.ts';
import type { Ordering } from '../../business/orders/index.ts';
import { catalogRoutes } from './catalog-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { orderRoutes } from './order-routes.ts';
import type { Route } from './routing.ts';

/** What the pages show. */
export interface ShopParts {
  catalog: Pick<Catalog, 'search'>;
  customers: Pick<Customers, 'find' | 'register'>;
  ordering: Pick<Ordering, 'history' | 'place'>;
}

/**
 * All routes.
 * @param parts what the pages show
 * @returns the routes
 */
export function shopRoutes({ catalog, customers, ordering }: ShopParts): Route[] {
  return [...catalogRoutes(catalog), ...customerRoutes(customers), ...orderRoutes(ordering)];
}

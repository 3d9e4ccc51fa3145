/** The catalog's addresses. */
import type { Catalog } from '../../business/catalog/index.ts';
import { route, type Route } from './routing.ts';

/**
 * Routes of the catalog.
 * @param catalog to look in
 * @returns the routes
 */
export function catalogRoutes(catalog: Pick<Catalog, 'search'>): Route[] {
  return [
    route('GET', '/products', async ({ query }) => {
      const products = await catalog.search(query.get('q') ?? '');
      return { status: 200, body: products };
    }),
  ];
}

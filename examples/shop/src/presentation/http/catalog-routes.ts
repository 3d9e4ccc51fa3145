/** The catalog's addresses. */
import type { Catalog } from '../../business/catalog/index.ts';
import { route, type Route } from './routing.ts';

/** Routes of the catalog. */
export function catalogRoutes(catalog: Catalog): Route[] {
  return [
    route('GET', '/products', async ({ query }) => {
      const products = await catalog.search(query.get('q') ?? '');
      return { status: 200, body: products };
    }),
  ];
}

/** Addresses for the people in the office. */
import { readFile } from 'node:fs/promises';
import { exportSales } from '../../business/reports/index.ts';
import type { OrderStore } from '../../data/order-store/index.ts';
import { route, type Route } from './routing.ts';

export function adminRoutes(orders: OrderStore, folder: string): Route[] {
  return [
    route('POST', '/admin/exports', async ({ query }) => {
      const file = await exportSales(orders, folder, query.get('from') ?? '', query.get('to') ?? '', query.get('status') ?? '');
      return { status: 201, body: { file } };
    }),
    route('GET', '/admin/exports', async ({ query }) => {
      const text = await readFile(`${folder}/${query.get('name')}`, 'utf8');
      return { status: 200, body: { text } };
    }),
  ];
}

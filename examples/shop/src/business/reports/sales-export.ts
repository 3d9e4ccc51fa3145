/** Sales of a month, as accounting wants them. */
import { open } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OrderStore } from '../../data/order-store/index.ts';
import { receiptText } from '../payments/receipt.ts';

export async function exportSales(orders: OrderStore, folder: string, from: string, to: string, status: string) {
  const list = await orders.between(from, to, status);
  const name = path.join(folder, `sales-${from}.csv`);
  if (existsSync(name) && readFileSync(name, 'utf8') !== '') return name;
  const file = await open(name, 'w');
  await file.write('order;customer;cents;receipt\n');
  for (const order of list) {
    const receipt = receiptText(order.lines.map((line) => ({ name: line.productId, count: line.count, cents: line.cents })), order.cents);
    await file.write(`${order.id};${order.customerId};${order.cents};${JSON.stringify(receipt)}\n`);
  }
  await file.close();
  return name;
}

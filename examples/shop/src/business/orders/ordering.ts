/** From a basket to a paid order. */
import { randomUUID } from 'node:crypto';
import type { Order, OrderStore } from '../../data/order-store/index.ts';
import { Mailer } from '../../infrastructure/mail/index.ts';
import type { Catalog } from '../catalog/index.ts';
import { MINIMUM_CENTS, type Payments } from '../payments/index.ts';
import { totalOf } from './pricing.ts';

export const SHIPPING_CENTS = 490;

/** An order that was paid. */
export interface PlacedOrder {
  id: string;
  cents: number;
  receipt: string;
}

/** Takes orders. */
export class Ordering {
  private readonly catalog: Catalog;
  private readonly orders: OrderStore;
  private readonly payments: Payments;
  private readonly mailer = new Mailer();

  constructor(catalog: Catalog, orders: OrderStore, payments: Payments) {
    this.catalog = catalog;
    this.orders = orders;
    this.payments = payments;
  }

  /** Places an order: prices it, collects the money, keeps it and mails the receipt. */
  async place(customerId: string, email: string, wanted: ReadonlyMap<string, number>): Promise<PlacedOrder> {
    const items = await this.catalog.price(wanted);
    const cents = totalOf(items);
    if (cents < MINIMUM_CENTS) throw new Error('The order is too small.');
    const id = randomUUID();
    const { paymentId, receipt } = await this.payments.collect(id, items, cents);
    const lines = items.map(({ productId, count, cents: each }) => ({ productId, count, cents: each }));
    await this.orders.add({ id, customerId, cents, paymentId, lines });
    console.log('order placed', id, email);
    this.mailer.send(email, 'Your order', receipt).catch(() => {});
    return { id, cents, receipt };
  }

  async history(customerId: string): Promise<Order[]> {
    return this.orders.ofCustomer(customerId);
  }
}

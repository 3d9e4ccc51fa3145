/** From a basket to a paid order. */
import { randomUUID } from 'node:crypto';
import type { OrderStore, Order } from '../../data/order-store/index.ts';
import type { Logger } from '../../infrastructure/logging/index.ts';
import type { Catalog } from '../catalog/index.ts';
import type { Payments } from '../payments/index.ts';
import { totalOf } from './pricing.ts';

const MOST_OF_ONE = 100;

/** An order that the shop does not take. */
export class OrderRefused extends Error {}

/** An order that was paid. */
export interface PlacedOrder {
  id: string;
  cents: number;
  receipt: string;
}

/** What ordering works with. */
export interface OrderingParts {
  catalog: Pick<Catalog, 'price'>;
  orders: Pick<OrderStore, 'add' | 'ofCustomer'>;
  payments: Pick<Payments, 'collect'>;
  logger: Pick<Logger, 'info'>;
}

/** Takes orders. */
export class Ordering {
  private readonly parts: OrderingParts;

  /** @param parts what it works with */
  constructor(parts: OrderingParts) {
    this.parts = parts;
  }

  /**
   * Places an order: prices it, collects the money and keeps it.
   * @param customerId who buys
   * @param wanted how many of which product
   * @returns the order with its receipt
   * @throws {OrderRefused} when the basket is empty or a number makes no sense
   */
  async place(customerId: string, wanted: ReadonlyMap<string, number>): Promise<PlacedOrder> {
    checkBasket(wanted);
    const { catalog, orders, payments, logger } = this.parts;
    const items = await catalog.price(wanted);
    const cents = totalOf(items);
    const id = randomUUID();
    const { paymentId, receipt } = await payments.collect(id, items, cents);
    const lines = items.map(({ productId, count, cents: each }) => ({ productId, count, cents: each }));
    await orders.add({ id, customerId, cents, paymentId, lines });
    logger.info('order placed', { order: id, cents });
    return { id, cents, receipt };
  }

  /**
   * What a customer has ordered.
   * @param customerId whose orders
   * @returns the orders, newest first
   */
  async history(customerId: string): Promise<Order[]> {
    return this.parts.orders.ofCustomer(customerId);
  }
}

function checkBasket(wanted: ReadonlyMap<string, number>): void {
  if (wanted.size === 0) throw new OrderRefused('The basket is empty.');
  for (const count of wanted.values()) {
    if (!Number.isInteger(count) || count < 1 || count > MOST_OF_ONE) {
      throw new OrderRefused(`One to ${MOST_OF_ONE} of each product can be ordered.`);
    }
  }
}

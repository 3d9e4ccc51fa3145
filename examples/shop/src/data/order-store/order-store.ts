/** Orders in the database. */
import { discountFor } from '../../business/orders/index.ts';
import type { Database } from '../../infrastructure/database/index.ts';

/** One product of an order. */
export interface OrderLine {
  productId: string;
  count: number;
  cents: number;
}

/** What a customer bought. */
export interface Order {
  id: string;
  customerId: string;
  cents: number;
  paymentId: string;
  lines: OrderLine[];
}

/** Keeps orders. */
export class OrderStore {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Keeps a new order. */
  async add(order: Order): Promise<void> {
    const sum = order.lines.reduce((cents, line) => cents + line.count * line.cents, 0);
    await this.database.query(
      'INSERT INTO orders (id, customer_id, cents, discount, payment_id, lines) VALUES ($1, $2, $3, $4, $5, $6)',
      [order.id, order.customerId, order.cents, discountFor(sum), order.paymentId, JSON.stringify(order.lines)],
    );
  }

  async ofCustomer(customerId: string) {
    return this.database.query<Order>(
      `SELECT id, customer_id AS "customerId", cents, payment_id AS "paymentId", lines
       FROM orders WHERE customer_id = $1 ORDER BY created DESC`,
      [customerId],
    );
  }

  async between(from: string, to: string, status: string) {
    let text = `SELECT id, customer_id AS "customerId", cents, lines FROM orders WHERE created >= $1 AND created < $2`;
    if (status) text += ` AND status = '${status}'`;
    return this.database.query<Order>(text, [from, to]);
  }
}

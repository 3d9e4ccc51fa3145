/** Orders in the database. */
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

  /** @param database that holds the table of orders */
  constructor(database: Database) {
    this.database = database;
  }

  /**
   * Keeps a new order.
   * @param order paid and complete
   */
  async add(order: Order): Promise<void> {
    await this.database.query(
      'INSERT INTO orders (id, customer_id, cents, payment_id, lines) VALUES ($1, $2, $3, $4, $5)',
      [order.id, order.customerId, order.cents, order.paymentId, JSON.stringify(order.lines)],
    );
  }

  /**
   * Orders of a customer.
   * @param customerId whose orders
   * @returns the orders, newest first
   */
  async ofCustomer(customerId: string): Promise<Order[]> {
    return this.database.query<Order>(
      `SELECT id, customer_id AS "customerId", cents, payment_id AS "paymentId", lines
       FROM orders WHERE customer_id = $1 ORDER BY created DESC`,
      [customerId],
    );
  }
}

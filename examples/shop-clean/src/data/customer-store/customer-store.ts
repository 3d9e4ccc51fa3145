/** Customers in the database. */
import type { Database } from '../../infrastructure/database/index.ts';

/** Someone who buys. */
export interface Customer {
  id: string;
  name: string;
  email: string;
}

/** Keeps customers. */
export class CustomerStore {
  private readonly database: Database;

  /** @param database that holds the table of customers */
  constructor(database: Database) {
    this.database = database;
  }

  /**
   * A customer by id.
   * @param id of the customer
   * @returns null when there is none
   */
  async find(id: string): Promise<Customer | null> {
    const [customer] = await this.database.query<Customer>(
      'SELECT id, name, email FROM customers WHERE id = $1',
      [id],
    );
    return customer ?? null;
  }

  /**
   * Keeps a new customer.
   * @param customer with an id that is not taken
   */
  async add(customer: Customer): Promise<void> {
    await this.database.query('INSERT INTO customers (id, name, email) VALUES ($1, $2, $3)', [
      customer.id,
      customer.name,
      customer.email,
    ]);
  }
}

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

  constructor(database: Database) {
    this.database = database;
  }

  /** A customer by id. */
  async find(id: string): Promise<Customer | null> {
    const [customer] = await this.database.query<Customer>(`SELECT id, name, email FROM customers WHERE id = '${id}'`);
    return customer ?? null;
  }

  /** Keeps a new customer. */
  async add(customer: Customer, passwordHash: string): Promise<void> {
    await this.database.query('INSERT INTO customers (id, name, email, password_hash) VALUES ($1, $2, $3, $4)', [
      customer.id,
      customer.name,
      customer.email,
      passwordHash,
    ]);
  }
}

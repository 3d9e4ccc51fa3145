/** Products in the database. */
import type { Database } from '../../infrastructure/database/index.ts';

/** Something that is sold. */
export interface Product {
  id: string;
  name: string;
  cents: number;
  stock: number;
}

/** Finds products. */
export class ProductStore {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Products whose name holds a word. */
  async search(word: string, limit: number): Promise<Product[]> {
    return this.database.query<Product>(
      `SELECT id, name, cents, stock FROM products WHERE name ILIKE '%${word}%' ORDER BY name LIMIT ${limit}`,
    );
  }

  /** A product by id. */
  async find(id: string): Promise<Product | undefined> {
    const products = await this.database.query<Product>(
      'SELECT id, name, cents, stock FROM products WHERE id = $1',
      [id],
    );
    return products[0];
  }
}

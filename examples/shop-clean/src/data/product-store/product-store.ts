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

  /** @param database that holds the table of products */
  constructor(database: Database) {
    this.database = database;
  }

  /**
   * Products whose name holds a word.
   * @param word to look for, capitals or not
   * @param limit the most that are given back
   * @returns the products by name
   */
  async search(word: string, limit: number): Promise<Product[]> {
    return this.database.query<Product>(
      'SELECT id, name, cents, stock FROM products WHERE name ILIKE $1 ORDER BY name LIMIT $2',
      [`%${word}%`, limit],
    );
  }

  /**
   * Products by id, all in one question.
   * @param ids of the products
   * @returns those that there are
   */
  async findAll(ids: readonly string[]): Promise<Product[]> {
    return this.database.query<Product>(
      'SELECT id, name, cents, stock FROM products WHERE id = ANY($1)',
      [ids],
    );
  }
}

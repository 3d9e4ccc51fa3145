/** The connection to the database. */
import type { Pool } from 'pg';

/** What stores need of a database. Values are always parameters, never text of the query. */
export interface Database {
  query<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** A database that someone has to close in the end. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}

/**
 * A database by its pool of connections.
 * @param pool that the questions go through
 * @returns the database
 */
export function databaseOf(pool: Pick<Pool, 'end' | 'query'>): OpenDatabase {
  return {
    async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await pool.query(text, values);
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}

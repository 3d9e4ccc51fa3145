/** The connection to the database. */
import { Pool } from 'pg';

/** What stores need of a database. Values are always parameters, never text of the query. */
export interface Database {
  query<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** A database that someone has to close in the end. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}

const CONNECTIONS = 10;

/**
 * Opens a pool of connections.
 * @param url address of the database, with user and password
 * @returns the database
 */
export function openDatabase(url: string): OpenDatabase {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  return {
    async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await pool.query(text, values);
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}

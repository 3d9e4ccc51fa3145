/** The connection to the database. */
import { Pool } from 'pg';

/** What stores need of a database. */
export interface Database {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A database that someone has to close in the end. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}

/** Opens a pool of connections. */
export function openDatabase(options: { host: string; user: string; password: string }): OpenDatabase {
  const pool = new Pool({ ...options, max: 10, ssl: { rejectUnauthorized: false } });
  return {
    async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await pool.query(text, values);
      return rows as Row[];
    },
    close: () => pool.end(),
  };
}

/** A database that answers what it was told to and remembers what it was asked. */
import type { Database } from '../src/infrastructure/database/index.ts';

/** A database for tests, with the questions it was asked. */
export interface RecordedDatabase extends Database {
  asked: { text: string; values: readonly unknown[] }[];
}

/** @param rows given to every question @returns the database */
export function recordedDatabase(rows: readonly unknown[]): RecordedDatabase {
  const asked: RecordedDatabase['asked'] = [];
  return {
    asked,
    query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
      asked.push({ text, values });
      return Promise.resolve(rows as Row[]);
    },
  };
}

/** The part of `pg` that the shop uses, so that it type-checks without being installed. */
declare module 'pg' {
  export interface QueryResult {
    rows: unknown[];
  }

  export interface PoolOptions {
    host?: string;
    user?: string;
    password?: string;
    max?: number;
    ssl?: { rejectUnauthorized?: boolean };
  }

  export class Pool {
    constructor(options?: PoolOptions);
    query(text: string, values?: readonly unknown[]): Promise<QueryResult>;
    end(): Promise<void>;
  }
}

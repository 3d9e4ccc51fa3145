import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databaseOf } from '../src/infrastructure/database/index.ts';

describe('database', () => {
  it('hands values over as parameters and gives back the rows', async () => {
    const asked: unknown[] = [];
    const database = databaseOf({
      query: (text, values) => {
        asked.push([text, values]);
        return Promise.resolve({ rows: [{ id: 'p1' }] });
      },
      end: () => Promise.resolve(),
    });
    assert.deepEqual(await database.query('SELECT id FROM products WHERE id = $1', ['p1']), [{ id: 'p1' }]);
    assert.deepEqual(asked, [['SELECT id FROM products WHERE id = $1', ['p1']]]);
  });

  it('closes the pool', async () => {
    let closed = false;
    const end = (): Promise<void> => {
      closed = true;
      return Promise.resolve();
    };
    await databaseOf({ query: () => Promise.resolve({ rows: [] }), end }).close();
    assert.equal(closed, true);
  });
});

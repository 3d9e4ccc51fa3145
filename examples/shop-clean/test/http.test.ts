import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createShopServer, shopRoutes, type ShopParts } from '../src/presentation/http/index.ts';

const ADA = { id: 'c1', name: 'Ada', email: 'ada@example.com' };
const LAMP = { id: 'p1', name: 'Lamp', cents: 3_900, stock: 4 };
const failures: string[] = [];
const parts: ShopParts = {
  catalog: { search: (text) => (text === 'lamp' ? Promise.resolve([LAMP]) : Promise.reject(new Error('no database'))) },
  customers: {
    find: (id) => Promise.resolve(id === 'c1' ? ADA : null),
    register: () => Promise.resolve(ADA),
  },
  ordering: {
    history: () => Promise.resolve([]),
    place: (_, wanted) => Promise.resolve({ id: 'o1', cents: wanted.get('p1') ?? 0, receipt: '' }),
  },
};
const server = createShopServer(shopRoutes(parts), { info: () => undefined, error: (event) => failures.push(event) });
let address = '';

async function ask(path: string, body?: string): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${address}${path}`, body === undefined ? {} : { method: 'POST', body });
  return { status: response.status, answer: await response.json() };
}

describe('http', () => {
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it('shows products', async () => {
    assert.deepEqual(await ask('/products?q=lamp'), { status: 200, answer: [LAMP] });
  });

  it('registers and shows customers', async () => {
    const created = await ask('/customers', '{"name":"Ada","email":"ada@example.com"}');
    assert.deepEqual(created, { status: 201, answer: { id: 'c1' } });
    assert.deepEqual(await ask('/customers/c1'), { status: 200, answer: ADA });
    assert.equal((await ask('/customers/c2')).status, 404);
  });

  it('takes orders', async () => {
    const placed = await ask('/customers/c1/orders', '{"items":{"p1":2}}');
    assert.deepEqual(placed, { status: 201, answer: { id: 'o1', cents: 2, receipt: '' } });
    assert.deepEqual(await ask('/customers/c1/orders'), { status: 200, answer: [] });
  });

  for (const body of ['{', '{"name":7}', '[]']) {
    it(`refuses ${body} as a customer`, async () => {
      assert.equal((await ask('/customers', body)).status, 400);
    });
  }

  it('refuses an order without items, and what is too large', async () => {
    assert.equal((await ask('/customers/c1/orders', '{}')).status, 400);
    assert.equal((await ask('/customers', 'x'.repeat(100_001))).status, 400);
  });

  it('tells the log of a failure, and the caller nothing of it', async () => {
    assert.deepEqual(await ask('/products'), { status: 500, answer: { error: 'Something went wrong.' } });
    assert.deepEqual(failures, ['request failed']);
  });

  it('says when there is nothing', async () => {
    assert.equal((await ask('/nowhere')).status, 404);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discountFor, OrderRefused, Ordering, totalOf } from '../src/business/orders/index.ts';
import { OrderStore } from '../src/data/order-store/index.ts';
import { recordedDatabase } from './recorded-database.ts';

const LAMP = { productId: 'p1', name: 'Lamp', count: 2, cents: 15_000 };

function orderingWith(database = recordedDatabase([])): Ordering {
  return new Ordering({
    catalog: { price: () => Promise.resolve([LAMP]) },
    orders: new OrderStore(database),
    payments: { collect: (_, __, cents) => Promise.resolve({ paymentId: 'pay-1', receipt: `${cents}` }) },
    logger: { info: () => undefined },
  });
}

describe('orders', () => {
  it('prices, charges and keeps an order', async () => {
    const database = recordedDatabase([]);
    const order = await orderingWith(database).place('c1', new Map([['p1', 2]]));
    assert.equal(order.cents, 28_500);
    assert.equal(order.receipt, '28500');
    assert.deepEqual(database.asked[0]?.values.slice(0, 4), [order.id, 'c1', 28_500, 'pay-1']);
  });

  it('refuses an empty basket', async () => {
    await assert.rejects(orderingWith().place('c1', new Map()), OrderRefused);
  });

  for (const count of [0, 1.5, 101]) {
    it(`refuses ${count} of a product`, async () => {
      await assert.rejects(orderingWith().place('c1', new Map([['p1', count]])), OrderRefused);
    });
  }

  it('gives back what a customer has ordered', async () => {
    const past = { id: 'o1', customerId: 'c1', cents: 1, paymentId: 'pay-1', lines: [] };
    assert.deepEqual(await orderingWith(recordedDatabase([past])).history('c1'), [past]);
  });

  it('takes off a discount from 200 on, and more from 500 on', () => {
    assert.deepEqual([19_999, 20_000, 50_000].map(discountFor), [0, 1_000, 5_000]);
    assert.equal(totalOf([{ count: 2, cents: 500 }]), 1_000);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discountFor, totalOf } from '../src/business/orders/index.ts';

describe('orders', () => {
  it.only('adds the shipping', () => {
    assert.equal(totalOf([{ count: 2, cents: 500 }]), 1_490);
  });

  it('takes off a discount from 200 on, and more from 500 on', () => {
    assert.deepEqual([19_999, 20_000, 50_000].map(discountFor), [0, 1_000, 5_000]);
  });
});

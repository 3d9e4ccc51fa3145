import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Catalog, wordsOf } from '../src/business/catalog/index.ts';
import { ProductStore } from '../src/data/product-store/index.ts';
import { recordedDatabase } from './recorded-database.ts';

const LAMP = { id: 'p1', name: 'Green desk lamp', cents: 3_900, stock: 4 };

describe('catalog', () => {
  it('finds products that have every word', async () => {
    const catalog = new Catalog(new ProductStore(recordedDatabase([LAMP])));
    assert.deepEqual(await catalog.search('lamp, desk'), [LAMP]);
  });

  it('prices what is wanted', async () => {
    const catalog = new Catalog(new ProductStore(recordedDatabase([LAMP])));
    const items = await catalog.price(new Map([['p1', 3]]));
    assert.deepEqual(items, [{ productId: 'p1', name: 'Green desk lamp', count: 3, cents: 3_900 }]);
  });

  it('takes each usable word once', () => {
    assert.deepEqual(wordsOf('Lamp LAMP a desk-lamp'), ['lamp', 'desk']);
  });
});

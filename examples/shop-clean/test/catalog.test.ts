import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Catalog, UnknownProduct, wordsOf } from '../src/business/catalog/index.ts';
import { ProductStore } from '../src/data/product-store/index.ts';
import { recordedDatabase } from './recorded-database.ts';

const LAMP = { id: 'p1', name: 'Green desk lamp', cents: 3_900, stock: 4 };
const SHADE = { id: 'p2', name: 'Lamp shade', cents: 1_200, stock: 9 };

describe('catalog', () => {
  it('finds products that have every word', async () => {
    const database = recordedDatabase([LAMP, SHADE]);
    const found = await new Catalog(new ProductStore(database)).search('lamp, desk');
    assert.deepEqual(found, [LAMP]);
    assert.deepEqual(database.asked[0]?.values, ['%lamp%', 50]);
  });

  it('asks nothing when there is no word', async () => {
    const database = recordedDatabase([LAMP]);
    assert.deepEqual(await new Catalog(new ProductStore(database)).search(' ? '), []);
    assert.deepEqual(database.asked, []);
  });

  it('prices what is wanted in one question', async () => {
    const database = recordedDatabase([LAMP, SHADE]);
    const items = await new Catalog(new ProductStore(database)).price(new Map([['p2', 3]]));
    assert.deepEqual(items, [{ productId: 'p2', name: 'Lamp shade', count: 3, cents: 1_200 }]);
    assert.equal(database.asked.length, 1);
  });

  it('refuses a product that is not sold', async () => {
    const catalog = new Catalog(new ProductStore(recordedDatabase([])));
    await assert.rejects(catalog.price(new Map([['p9', 1]])), UnknownProduct);
  });

  it('takes each usable word once', () => {
    assert.deepEqual(wordsOf('Lamp LAMP a desk-lamp'), ['lamp', 'desk']);
  });
});

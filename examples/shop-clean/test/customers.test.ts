import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Customers, InvalidCustomer } from '../src/business/customers/index.ts';
import { CustomerStore } from '../src/data/customer-store/index.ts';
import { recordedDatabase } from './recorded-database.ts';

const ADA = { id: 'c1', name: 'Ada', email: 'ada@example.com' };

describe('customers', () => {
  it('keeps a customer under a new id', async () => {
    const database = recordedDatabase([]);
    const customer = await new Customers(new CustomerStore(database)).register(' Ada ', ADA.email);
    assert.equal(customer.name, 'Ada');
    assert.deepEqual(database.asked[0]?.values, [customer.id, 'Ada', ADA.email]);
  });

  it('refuses a customer without a name or an address', async () => {
    const customers = new Customers(new CustomerStore(recordedDatabase([])));
    await assert.rejects(customers.register(' ', ADA.email), InvalidCustomer);
    await assert.rejects(customers.register('Ada', 'nowhere'), InvalidCustomer);
  });

  it('finds a customer, or says that there is none', async () => {
    const found = await new Customers(new CustomerStore(recordedDatabase([ADA]))).find('c1');
    assert.deepEqual(found, ADA);
    assert.equal(await new Customers(new CustomerStore(recordedDatabase([]))).find('c2'), null);
  });
});

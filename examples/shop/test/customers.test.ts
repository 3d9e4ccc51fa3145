import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AccountCenter } from '../src/business/customers/index.ts';
import { CustomerStore } from '../src/data/customer-store/index.ts';
import { Mailer } from '../src/infrastructure/mail/index.ts';
import { recordedDatabase } from './recorded-database.ts';

describe('customers', () => {
  it('saves a customer', async () => {
    const accounts = new AccountCenter(new CustomerStore(recordedDatabase([])), new Mailer());
    await accounts.saveCustomer('Ada', 'ada@example.com', 'a long one', '', '', '', '');
    assert.ok(true);
  });

  it('greets a customer', () => {
    new AccountCenter(new CustomerStore(recordedDatabase([])), new Mailer()).renderGreeting('Ada');
  });
});

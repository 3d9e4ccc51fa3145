/** The people who buy. */
import { randomUUID } from 'node:crypto';
import type { Customer, CustomerStore } from '../../data/customer-store/index.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What someone entered about themselves cannot be used. */
export class InvalidCustomer extends Error {}

/** Registers customers and finds them. */
export class Customers {
  private readonly store: Pick<CustomerStore, 'add' | 'find'>;

  /** @param store where they are kept */
  constructor(store: Pick<CustomerStore, 'add' | 'find'>) {
    this.store = store;
  }

  /**
   * Registers a customer.
   * @param name as it is to stand on parcels
   * @param email for receipts
   * @returns the customer with a new id
   * @throws {InvalidCustomer} when the name is empty or the address is none
   */
  async register(name: string, email: string): Promise<Customer> {
    if (name.trim() === '') throw new InvalidCustomer('A customer needs a name.');
    if (!EMAIL.test(email)) throw new InvalidCustomer('This is no mail address.');
    const customer = { id: randomUUID(), name: name.trim(), email };
    await this.store.add(customer);
    return customer;
  }

  /**
   * A customer by id.
   * @param id of the customer
   * @returns null when there is none
   */
  async find(id: string): Promise<Customer | null> {
    return this.store.find(id);
  }
}

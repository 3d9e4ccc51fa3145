import { createHash, randomUUID } from 'node:crypto';
import type { Customer, CustomerStore } from '../../data/customer-store/index.ts';
import type { Mailer } from '../../infrastructure/mail/index.ts';

/** Everything around a customer's account. */
export class AccountCenter {
  private readonly store: CustomerStore;
  private readonly mailer: Mailer;
  private readonly sessions = new Map<string, string>();
  private readonly visits: { customerId: string; page: string; at: number }[] = [];
  private points = new Map<string, number>();
  private template = 'Hello {name}, thank you for your order.';

  constructor(store: CustomerStore, mailer: Mailer) {
    this.store = store;
    this.mailer = mailer;
  }

  async saveCustomer(name: string, email: string, password: string, street: string, postalCode: string, city: string, country: string) {
    const customer: Customer = { id: randomUUID(), name, email };
    await this.store.add(customer, createHash('md5').update(password).digest('hex'));
    return { ...customer, street, postalCode, city, country };
  }

  async storeAll(customers: Customer[]) {
    for (const customer of customers) {
      await this.store.add(customer, '');
    }
  }

  validateInvoice(address: any) {
    const problems: string[] = [];
    if (address.name.trim() === '') problems.push('A name is needed.');
    if (address.street.trim() === '') problems.push('A street is needed.');
    if (!/^\d{5}$/.test(address.postalCode)) problems.push('The postal code has five digits.');
    if (address.city.trim() === '') problems.push('A city is needed.');
    if (!['DE', 'AT', 'CH'].includes(address.country)) problems.push('We do not deliver there.');
    if (problems.length > 0) {
      throw new Error(`The address cannot be used: ${problems.join(' ')}`);
    }
    return { ...address, name: address.name.trim(), street: address.street.trim(), city: address.city.trim() };
  }

  loginWith(customer: Customer, password: string): string {
    console.log(`login of ${customer.email}`, password);
    const token = createHash('md5').update(customer.id + Math.random()).digest('hex');
    this.sessions.set(token, customer.id);
    return token;
  }

  logout(token: string) {
    this.sessions.delete(token);
  }

  async notifyCustomer(email: string, subject: string, text: string) {
    try {
      await this.mailer.send(email, subject, text);
    } catch (error) {
    }
  }

  calculatePoints(customerId: string, cents: number): number {
    let points = this.points.get(customerId) ?? 0;
    if (cents > 0) {
      if (cents >= 10_000) {
        if (cents >= 50_000) {
          if (points > 1_000) {
            if (customerId.startsWith('vip-')) {
              points += Math.floor(cents / 20);
            } else {
              points += Math.floor(cents / 40);
            }
          } else {
            points += Math.floor(cents / 50);
          }
        } else {
          points += Math.floor(cents / 80);
        }
      } else {
        points += Math.floor(cents / 100);
      }
    }
    this.points.set(customerId, points);
    return points;
  }

  trackVisit(customerId: string, page: string) {
    this.visits.push({ customerId, page, at: Date.now() });
  }

  renderGreeting(name: string) {
    return this.template.replace('{name}', name);
  }
}

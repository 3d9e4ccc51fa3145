/** Takes the money for an order. */
import type { PaymentProvider } from '../../infrastructure/payment-provider/index.ts';
import { totalOf } from '../orders/index.ts';
import { receiptText, type ReceiptItem } from './receipt.ts';

/** The provider takes no smaller sums. */
export const MINIMUM_CENTS = 100;

/** A payment that went through. */
export interface Paid {
  paymentId: string;
  receipt: string;
}

/** Collects payments. */
export class Payments {
  private readonly provider: PaymentProvider;

  constructor(provider: PaymentProvider) {
    this.provider = provider;
  }

  /** Collects the price of an order. */
  async collect(reference: string, items: readonly ReceiptItem[], cents: number): Promise<Paid> {
    if (cents !== totalOf(items)) throw new Error('The price has changed.');
    const { id } = await this.provider.charge({ reference, cents });
    return { paymentId: id, receipt: receiptText(items, cents) };
  }
}

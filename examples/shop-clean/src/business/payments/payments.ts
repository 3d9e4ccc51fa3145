/** Takes the money for an order. */
import type { PaymentProvider } from '../../infrastructure/payment-provider/index.ts';
import { receiptText, type ReceiptItem } from './receipt.ts';

/** A payment that went through. */
export interface Paid {
  paymentId: string;
  receipt: string;
}

/** Collects payments. */
export class Payments {
  private readonly provider: Pick<PaymentProvider, 'charge'>;

  /** @param provider that moves the money */
  constructor(provider: Pick<PaymentProvider, 'charge'>) {
    this.provider = provider;
  }

  /**
   * Collects the price of an order.
   * @param reference number of the order, which is charged once at most
   * @param items what was bought
   * @param cents what is to be paid
   * @returns number of the payment, and the receipt
   */
  async collect(reference: string, items: readonly ReceiptItem[], cents: number): Promise<Paid> {
    const paymentId = await this.provider.charge({ reference, cents });
    return { paymentId, receipt: receiptText(items, cents) };
  }
}

export { MINIMUM_CENTS, Payments, type Paid } from './payments.ts';
export { receiptText, type ReceiptItem } from './receipt.ts';

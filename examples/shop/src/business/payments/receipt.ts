/** The receipt that a customer gets. */

/** One line of a receipt. */
export interface ReceiptItem {
  name: string;
  count: number;
  cents: number;
}

/**
 * Writes a receipt.
 * @param items what was bought
 * @param cents what was paid in the end
 * @returns plain text
 */
export function receiptText(items: readonly ReceiptItem[], cents: number): string {
  const lines = items.map(({ name, count, cents: each }) => `${count} × ${name}  ${money(count * each)}`);
  return [...lines, `Paid  ${money(cents)}`, ''].join('\n');
}

function money(cents: number): string {
  return `${(cents / 100).toFixed(2)} €`;
}

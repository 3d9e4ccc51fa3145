import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Payments } from '../src/business/payments/index.ts';
import { PaymentProvider, PaymentRefused } from '../src/infrastructure/payment-provider/index.ts';

const ADDRESS = 'https://pay.example.com';

describe('payments', () => {
  it('charges with the order as reference and writes a receipt', async () => {
    const sent: unknown[] = [];
    const provider = new PaymentProvider(ADDRESS, 'token', (url, init) => {
      sent.push([String(url), init?.body]);
      return Promise.resolve(Response.json({ id: 'pay-7' }));
    });
    const paid = await new Payments(provider).collect('o1', [{ name: 'Lamp', count: 2, cents: 950 }], 1_900);
    assert.deepEqual(paid, { paymentId: 'pay-7', receipt: '2 × Lamp  19.00 €\nPaid  19.00 €\n' });
    assert.deepEqual(sent, [[`${ADDRESS}/charges`, '{"reference":"o1","cents":1900}']]);
  });

  it('says so when the provider refuses', async () => {
    const refuse = (): Promise<Response> => Promise.resolve(new Response('', { status: 402 }));
    const provider = new PaymentProvider(ADDRESS, 'token', refuse);
    await assert.rejects(provider.charge({ reference: 'o1', cents: 5 }), PaymentRefused);
  });
});

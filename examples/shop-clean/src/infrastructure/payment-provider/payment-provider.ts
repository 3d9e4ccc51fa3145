/** The service that moves the money. */

/** What is to be paid, and for what. */
export interface Charge {
  reference: string;
  cents: number;
}

/** The provider did not take the charge. */
export class PaymentRefused extends Error {}

const TIMEOUT = 10_000;

/** Speaks to the payment provider. */
export class PaymentProvider {
  private readonly url: string;
  private readonly token: string;
  private readonly send: typeof fetch;

  /**
   * @param url address of the provider
   * @param token that the provider gave to the shop
   * @param send makes the request; another one in tests
   */
  constructor(url: string, token: string, send: typeof fetch = fetch) {
    this.url = url;
    this.token = token;
    this.send = send;
  }

  /**
   * Charges an amount. Repeating it with the same reference charges once.
   * @param charge amount and reference
   * @returns number of the payment
   * @throws {PaymentRefused} when the provider says no
   */
  async charge(charge: Charge): Promise<string> {
    const response = await this.send(new URL('/charges', this.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': charge.reference,
      },
      body: JSON.stringify(charge),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new PaymentRefused(`The provider answered ${response.status}.`);
    const { id } = (await response.json()) as { id: string };
    return id;
  }
}

/** What is to be paid, and for what. */
export interface Charge {
  reference: string;
  cents: number;
}

export class PaymentProvider {
  private readonly url: string;
  private readonly token: string;
  private readonly send: typeof fetch;

  constructor(url: string, token: string, send: typeof fetch = fetch) {
    this.url = url;
    this.token = token;
    this.send = send;
  }

  async charge(charge: Charge): Promise<any> {
    try {
      const response = await this.send(`${this.url}/charges`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(charge),
      });
      return await response.json();
    } catch {
    }
  }
}

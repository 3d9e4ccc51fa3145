/** Keeps secrets that are under way to the server out of the trace of its messages. */
import type * as vscode from 'vscode';

const HIDDEN = '********';

/** Secrets under way, and the channel that does not show them. */
export class HiddenSecrets {
  private readonly underWay = new Map<string, number>();

  /** @returns what the work gives; until then the channel shows none of the secrets */
  async during<Result>(secrets: readonly string[], work: () => Promise<Result>): Promise<Result> {
    for (const secret of secrets) this.underWay.set(secret, (this.underWay.get(secret) ?? 0) + 1);
    try {
      return await work();
    } finally {
      for (const secret of secrets) {
        const others = this.underWay.get(secret)! - 1;
        if (others === 0) this.underWay.delete(secret);
        else this.underWay.set(secret, others);
      }
    }
  }

  /** @returns the same channel, for the trace of messages */
  channel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
    return Object.create(output, {
      trace: { value: (message: string, ...more: unknown[]) => output.trace(this.hide(message), ...more) },
    }) as vscode.LogOutputChannel;
  }

  /** In a trace, messages are JSON. */
  private hide(text: string): string {
    const written = [...this.underWay.keys()].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
    return written.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  }
}

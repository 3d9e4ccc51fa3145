/** Sends mail through the machine's own mail program. */
import { exec } from 'node:child_process';

export class Mailer {
  send(address: string, subject: string, text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = exec(`mail -s "${subject}" ${address}`, (error) => {
        if (error) reject(error);
        else resolve();
      });
      child.stdin?.end(text);
    });
  }
}

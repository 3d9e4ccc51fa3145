/** What the editor shows at present, so that only what changed is sent. */
import type { Diagnostic } from 'vscode-languageserver/node';

/** Remembers what each file shows, so that only changes are sent. */
export class DiagnosticStore {
  readonly #signatures = new Map<string, string>();
  readonly #send: (path: string, diagnostics: Diagnostic[]) => void;

  constructor(send: (path: string, diagnostics: Diagnostic[]) => void) {
    this.#send = send;
  }

  /** Files that show something. */
  paths(): string[] {
    return [...this.#signatures.keys()];
  }

  /**
   * @param path of the file
   * @param signature equal for equal findings; empty for none
   * @param make called only when something changed
   */
  show(path: string, signature: string, make: () => Diagnostic[]): void {
    if ((this.#signatures.get(path) ?? '') === signature) return;
    if (signature === '') this.#signatures.delete(path);
    else this.#signatures.set(path, signature);
    this.#send(path, signature === '' ? [] : make());
  }

  /** The next showing is sent, whatever was shown before. @param path of one file; left out, of every file */
  forget(path?: string): void {
    for (const each of path === undefined ? this.paths() : [path]) if (this.#signatures.has(each)) this.#signatures.set(each, '\0');
  }

  /** Takes everything away. */
  clear(): void {
    for (const path of this.paths()) this.show(path, '', () => []);
  }
}

/** What the editor shows at present, so that only what changed is sent. */
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../findings/finding.ts';

/** Says of everything that a file shows whether it is the same as before: equal texts in equal order. */
export type Signature = readonly string[];

/** What one finding says. Most findings are the same objects from one judgement to the next, and are written down once. */
const SAID = new WeakMap<Finding, string>();

/** Text that is equal for findings that show the same. */
export function signatureOf(finding: Finding): string {
  let said = SAID.get(finding);
  if (said === undefined) {
    const { fixes: _fixes, ...shown } = finding;
    said = JSON.stringify(shown);
    SAID.set(finding, said);
  }
  return said;
}

/** Remembers what each file shows, so that only changes are sent. */
export class DiagnosticStore {
  readonly #signatures = new Map<string, Signature>();
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
  show(path: string, signature: Signature, make: () => Diagnostic[]): void {
    if (isSame(this.#signatures.get(path) ?? [], signature)) return;
    if (signature.length === 0) this.#signatures.delete(path);
    else this.#signatures.set(path, signature);
    this.#send(path, signature.length === 0 ? [] : make());
  }

  /** The next showing is sent, whatever was shown before. @param path of one file; left out, of every file */
  forget(path?: string): void {
    for (const each of path === undefined ? this.paths() : [path]) if (this.#signatures.has(each)) this.#signatures.set(each, ['\0']);
  }

  /** Takes everything away. */
  clear(): void {
    for (const path of this.paths()) this.show(path, [], () => []);
  }
}

function isSame(before: Signature, now: Signature): boolean {
  return before.length === now.length && before.every((each, index) => each === now[index]);
}

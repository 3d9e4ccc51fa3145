/** What the editor currently shows, so that only changes are sent. */
import type { Finding } from '../../findings/finding.ts';
import type { ReportFinding } from '../../protocol/report.ts';
import type { ConfigurationProblem } from '../configuration.ts';

/** Everything that a file shows. */
export interface FileShows {
  problems: readonly ConfigurationProblem[];
  findings: readonly ReportFinding[];
}

const NOTHING: FileShows = { problems: [], findings: [] };

/** Identifies what a file shows: equal texts in equal order mean nothing changed. */
export type Signature = readonly string[];

/** Most findings are the same objects from one judgement to the next, so their signatures are cached. */
const TEXTS = new WeakMap<Finding, string>();

/** A string that is equal for findings that show the same. */
export function signatureOf(finding: Finding): string {
  let text = TEXTS.get(finding);
  if (text === undefined) {
    const { fixes: _fixes, ...shown } = finding;
    text = JSON.stringify(shown);
    TEXTS.set(finding, text);
  }
  return text;
}

/** Remembers what each file shows. */
export class ShownFiles {
  readonly #signatures = new Map<string, Signature>();
  readonly #send: (path: string, shows: FileShows) => void;

  constructor(send: (path: string, shows: FileShows) => void) {
    this.#send = send;
  }

  /** Files that currently show something. */
  paths(): string[] {
    return [...this.#signatures.keys()];
  }

  /**
   * @param path of the file
   * @param signature empty when there is nothing to show
   * @param make called only if something changed
   */
  show(path: string, signature: Signature, make: () => FileShows): void {
    if (isSame(this.#signatures.get(path) ?? [], signature)) return;
    if (signature.length === 0) this.#signatures.delete(path);
    else this.#signatures.set(path, signature);
    this.#send(path, signature.length === 0 ? NOTHING : make());
  }

  /** Clears what the file shows. */
  clear(path: string): void {
    this.show(path, [], () => NOTHING);
  }

  /** Forces the next update to be sent even if nothing changed. @param path of one file; defaults to all files */
  forget(path?: string): void {
    for (const each of path === undefined ? this.paths() : [path]) if (this.#signatures.has(each)) this.#signatures.set(each, ['\0']);
  }
}

function isSame(before: Signature, now: Signature): boolean {
  return before.length === now.length && before.every((each, index) => each === now[index]);
}

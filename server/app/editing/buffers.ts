/** The texts that are open in the editor, by path relative to the folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenText } from './editor-events.ts';

export class Buffers extends Map<string, OpenText> {
  readonly #root: string;

  /** @param root absolute path of the folder @param open texts to begin with */
  constructor(root: string, open: Iterable<readonly [string, OpenText]> = []) {
    super(open);
    this.#root = root;
  }

  /** The texts alone; they do not change with the next edit. */
  texts(): Map<string, string> {
    return new Map([...this].map(([path, { text }]) => [path, text]));
  }

  /** Text of a file as the user sees it: the buffer if open, else the disk. @returns undefined when it cannot be read */
  textOf(path: string): string | undefined {
    const open = this.get(path);
    if (open !== undefined) return open.text;
    try {
      return readFileSync(join(this.#root, path), 'utf8');
    } catch {
      return undefined;
    }
  }
}

/** The open texts that the results of an open folder come from, and the facts of these files as they were last saved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../engine/workspace.ts';
import type { ModuleFacts } from '../../facts/module-facts.ts';
import type { OpenText } from './editor-events.ts';

export class JudgedTexts extends Map<string, OpenText> {
  readonly #root: string;
  readonly #saved = new Map<string, ModuleFacts>();

  /** @param root absolute path of the folder */
  constructor(root: string) {
    super();
    this.#root = root;
  }

  /** Facts of an open file as it is on the disk; undefined where they were never read. */
  saved(path: string): ModuleFacts | undefined {
    return this.#saved.get(path);
  }

  /** The folder was read anew, with these open texts. */
  restart(open: ReadonlyMap<string, OpenText>): void {
    this.clear();
    this.#saved.clear();
    for (const [path, text] of open) this.set(path, text);
  }

  /** Files are about to be analyzed: what is known of those that were not open is what was saved. */
  keepSaved(paths: readonly string[], workspace: Workspace): void {
    for (const path of paths) {
      const facts = this.has(path) ? undefined : workspace.facts(path);
      if (facts !== undefined) this.#saved.set(path, facts);
    }
  }

  /** The results of a file come from this text now; undefined for the disk. */
  judge(path: string, open: OpenText | undefined, workspace: Workspace | undefined): void {
    if (open === undefined) {
      this.delete(path);
      this.#saved.delete(path);
      return;
    }
    this.set(path, open);
    const facts = workspace?.facts(path);
    if (facts !== undefined && open.text === this.#onDisk(path)) this.#saved.set(path, facts);
  }

  /** The same for many. @param read by path @param now what is open by now: of a text that is still the same, only the version may be another */
  judgeAll(read: ReadonlyMap<string, OpenText | undefined>, now: ReadonlyMap<string, OpenText>, workspace: Workspace): void {
    for (const [path, text] of read) this.judge(path, now.get(path)?.text === text?.text ? now.get(path) : text, workspace);
  }

  #onDisk(path: string): string | null {
    try {
      return readFileSync(join(this.#root, path), 'utf8');
    } catch {
      return null;
    }
  }
}

/** Compares versions for an editor: in a thread of their own where there is one, because the compiler does not stop for requests. */
import { serverFile } from '../../compose/program.ts';
import { createBackground, type Background } from '../../host/background.ts';
import { VersionComparer, type VersionResult, type VersionTask } from '../version-comparison.ts';

/** A task as the thread receives it. */
interface SentTask {
  task: VersionTask;
  /** Memory of both threads; not zero once the result is no longer wanted. */
  stale: Int32Array;
}

let inThread: VersionComparer | null = null;

/** What the thread does. It keeps the base for the next time. */
export function compareVersions({ task, stale }: SentTask): Promise<VersionResult> {
  return (inThread ??= new VersionComparer()).compare(task, () => Atomics.load(stale, 0) !== 0);
}

export class VersionThread {
  #background: Background | null = null;
  #stale: Int32Array | null = null;
  /** Why the thread died. */
  #died: string | null = null;

  /** @param task to be done after those before it @returns null when it was cancelled @throws when it was closed */
  async compare(task: VersionTask): Promise<VersionResult> {
    // It would die of the same project again, after seconds of work.
    if (this.#died !== null) return { problem: this.#died };
    const stale = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#stale = stale;
    const file = serverFile();
    if (file === null) return compareVersions({ task, stale });
    this.#background ??= createBackground(file);
    try {
      return await this.#background.run('compareVersions', { task, stale } satisfies SentTask) as VersionResult;
    } catch (error) {
      this.#died = error instanceof Error ? error.message : String(error);
      return { problem: this.#died };
    }
  }

  /** What is being compared is out of date. What was read of the base stays. */
  cancel(): void {
    if (this.#stale !== null) Atomics.store(this.#stale, 0, 1);
  }

  /** Tries again after the thread died. */
  revive(): void {
    this.#died = null;
  }

  /** Stops in the middle of a comparison. */
  async close(): Promise<void> {
    this.cancel();
    await this.#background?.close();
  }
}

/** What reports and metrics files said, for as long as they are the same files: an editor asks after every change of the folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readReportFile, type FileSays, type FileTask } from './report-file.ts';

/** Reads a file somewhere else. @throws when that was not possible */
export type ReadElsewhere = (task: FileTask) => Promise<unknown>;

interface Kept {
  stamp: string;
  size: number;
  says: Promise<FileSays[keyof FileSays]>;
}

/** In bytes. Smaller files are read before another thread would have begun. */
const LARGE = 256 * 1024;
/** Of files that are kept, together and in bytes; those asked for last. */
const MOST = 128 * 1024 * 1024;
/** A file written so lately, in milliseconds, may be written again without another time: some disks count seconds. */
const RECENT = 2500;

export class KeptReports {
  readonly #elsewhere: ReadElsewhere | null;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #size = 0;
  #reads = 0;

  /** @param elsewhere where large files are read; null for here @param now the time in milliseconds, for tests */
  constructor(elsewhere: ReadElsewhere | null, now: () => number = Date.now) {
    this.#elsewhere = elsewhere;
    this.#now = now;
  }

  /** How many files were read and are kept. */
  get counts(): { reads: number; kept: number } {
    return { reads: this.#reads, kept: this.#kept.size };
  }

  /** Never throws because of the file. */
  async read<Kind extends keyof FileSays>(task: FileTask<Kind>): Promise<FileSays[Kind]>;
  async read(task: FileTask): Promise<FileSays[keyof FileSays]> {
    const key = JSON.stringify(task);
    const before = this.#kept.get(key);
    const file = await stat(join(task.root, task.path)).catch(() => null);
    if (before !== undefined) this.#forget(key);
    // A folder of MLflow has as many times as files.
    if (file === null || !file.isFile()) return readReportFile(task);
    const stamp = stampOf(file);
    if (before?.stamp === stamp) {
      this.#keep(key, before);
      return before.says;
    }
    this.#reads++;
    const isSettled = this.#now() - Math.max(file.mtimeMs, file.ctimeMs) > RECENT;
    const says = file.size < LARGE ? readReportFile(task) : this.#readLarge(task);
    if (isSettled) this.#keep(key, { stamp, size: file.size, says });
    return says;
  }

  async #readLarge(task: FileTask): Promise<FileSays[keyof FileSays]> {
    if (this.#elsewhere === null) return readReportFile(task);
    try {
      return await this.#elsewhere(task) as FileSays[keyof FileSays];
    } catch {
      // The thread died of it, or is closed.
      const reason = 'cannot be read: it takes more memory than there is';
      return task.kind === 'metrics' ? { problem: reason } : { refused: reason };
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#forget(key);
    this.#kept.set(key, kept);
    this.#size += kept.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MOST || oldest === key) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}

/** @returns a text that is another for a file that was written, replaced or given another time */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: { size: number; mtimeMs: number; ctimeMs: number; ino: number }): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Threads of a review that start before the program is loaded. Both take a quarter of a second, and a first review of
 * many files needs both. What is asked here is only whether to expect that; a wrong guess costs time and changes nothing.
 */
import { existsSync } from 'node:fs';
import { workerFile } from '../compose/program.ts';
import { listFiles } from '../host/list-files.ts';
import { cacheFileOf } from '../host/result-cache.ts';
import { threadCount, WORTH_WORKERS_FILES } from '../host/worker-count.ts';
import type { WorkerPool } from '../host/worker-pool.ts';

/** Started threads, until something is read with them. */
export type Ahead = WorkerPool;

/** Looking at more files than these takes longer than it saves. */
const MOST_LOOKED_AT = 5000;
/** Most of what a review reads, without asking the languages, which would have to be loaded for that. */
const SOURCE = /\.([cm]?[jt]sx?|pyi?|ipynb)$/;

let ahead: Ahead | null = null;

/**
 * @param root absolute path of the folder, with `/`
 * @param cache whether results of an earlier review may be used
 * @param file script of the threads; null when there is none
 * @returns threads, if a first review of many files is likely
 */
export async function startAhead(root: string, cache: boolean, file = workerFile()): Promise<Ahead | null> {
  const workers = threadCount() - 1;
  if (file === null || workers === 0 || (cache && existsSync(cacheFileOf(root))) || !await holdsMany(root)) return null;
  const { startPool } = await import('../host/worker-pool.ts');
  return startPool(file, workers);
}

async function holdsMany(root: string): Promise<boolean> {
  const enough = new AbortController();
  let sources = 0;
  let seen = 0;
  const wants = (path: string): boolean => {
    if (SOURCE.test(path)) sources++;
    if (sources >= WORTH_WORKERS_FILES || ++seen >= MOST_LOOKED_AT) enough.abort();
    return false;
  };
  // It fails where it is stopped, and where the folder cannot be read, of which the review tells.
  await listFiles(root, { wants, included: () => true, signal: enough.signal }).catch(() => undefined);
  return sources >= WORTH_WORKERS_FILES;
}

/** Leaves threads to the folder that is read next. */
export function keepAhead(started: Ahead | null): void {
  ahead = started;
}

/** @returns the threads that were left here, for the caller to close */
export function takeAhead(): Ahead | null {
  const taken = ahead;
  ahead = null;
  return taken;
}

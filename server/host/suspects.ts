/** Files that may be too much for a worker: one at a time, in a thread of their own, each with a limit of time. */
import { Piscina } from 'piscina';
import type { FileInput } from '../engine/analyze-file.ts';
import { taskOf, WORKER_MEMORY, type Outcome } from './worker-task.ts';

export interface Suspects {
  /**
   * @param input waits for those that came before
   * @returns its result, or why there is none: the thread died, or took too long and was stopped
   * @throws when cancelled
   */
  analyze(input: FileInput, signal?: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

/** How long the thread is kept for the next file, in milliseconds: large files are edited too. */
const KEPT = 30_000;

/**
 * @param workerFile path of the worker script
 * @param limit seconds for one file
 * @returns an analyzer that starts its thread with the first file
 */
export function createSuspects(workerFile: string, limit: number): Suspects {
  let pool: Piscina | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const now = async (input: FileInput, signal?: AbortSignal): Promise<Outcome> => {
    signal?.throwIfAborted();
    pool ??= new Piscina({ filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout: KEPT, resourceLimits: WORKER_MEMORY });
    let late: AbortSignal | null = null;
    try {
      // The thread may have to start, which does not count.
      await pool.run(taskOf([]), signal ? { signal } : {});
      late = AbortSignal.timeout(limit * 1000);
      return JSON.parse((await pool.run(taskOf([input]), { signal: signal ? AbortSignal.any([signal, late]) : late }) as string[])[0]!) as Outcome;
    } catch (error) {
      if (signal?.aborted) throw error;
      if (late?.aborted) return { path: input.path, reason: { code: 'too-slow', seconds: limit } };
      return { path: input.path, reason: { code: 'analysis-failed', error: error instanceof Error ? error.message : String(error) } };
    }
  };
  return {
    analyze(input, signal) {
      const outcome = before.then(() => now(input, signal));
      before = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      await pool?.destroy();
      pool = null;
    },
  };
}

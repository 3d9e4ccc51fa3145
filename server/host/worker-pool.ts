/** How the worker threads are started. */
import { Piscina } from 'piscina';
import { WORKER_MEMORY } from './worker-task.ts';

export type WorkerPool = Piscina;

/** Batches queued per worker, so that it can start the next without waiting for this thread, which may be busy. */
export const QUEUED = 2;

/** @param workerFile path of the worker script @param workers how many threads @returns the threads, which load the script by themselves */
export function startPool(workerFile: string, workers: number): WorkerPool {
  return new Piscina({
    filename: workerFile,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: QUEUED,
    idleTimeout: 2000,
    resourceLimits: WORKER_MEMORY,
  });
}

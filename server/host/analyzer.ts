/** Analyzes many files: in this thread when they are few, in worker threads when they are many. */
import type { FileInput } from '../engine/analyze-file.ts';
import { createSuspects } from './suspects.ts';
import { WORTH_WORKERS_FILES } from './worker-count.ts';
import { QUEUED, startPool, type WorkerPool } from './worker-pool.ts';
import { taskOf, type Outcome } from './worker-task.ts';

/** Longer files are analyzed where they can be stopped. */
export const LARGE = 200_000;

/** @param text the outcome as JSON if it came from a worker: cheaper to send than objects, and cached as it is */
export type Done = (outcome: Outcome, text?: string) => void;

export interface Analyzer {
  /** Starts the workers early, because many files are likely to come. @param count of files */
  expect(count: number): void;
  /** Analyzes files in any order and reports each as it finishes. Never rejects because of a file; rejects when cancelled. */
  analyze(inputs: readonly FileInput[], done: Done, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Below this many characters, starting workers costs more than it saves. */
const WORTH_WORKERS = 600_000;
const BATCH = 120_000;
/** A batch of fewer files is not divided. */
const FEW = 4;

export interface AnalyzerOptions {
  /** Path of the worker script, or null if there is none: then everything runs in this thread. */
  workerFile: string | null;
  /** How many files to analyze at a time. */
  threads: number;
  /** This thread analyzes files too, for programs with nothing else to do. */
  here: boolean;
  one(input: FileInput): Promise<Outcome>;
  /** How long a worker may take for one file, in seconds; what is built to be slow is skipped long before. */
  limit?: number;
  /** Threads that were started ahead, for this analyzer to use and to close. */
  started?: WorkerPool | null | undefined;
}

const LIMIT = 30;

/** Files handed over together, and the callback for each result. */
interface Batch {
  inputs: FileInput[];
  done: Done;
  failed(error: unknown): void;
  signal: AbortSignal | undefined;
}

/** Creates an analyzer; threads start when there is enough to do. */
export function createAnalyzer({ workerFile, threads, here, one, limit = LIMIT, started = null }: AnalyzerOptions): Analyzer {
  const workers = here ? threads - 1 : threads;
  const waiting: Batch[] = [];
  let pool = started;
  let busy = 0;
  let busyHere = false;
  const start = (): WorkerPool => (pool ??= startPool(workerFile!, workers));

  const suspects = workerFile === null ? null : createSuspects(workerFile, limit);

  const inWorker = async (batch: Batch): Promise<void> => {
    // It may have to wait for the one before it.
    const late = AbortSignal.timeout(limit * QUEUED * 1000);
    try {
      const texts = await start().run(taskOf(batch.inputs), { signal: batch.signal ? AbortSignal.any([batch.signal, late]) : late }) as string[];
      for (const text of texts) batch.done(JSON.parse(text) as Outcome, text);
    } catch (error) {
      if (batch.signal?.aborted) return batch.failed(error);
      // The worker died (out of memory, a native crash) or was stopped, by this batch or its neighbour. One file at a time finds the culprit.
      try {
        for (const input of batch.inputs) batch.done(await suspects!.analyze(input, batch.signal));
      } catch (stopped) {
        batch.failed(stopped);
      }
    }
  };

  /** The next batch for a worker: of the last ones only a part, so that all threads finish at about the same time. */
  const next = (): Batch => {
    const [first] = waiting as [Batch];
    if (waiting.length > threads || first.inputs.length < FEW) return waiting.shift()!;
    return { ...first, inputs: first.inputs.splice(0, Math.ceil(first.inputs.length / 2)) };
  };

  /** Keeps every worker busy: one batch running and one queued. */
  const feed = (): void => {
    while (waiting.length > 0 && busy < workers * QUEUED) {
      busy++;
      void inWorker(next()).finally(() => {
        busy--;
        feed();
      });
    }
    if (here && !busyHere && waiting.length > 0) void workHere();
  };

  /** Takes files from the end, where they are small, one at a time, to leave room for results and requests. */
  const workHere = async (): Promise<void> => {
    busyHere = true;
    // A batch of long files alone is left to the workers, and does not keep this thread from those before it.
    const last = (): Batch | undefined => waiting.findLast(({ inputs }) => inputs.at(-1)!.text.length < LARGE);
    for (let batch = last(); batch !== undefined; batch = last()) {
      const input = batch.inputs.pop()!;
      if (batch.inputs.length === 0) waiting.splice(waiting.indexOf(batch), 1);
      if (batch.signal?.aborted) batch.failed(batch.signal.reason);
      else batch.done(await one(input));
      await new Promise((next) => setImmediate(next));
    }
    busyHere = false;
  };

  const shared = (inputs: readonly FileInput[], done: Done, signal: AbortSignal | undefined): Promise<void> => new Promise((resolve, reject) => {
    let left = inputs.length;
    const each: Done = (outcome, text) => {
      done(outcome, text);
      if (--left === 0) resolve();
    };
    for (const batch of batches(inputs)) waiting.push({ inputs: batch, done: each, failed: reject, signal });
    feed();
  });

  return {
    expect(count) {
      if (workerFile !== null && workers > 0 && count >= WORTH_WORKERS_FILES) start();
    },
    async analyze(inputs, done, signal) {
      const size = inputs.reduce((sum, input) => sum + input.text.length, 0);
      // If the workers already run, they get small batches too.
      if (workerFile !== null && workers > 0 && inputs.length > 0 && (pool !== null || size >= WORTH_WORKERS)) return shared(inputs, done, signal);
      for (const input of inputs) {
        signal?.throwIfAborted();
        done(suspects !== null && input.text.length >= LARGE ? await suspects.analyze(input, signal) : await one(input));
        // An editor takes in one message a turn.
        await new Promise((next) => setImmediate(next));
      }
    },
    async close() {
      await Promise.all([pool?.destroy(), suspects?.close()]);
      pool = null;
    },
  };
}

/** Splits files into batches of about equal size, large files first so that the last batches are short. */
function batches(inputs: readonly FileInput[]): FileInput[][] {
  const sorted = [...inputs].sort((a, b) => b.text.length - a.text.length);
  const result: FileInput[][] = [];
  let current: FileInput[] = [];
  let size = 0;
  for (const input of sorted) {
    current.push(input);
    size += input.text.length;
    if (size < BATCH) continue;
    result.push(current);
    current = [];
    size = 0;
  }
  if (current.length > 0) result.push(current);
  return result;
}

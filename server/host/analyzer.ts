/** Runs the analysis of many files: here when there are few, in worker threads when there are many. */
import { Piscina } from 'piscina';
import type { FileInput, FileResult } from '../engine/analyze-file.ts';
import type { FileSettings } from '../engine/settings.ts';

/** What a worker is sent: settings once, not once a file. */
export interface WorkerTask {
  settings: Readonly<Record<string, FileSettings>>;
  files: { path: string; text: string; role: FileInput['role']; settings: string }[];
}

export type Outcome = FileResult | { path: string; failed: string };

export interface Analyzer {
  /** Many files are likely to come: starts the workers while they are read. @param count of files */
  expect(count: number): void;
  /** Analyzes files in any order, telling of each as it is done. Never rejects for a file; rejects when cancelled. */
  analyze(inputs: readonly FileInput[], done: (outcome: Outcome) => void, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Below this many characters, starting workers costs more than it saves. */
const WORTH_WORKERS = 600_000;
/** As many files are seldom smaller together. */
const WORTH_WORKERS_FILES = 250;
const BATCH = 120_000;
/** Much short-lived memory for trees that are thrown away, a bound for the rest. */
const WORKER_MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 384 };

export interface AnalyzerOptions {
  /** Path of the worker's script, or null where there is none to be had: then all is done here. */
  workerFile: string | null;
  threads: number;
  one(input: FileInput): Promise<Outcome>;
}

/** Makes an analyzer; threads are started when there is enough to do. */
export function createAnalyzer({ workerFile, threads, one }: AnalyzerOptions): Analyzer {
  let pool: Piscina | null = null;
  const start = (): Piscina => (pool ??= new Piscina({ filename: workerFile!, minThreads: threads, maxThreads: threads, idleTimeout: 2000, resourceLimits: WORKER_MEMORY }));
  const inPool = async (inputs: readonly FileInput[], done: (outcome: Outcome) => void, signal?: AbortSignal): Promise<void> => {
    const workers = start();
    await Promise.all(batches(inputs).map(async (batch) => {
      try {
        const outcomes = await workers.run(taskOf(batch), signal ? { signal } : {}) as Outcome[];
        outcomes.forEach(done);
      } catch (error) {
        if (signal?.aborted) throw error;
        // The worker died (memory, a crash in native code). One file at a time tells which one it was.
        for (const input of batch) done(await alone(workers, input, signal));
      }
    }));
  };
  return {
    expect(count) {
      if (workerFile !== null && count >= WORTH_WORKERS_FILES) start();
    },
    async analyze(inputs, done, signal) {
      const size = inputs.reduce((sum, input) => sum + input.text.length, 0);
      // Where they run already, a few more files are theirs too.
      if (workerFile !== null && inputs.length > 0 && (pool !== null || size >= WORTH_WORKERS)) return inPool(inputs, done, signal);
      for (const input of inputs) {
        signal?.throwIfAborted();
        done(await one(input));
      }
    },
    async close() {
      await pool?.destroy();
      pool = null;
    },
  };
}

async function alone(workers: Piscina, input: FileInput, signal?: AbortSignal): Promise<Outcome> {
  try {
    return (await workers.run(taskOf([input]), signal ? { signal } : {}) as Outcome[])[0]!;
  } catch (error) {
    if (signal?.aborted) throw error;
    return { path: input.path, failed: `the analysis broke down on this file (${error instanceof Error ? error.message : String(error)})` };
  }
}

function taskOf(inputs: readonly FileInput[]): WorkerTask {
  const settings: Record<string, FileSettings> = {};
  for (const input of inputs) settings[input.settings.key] = input.settings;
  return { settings, files: inputs.map((input) => ({ path: input.path, text: input.text, role: input.role, settings: input.settings.key })) };
}

/** Files in batches of about equal size, large files first so that the last batches are short. */
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

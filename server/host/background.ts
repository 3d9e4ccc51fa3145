/** A thread for work that takes long and that nobody waits for, in the order in which it is asked for. */
import { Piscina } from 'piscina';

export interface Background {
  /**
   * @param name of an export of the script
   * @param task plain data
   * @returns what the export returns for it @throws when it throws, or the thread dies
   */
  run(name: string, task: unknown): Promise<unknown>;
  /** Stops the thread, also in the middle of its work: what it has not done rejects. */
  close(): Promise<void>;
}

/** How long the thread is kept for the next task, with all that it remembers, in milliseconds. */
const KEPT = 120_000;

/** The compiler may hold a large project in both of its states. */
const MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1536 };

/** @param workerFile path of the script @returns a thread that starts with its first task */
export function createBackground(workerFile: string): Background {
  let pool: Piscina | null = null;
  return {
    run(name, task) {
      pool ??= new Piscina({ filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout: KEPT, resourceLimits: MEMORY });
      return pool.run(task, { name }) as Promise<unknown>;
    },
    async close() {
      const before = pool;
      pool = null;
      await before?.destroy();
    },
  };
}

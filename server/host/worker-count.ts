/** How many worker threads there are, and from when on they are worth it. */
import { availableParallelism } from 'node:os';

/** This many files are rarely so small in total that starting workers costs more than it saves. */
export const WORTH_WORKERS_FILES = 250;

/** How many files to analyze at a time. */
export function threadCount(): number {
  return Math.max(1, Math.min(availableParallelism(), 8));
}

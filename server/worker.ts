/** Runs in a worker thread: takes a batch of files, returns the result of each as JSON text. */
import { tools, analyzeOne } from './compose/tools.ts';
import type { WorkerTask } from './host/worker-task.ts';

async function work(task: WorkerTask): Promise<string[]> {
  const outcomes: string[] = [];
  for (const file of task.files) outcomes.push(JSON.stringify(await analyzeOne({ ...file, settings: task.settings[file.settings]! })));
  // Piscina waits for the next batch without a turn of the event loop, and until there is one, all that a WeakRef was asked for stays in memory.
  await new Promise((next) => setImmediate(next));
  return outcomes;
}

/** Piscina waits for this before handing out work, so heavy modules load while files are still being read. */
export default tools.load().then(() => work);

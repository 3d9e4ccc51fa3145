/** What runs in a worker thread: a batch of files in, what each said out. */
import { analyzeOne } from './compose/analyze-one.ts';
import { tools } from './compose/tools.ts';
import type { Outcome, WorkerTask } from './host/analyzer.ts';

async function work(task: WorkerTask): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of task.files) outcomes.push(await analyzeOne({ ...file, settings: task.settings[file.settings]! }));
  return outcomes;
}

/** Piscina waits for it before it hands out work: what is heavy is loaded while files are still being read. */
export default tools.load().then(() => work);

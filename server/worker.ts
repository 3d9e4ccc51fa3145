/** What runs in a worker thread: a batch of files in, what each said out, as text that is kept as it is. */
import { analyzeOne } from './compose/analyze-one.ts';
import { tools } from './compose/tools.ts';
import type { WorkerTask } from './host/analyzer.ts';

async function work(task: WorkerTask): Promise<string[]> {
  const outcomes: string[] = [];
  for (const file of task.files) outcomes.push(JSON.stringify(await analyzeOne({ ...file, settings: task.settings[file.settings]! })));
  return outcomes;
}

/** Piscina waits for it before it hands out work: what is heavy is loaded while files are still being read. */
export default tools.load().then(() => work);

/**
 * Reads the metrics of a run from the file store of MLflow: `mlruns/EXPERIMENT/RUN/metrics/NAME`, each line `time value step`.
 * Of several runs, the one that began last and was not deleted.
 */
import { parse } from 'yaml';
import { UnusableReport } from '../report-files.ts';
import type { MetricFiles } from './read-metrics.ts';
import { entryOfText, MetricCollector, type MetricEntry, type MetricValues } from './values.ts';

/** More runs and files than these are not looked at. */
const MOST_ENTRIES = 20_000;

/**
 * @param files to read from
 * @param folder a run, an experiment, or the folder of all experiments
 * @returns the run's folder and its metrics
 * @throws UnusableReport when there is no run
 */
export async function readMlflow(files: MetricFiles, folder: string): Promise<{ source: string; values: MetricValues }> {
  const run = await runIn(files, folder);
  if (run === null) throw new UnusableReport('is a folder without a run of MLflow');
  const found = new MetricCollector();
  await addMetrics(files, `${run}/metrics`, '', found);
  return { source: run, values: found.values };
}

async function runIn(files: MetricFiles, folder: string): Promise<string | null> {
  if (await beganAt(files, folder) !== null) return folder;
  const below = await foldersIn(files, folder);
  const runs = [...below, ...(await Promise.all(below.map((each) => foldersIn(files, each)))).flat()];
  if (runs.length > MOST_ENTRIES) throw new UnusableReport(`holds more than ${MOST_ENTRIES} folders; name the run itself`);
  let newest: { run: string; began: number } | null = null;
  for (const run of runs) {
    const began = await beganAt(files, run);
    if (began !== null && (newest === null || began > newest.began)) newest = { run, began };
  }
  return newest?.run ?? null;
}

async function foldersIn(files: MetricFiles, folder: string): Promise<string[]> {
  const entries = await files.list(folder);
  return (entries ?? []).filter((name) => !name.startsWith('.')).sort().map((name) => `${folder}/${name}`);
}

/** When a run began, in milliseconds; null for a folder that is no run, and for a deleted one. */
async function beganAt(files: MetricFiles, folder: string): Promise<number | null> {
  const text = await files.read(`${folder}/meta.yaml`);
  if (text === undefined) return null;
  let meta: unknown;
  try {
    meta = parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
  if (typeof meta !== 'object' || meta === null) return null;
  const { run_id: id, run_uuid: uuid, start_time: start, lifecycle_stage: stage } = meta as Record<string, unknown>;
  return (id ?? uuid) !== undefined && stage !== 'deleted' && typeof start === 'number' ? start : null;
}

/** Metrics with a slash in their names lie in folders. */
async function addMetrics(files: MetricFiles, folder: string, prefix: string, found: MetricCollector): Promise<void> {
  for (const name of await files.list(folder) ?? []) {
    const inner = await files.list(`${folder}/${name}`);
    if (inner !== undefined) await addMetrics(files, `${folder}/${name}`, `${prefix}${name}/`, found);
    else found.add(`${prefix}${name}`, latestIn(await files.read(`${folder}/${name}`) ?? ''));
  }
}

/** The value of the highest step, and of that the latest, as MLflow shows it. */
function latestIn(text: string): MetricEntry {
  let latest: { step: number; time: number; value: string } | null = null;
  for (const line of text.split('\n')) {
    const [time = '', value, step = '0'] = line.trim().split(/\s+/);
    if (value === undefined) continue;
    const row = { step: Number(step), time: Number(time), value };
    if (Number.isNaN(row.step) || Number.isNaN(row.time)) return { unusable: 'stands in a file that is damaged' };
    if (latest === null || row.step > latest.step || (row.step === latest.step && row.time >= latest.time)) latest = row;
  }
  return latest === null ? { unusable: 'has no value yet' } : entryOfText(latest.value);
}

/** What reports and metrics files say about the state of a folder, as cells of the log. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutSecrets } from '../../compose/evidence.ts';
import type { Survey } from '../../compose/survey.ts';
import type { Cells } from '../../tracking/fields.ts';
import { toTenth } from '../../text/wording.ts';

/** Where metrics of a model are usually written, in the order in which they are looked for. */
const METRICS_FILES = ['metrics.json', 'reports/metrics.json', 'results/metrics.json', 'artifacts/metrics.json', 'evaluation.json', 'scores.json'];
/** Metrics by which models are compared, the first that is there counts. */
const METRICS = ['f1', 'f1_score', 'roc_auc', 'auc', 'accuracy', 'balanced_accuracy', 'r2', 'rmse', 'mae', 'mse', 'log_loss', 'loss'];
const LARGEST = 1_000_000;
const MOST_RUNS = 200;
const MILLISECONDS = 1000;

export interface Measured {
  /** Coverage and tests. */
  code: Partial<Cells>;
  /** Figures of the newest model. */
  model: Partial<Cells>;
}

/** @returns what could be read; what cannot is left out */
export async function measuredIn(root: string, { evidence }: Pick<Survey, 'evidence'>): Promise<Measured> {
  const counts = [...evidence.coverage?.files.values() ?? []].reduce(
    (sum, { covered, total }) => ({ covered: sum.covered + covered, total: sum.total + total }), { covered: 0, total: 0 },
  );
  const { tests } = evidence;
  const model = await metricsFile(root) ?? await newestRun(root) ?? {};
  return {
    code: {
      ...(counts.total > 0 ? { 'Code Coverage': String(toTenth((counts.covered / counts.total) * 100)) } : {}),
      ...(tests === null || tests.passed + tests.failed === 0 ? {} : { 'Test Status': tests.failed > 0 ? 'Failed' : 'Passed' }),
    },
    model,
  };
}

async function metricsFile(root: string): Promise<Partial<Cells> | null> {
  for (const name of METRICS_FILES) {
    try {
      if ((await stat(join(root, name))).size > LARGEST) continue;
      const value: unknown = JSON.parse(await readFile(join(root, name), 'utf8'));
      const cells = typeof value === 'object' && value !== null ? cellsOf(new Map(Object.entries(value))) : null;
      if (cells !== null) return cells;
    } catch {
      // Not there, or something else by this name.
    }
  }
  return null;
}

function cellsOf(values: ReadonlyMap<string, unknown>): Partial<Cells> | null {
  const plain = new Map([...values].map(([name, value]) => [name.toLowerCase().replace(/^(?:test|val|eval)[_-]/, ''), value]));
  const metric = METRICS.find((name) => typeof plain.get(name) === 'number');
  return metric === undefined ? null : { 'Performance Metric': metric, 'Achieved Score': String(plain.get(metric)) };
}

/** MLflow's store of files: `mlruns/<experiment>/<run>/metrics/<name>`, each line with time, value and step. */
async function newestRun(root: string): Promise<Partial<Cells> | null> {
  const store = join(root, 'mlruns');
  const names = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).slice(0, MOST_RUNS);
  let newest: { folder: string; ended: number; started: number } | null = null;
  for (const experiment of await names(store)) {
    for (const run of await names(join(store, experiment))) {
      const folder = join(store, experiment, run);
      const meta = await readFile(join(folder, 'meta.yaml'), 'utf8').catch(() => '');
      const [started, ended] = ['start_time', 'end_time'].map((key) => Number(new RegExp(`^${key}: *(\\d+) *$`, 'm').exec(meta)?.[1] ?? 'x'));
      if (Number.isFinite(ended) && (newest === null || ended! > newest.ended)) newest = { folder, ended: ended!, started: started! };
    }
  }
  if (newest === null) return null;
  const values = new Map<string, unknown>();
  for (const name of await names(join(newest.folder, 'metrics'))) {
    const last = (await readFile(join(newest.folder, 'metrics', name), 'utf8').catch(() => '')).trim().split('\n').at(-1)!;
    values.set(name, Number(last.split(' ')[1]));
  }
  const cells = cellsOf(values);
  if (cells === null) return null;
  const seconds = Math.round((newest.ended - newest.started) / MILLISECONDS);
  const source = await readFile(join(newest.folder, 'params/data'), 'utf8').catch(() => '');
  return {
    ...cells, ...(seconds >= 0 ? { 'Training Time': `${seconds}s` } : {}),
    ...(source.trim() === '' ? {} : { 'Data Source': (await withoutSecrets(source.trim().split('\n')[0]!)) }),
  };
}

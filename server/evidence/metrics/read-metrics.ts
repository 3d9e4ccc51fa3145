/** Reads a metrics file: JSON, CSV, or a run of MLflow. */
import { UnusableReport } from '../report-files.ts';
import { readCsvMetrics } from './csv.ts';
import { readJsonMetrics } from './json.ts';
import { readMlflow } from './mlflow.ts';
import type { MetricValues } from './values.ts';

/** Where metrics are read from. All paths are relative to the folder, with `/`. Both throw `UnusableReport` for what must not be read. */
export interface MetricFiles {
  /** Text of a file; undefined when it is not there or no file. */
  read(path: string): Promise<string | undefined>;
  /** Names in a folder; undefined when it is not there or no folder. */
  list(path: string): Promise<readonly string[] | undefined>;
}

/** What a file holds, or why it cannot be used. */
export type ReadMetrics = { source: string; values: MetricValues } | { problem: string };

/** Never throws. @param path of a file or of a folder of MLflow */
export async function readMetrics(files: MetricFiles, path: string): Promise<ReadMetrics> {
  try {
    const folder = path.replace(/\/+$/, '');
    if (await files.list(folder) !== undefined) return await readMlflow(files, folder);
    const text = await files.read(path);
    if (text === undefined) return { problem: 'does not exist' };
    if (text.trim() === '') return { problem: 'is empty' };
    const isJson = /^\ufeff?\s*[[{]/.test(text);
    return { source: path, values: isJson ? readJsonMetrics(text) : readCsvMetrics(text) };
  } catch (error) {
    return { problem: error instanceof UnusableReport ? error.message : `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

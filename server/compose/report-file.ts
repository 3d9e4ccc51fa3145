/** Reads a report or a metrics file of a folder. In a thread of its own, too: what goes in and comes out is plain data. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readMetrics, type MetricFiles, type ReadMetrics } from '../evidence/metrics/read-metrics.ts';
import { readReport, type ReportSays } from '../evidence/read-report.ts';
import { UnusableReport } from '../evidence/report-files.ts';
import { readInside } from '../host/inside.ts';
import { rulesByCode } from './foreign-codes.ts';

/** What is known of a file of each kind. */
export interface FileSays extends ReportSays {
  metrics: ReadMetrics;
}

export interface FileTask<Kind extends keyof FileSays = keyof FileSays> {
  /** Absolute path of the folder. */
  root: string;
  kind: Kind;
  /** Relative to the folder, with `/`. Metrics may also be a folder of MLflow. */
  path: string;
  /** Whether coverage is wanted line by line, which is a hundred times as much. */
  lines: boolean;
}

/** Metrics files are small; a larger one holds data. In bytes. */
const LARGEST_METRICS = 64 * 1024 * 1024;

/** Never throws because of the file. */
export async function readReportFile<Kind extends keyof FileSays>(task: FileTask<Kind>): Promise<FileSays[Kind]>;
export async function readReportFile({ root, kind, path, lines }: FileTask): Promise<FileSays[keyof FileSays]> {
  if (kind === 'metrics') return readMetrics(metricFiles(root), path);
  const texts = {
    read: (each: string) => readFile(join(root, each), 'utf8').catch(() => undefined),
    stat: (each: string) => stat(join(root, each)).then(({ size, mtimeMs }) => ({ size, modified: mtimeMs }), () => undefined),
  };
  if (kind !== 'coverage') return readReport(texts, kind, path, rulesByCode);
  const read = await readReport(texts, kind, path, rulesByCode);
  return lines || read === null || 'refused' in read ? read : { content: { ...read.content, lines: new Map() } };
}

function metricFiles(root: string): MetricFiles {
  const inside = async (path: string): Promise<{ text?: string; names?: string[] }> => {
    const found = await readInside(root, path, LARGEST_METRICS);
    if (found !== null && 'refused' in found) throw new UnusableReport(found.refused);
    return found ?? {};
  };
  return { read: async (path) => (await inside(path)).text, list: async (path) => (await inside(path)).names };
}

/**
 * Benchmarks by name, from the JSON of vitest bench, pytest-benchmark and tinybench: `parse a file.mean`. Figures keep the unit
 * of their tool: milliseconds in vitest and tinybench, seconds in pytest-benchmark; `hz` and `ops` are runs per second.
 */
import type { MetricCollector } from './values.ts';

type Properties = Readonly<Record<string, unknown>>;

/** @param document JSON of any kind @param found receives the figures of each benchmark in it */
export function addBenchmarks(document: object, found: MetricCollector): void {
  for (const { name, figures } of benchmarksIn(document)) {
    // Samples are thousands of numbers, and none of them is a figure of the whole.
    for (const [figure, value] of Object.entries(figures)) if (typeof value === 'number') found.addTree(`${name}.${figure}`, value);
  }
}

interface Benchmark {
  name: string;
  figures: Properties;
}

function benchmarksIn(document: object): Benchmark[] {
  if (Array.isArray(document)) return document.flatMap(ofTinybench);
  const { files, benchmarks, tasks } = document as Properties;
  return [
    ...listIn(files).flatMap((file) => listIn(file['groups'])).flatMap((group) => listIn(group['benchmarks'])).flatMap(ofVitest),
    ...listIn(benchmarks).flatMap(ofPytest),
    ...listIn(tasks).flatMap(ofTinybench),
  ];
}

function ofVitest(benchmark: Properties): Benchmark[] {
  return typeof benchmark['name'] === 'string' ? [{ name: benchmark['name'], figures: benchmark }] : [];
}

function ofPytest({ name, stats }: Properties): Benchmark[] {
  return typeof name === 'string' && isObject(stats) ? [{ name, figures: stats }] : [];
}

/** Its tasks keep the figures in `result`; version 3 puts those of time in `latency` and those per second in `throughput`. */
function ofTinybench(task: unknown): Benchmark[] {
  if (!isObject(task) || typeof task['name'] !== 'string' || !isObject(task['result'])) return [];
  const { name, result } = task;
  const { latency, throughput } = result;
  const inside = Object.entries({ latency, throughput }).flatMap(([part, figures]) => (isObject(figures) ? [{ name: `${name}.${part}`, figures }] : []));
  return [{ name, figures: result }, ...inside];
}

function listIn(value: unknown): Properties[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

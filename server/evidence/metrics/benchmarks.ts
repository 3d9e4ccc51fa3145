/**
 * Benchmarks by name, from the JSON of vitest bench, pytest-benchmark and tinybench: `parse a file.mean`. Figures keep the unit
 * of their tool: milliseconds in vitest and tinybench, seconds in pytest-benchmark; `hz` and `ops` are runs per second.
 */
import type { BenchmarkResult } from '../../findings/evidence.ts';
import { UnusableReport } from '../report-files.ts';
import type { MetricCollector } from './values.ts';

type Properties = Readonly<Record<string, unknown>>;

/** @param document JSON of any kind @param found receives the figures of each benchmark in it */
export function addBenchmarks(document: object, found: MetricCollector): void {
  for (const { name, figures } of benchmarksIn(document)) {
    // Samples are thousands of numbers, and none of them is a figure of the whole.
    for (const [figure, value] of Object.entries(figures)) if (typeof value === 'number') found.addTree(`${name}.${figure}`, value);
  }
}

/**
 * @param text of a JSON document
 * @param source path of the report
 * @returns the benchmarks in it, in the same units whichever tool wrote them
 * @throws UnusableReport when there are none
 */
export function readBenchmarks(text: string, source: string): (BenchmarkResult & { name: string })[] {
  const found = benchmarksIn(documentOf(text)).flatMap(({ name, figures, unit, isPart }) => {
    const times = isObject(figures['latency']) ? figures['latency'] : figures;
    const numbers = Object.entries(times).flatMap(([figure, value]) => (typeof value === 'number' && Number.isFinite(value) ? [[figure, value] as const] : []));
    const seconds = new Map(numbers.filter(([figure]) => !RATES.includes(figure)).map(([figure, value]) => [figure, value * unit]));
    // Some name the middle value by its share alone.
    for (const [one, other] of [['median', 'p50'], ['p50', 'median']] as const)
      if (!seconds.has(one) && seconds.has(other)) seconds.set(one, seconds.get(other)!);
    return isPart ? [] : [{ name, source, seconds, perSecond: rateOf(figures) }];
  });
  if (found.length === 0) throw new UnusableReport('holds no benchmarks of vitest bench, pytest-benchmark or tinybench');
  return found;
}

/** Runs per second. */
const RATES: readonly string[] = ['hz', 'ops'];

function rateOf(figures: Properties): number | null {
  const { throughput } = figures;
  const rates = [...RATES.map((name) => figures[name]), isObject(throughput) ? throughput['mean'] : undefined];
  return rates.find((rate): rate is number => typeof rate === 'number' && Number.isFinite(rate)) ?? null;
}

function documentOf(text: string): object {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // The parser's own message quotes the text.
    throw new UnusableReport('is not JSON, or is truncated');
  }
  return typeof document === 'object' && document !== null ? document : {};
}

interface Benchmark {
  name: string;
  figures: Properties;
  /** Of its times, in seconds. */
  unit: number;
  /** Of another one, which has the same figures. */
  isPart?: true;
}

const MILLISECONDS = 1e-3;

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
  return typeof benchmark['name'] === 'string' ? [{ name: benchmark['name'], figures: benchmark, unit: MILLISECONDS }] : [];
}

function ofPytest({ name, stats }: Properties): Benchmark[] {
  return typeof name === 'string' && isObject(stats) ? [{ name, figures: stats, unit: 1 }] : [];
}

/** Its tasks keep the figures in `result`; version 3 puts those of time in `latency` and those per second in `throughput`. */
function ofTinybench(task: unknown): Benchmark[] {
  if (!isObject(task) || typeof task['name'] !== 'string' || !isObject(task['result'])) return [];
  const { name, result } = task;
  const { latency, throughput } = result;
  const inside = Object.entries({ latency, throughput }).flatMap(([part, figures]) => (
    isObject(figures) ? [{ name: `${name}.${part}`, figures, unit: MILLISECONDS, isPart: true as const }] : []
  ));
  return [{ name, figures: result, unit: MILLISECONDS }, ...inside];
}

function listIn(value: unknown): Properties[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

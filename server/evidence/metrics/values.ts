/** Values of a metrics file by name. */
import { UnusableReport } from '../report-files.ts';

/** A value that can be compared, or why it cannot. */
export type MetricEntry = number | string | boolean | { unusable: string };

export type MetricValues = ReadonlyMap<string, MetricEntry>;

/** More are no metrics but data. */
const MOST_VALUES = 100_000;
const DEEPEST = 40;

/** Texts that programs write for numbers that are none. */
const NO_NUMBERS: ReadonlySet<string> = new Set(['nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity']);

/** @param text as a program wrote a value, such as `0.93`, `NaN` or `passed` */
export function entryOfText(text: string): MetricEntry {
  const plain = text.trim();
  if (plain === '') return { unusable: 'is empty' };
  if (NO_NUMBERS.has(plain.toLowerCase())) return { unusable: `is ${plain}` };
  if (/^(true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
  const value = Number(plain);
  return /^[-+.\d]/.test(plain) && Number.isFinite(value) ? value : plain;
}

/** @returns what a value of a JSON document says as a metric; undefined for one that holds others */
function entryOf(value: unknown): MetricEntry | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { unusable: 'is not a finite number' };
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return NO_NUMBERS.has(value.trim().toLowerCase()) ? { unusable: `is ${value.trim()}` } : value;
  return value === null ? { unusable: 'is null' } : undefined;
}

/** Collects values. A name with two different values is worth nothing, because nobody knows which was meant. */
export class MetricCollector {
  readonly values = new Map<string, MetricEntry>();

  /** @throws UnusableReport when there are too many */
  add(name: string, entry: MetricEntry): void {
    const before = this.values.get(name);
    if (before === undefined && this.values.size >= MOST_VALUES) throw new UnusableReport(`holds more than ${MOST_VALUES} values`);
    this.values.set(name, before === undefined || before === entry ? entry : { unusable: 'stands there twice, with different values' });
  }

  /**
   * Adds every value of a JSON document: `{ "test": { "f1": [0.5] } }` is `test.f1.0`.
   * @param prefix name of the document itself; empty for the whole
   * @throws UnusableReport when there are too many, or they lie too deep
   */
  addTree(prefix: string, value: unknown, depth = 0): void {
    const entry = entryOf(value);
    if (entry !== undefined) return this.add(prefix, entry);
    if (depth >= DEEPEST) throw new UnusableReport('is nested too deeply');
    for (const [key, inner] of Object.entries(value as object)) this.addTree(prefix === '' ? key : `${prefix}.${key}`, inner, depth + 1);
  }
}

/** Reads metrics from JSON: each value by its path, and benchmarks by their names. */
import { UnusableReport } from '../report-files.ts';
import { addBenchmarks } from './benchmarks.ts';
import { MetricCollector, type MetricValues } from './values.ts';

/** Texts, and what Python writes bare although JSON does not know it. */
const TEXT_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/** @param text of a JSON document @throws UnusableReport when it is none */
export function readJsonMetrics(text: string): MetricValues {
  const document = parse(text.replace(/^\ufeff/, ''));
  if (typeof document !== 'object' || document === null) throw new UnusableReport('holds no metrics: it must be a JSON object or list');
  const found = new MetricCollector();
  addBenchmarks(document, found);
  found.addTree('', document);
  return found.values;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Only now, because it costs a copy of the text.
    try {
      return JSON.parse(text.replace(TEXT_OR_NO_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
    } catch {
      // The parser's own message quotes the text.
      throw new UnusableReport('is not JSON, or is truncated');
    }
  }
}

/** Reads metrics from CSV: the last row by column, or a table of names and values. */
import { parse } from 'csv-parse/sync';
import { UnusableReport } from '../report-files.ts';
import { entryOfText, MetricCollector, type MetricValues } from './values.ts';

const READING = { record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: true, bom: true, relax_column_count: true };
const NAMES = ['metric', 'name', 'key'];

/** @param text of a CSV file with a header, separated by commas, semicolons or tabs @throws UnusableReport when it is none */
export function readCsvMetrics(text: string): MetricValues {
  const [header = [], ...rows] = recordsOf(text);
  const last = rows.at(-1);
  if (last === undefined) throw new UnusableReport('has no row below its header');
  const found = new MetricCollector();
  const names = header.map((name) => name.trim());
  const [nameAt, valueAt] = [names.findIndex((name) => NAMES.includes(name.toLowerCase())), names.findIndex((name) => name.toLowerCase() === 'value')];
  if (nameAt >= 0 && valueAt >= 0) for (const row of rows) found.add(row[nameAt]?.trim() ?? '', entryOfText(row[valueAt] ?? ''));
  else names.forEach((name, at) => found.add(name, entryOfText(last[at] ?? '')));
  return found.values;
}

function recordsOf(text: string): string[][] {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, each) => (header.split(each).length > header.split(best).length ? each : best));
  try {
    return parse(text, { ...READING, delimiter });
  } catch {
    // The parser's own message quotes the text.
    throw new UnusableReport('is not CSV that can be read');
  }
}

/**
 * Coverage in JSON: that of coverage.py (`coverage json`) and both formats of Istanbul, `coverage-final.json` with every
 * statement and `coverage-summary.json` with totals. The format is detected from the content, because files are often renamed.
 */
import * as z from 'zod';
import { addLine, countLines, UnusableReport, type LineCounts, type LineHits, type ReportedCoverage } from '../report-files.ts';

/**
 * Reads coverage from Istanbul or coverage.py.
 * @param text a whole document
 * @throws UnusableReport when it is not JSON or from neither tool
 */
export function readJsonCoverage(text: string): ReportedCoverage {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UnusableReport(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return isCoveragePy(data) ? readCoveragePy(data) : readIstanbul(data);
}

const CoveragePy = z.object({
  meta: z.object({ version: z.string() }),
  files: z.record(z.string(), z.object({
    executed_lines: z.array(z.number()).optional(),
    missing_lines: z.array(z.number()).optional(),
    summary: z.object({ covered_lines: z.number().nonnegative(), num_statements: z.number().nonnegative() }),
  })),
});

/**
 * Distinguishes it from Istanbul's JSON.
 * @param data parsed JSON
 */
function isCoveragePy(data: unknown): boolean {
  return z.object({ meta: z.object({ version: z.string() }), files: z.record(z.string(), z.unknown()) }).safeParse(data).success;
}

/**
 * Reads a report of coverage.py.
 * @param data parsed JSON
 * @returns lines by path as in the report, relative to where the tests ran
 * @throws UnusableReport when totals are missing or no file is named
 */
function readCoveragePy(data: unknown): ReportedCoverage {
  const report = CoveragePy.safeParse(data);
  if (!report.success) throw new UnusableReport('is not coverage.py JSON: its files have no line totals');
  const files = new Map(
    Object.entries(report.data.files).map(([path, { summary }]) => [
      path,
      { covered: Math.min(summary.covered_lines, summary.num_statements), total: summary.num_statements },
    ]),
  );
  if (files.size === 0) throw new UnusableReport('names no source file');
  const lines = new Map<string, LineHits>();
  for (const [path, { executed_lines: run, missing_lines: missed }] of Object.entries(report.data.files)) {
    if (run && missed) lines.set(path, hitsOf(run, missed));
  }
  return { files, lines, roots: [] };
}

function hitsOf(run: readonly number[], missed: readonly number[]): LineHits {
  const hits = new Map<number, number>();
  for (const line of missed) addLine(hits, line, 0);
  for (const line of run) addLine(hits, line, 1);
  return hits;
}

const Final = z.record(z.string(), z.object({
  path: z.string().optional(),
  statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
  s: z.record(z.string(), z.number()),
}));

const Summary = z.record(z.string(), z.object({ lines: z.object({ total: z.number().nonnegative(), covered: z.number().nonnegative() }) }));

/**
 * Reads Istanbul's JSON, full or summary.
 * @param data parsed JSON
 * @throws UnusableReport when it is neither
 */
function readIstanbul(data: unknown): ReportedCoverage {
  const final = Final.safeParse(data);
  const lines = final.success ? fromStatements(final.data) : new Map<string, LineHits>();
  const files = final.success ? new Map([...lines].map(([path, hits]) => [path, countLines(hits)])) : fromSums(data);
  if (files.size === 0) throw new UnusableReport('names no source file');
  return { files, lines, roots: [] };
}

function fromStatements(data: z.infer<typeof Final>): Map<string, LineHits> {
  return new Map(Object.entries(data).map(([key, { path, statementMap, s }]) => {
    const hits = new Map<number, number>();
    for (const [id, statement] of Object.entries(statementMap)) addLine(hits, statement.start.line, s[id] ?? 0);
    return [path ?? key, hits];
  }));
}

function fromSums(data: unknown): Map<string, LineCounts> {
  const summary = Summary.safeParse(data);
  if (!summary.success) throw new UnusableReport('is not Istanbul coverage: it has neither statements nor line totals');
  return new Map(
    Object.entries(summary.data)
      .filter(([path]) => path !== 'total')
      .map(([path, { lines }]) => [path, { covered: Math.min(lines.covered, lines.total), total: lines.total }]),
  );
}

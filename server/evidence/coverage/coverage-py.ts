/** Reads the JSON of coverage.py (`coverage json`): totals and lines by file. */
import * as z from 'zod';
import { addLine, UnusableReport, type LineHits, type ReportedCoverage } from '../report-files.ts';

const Report = z.object({
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
export function isCoveragePy(data: unknown): boolean {
  return z.object({ meta: z.object({ version: z.string() }), files: z.record(z.string(), z.unknown()) }).safeParse(data).success;
}

/**
 * Reads a report of coverage.py.
 * @param data parsed JSON
 * @returns lines by path as in the report, relative to where the tests ran
 * @throws UnusableReport when totals are missing or no file is named
 */
export function readCoveragePy(data: unknown): ReportedCoverage {
  const report = Report.safeParse(data);
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

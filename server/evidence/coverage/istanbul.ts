/** Reads Istanbul's two JSON formats: `coverage-final.json` with every statement, `coverage-summary.json` with totals. */
import * as z from 'zod';
import { addLine, countLines, UnusableReport, type LineCounts, type LineHits, type ReportedCoverage } from '../report-files.ts';

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
export function readIstanbul(data: unknown): ReportedCoverage {
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

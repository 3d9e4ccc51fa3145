/** Reads lcov tracefiles (`lcov.info`), as c8, nyc, vitest, jest and coverage.py write them. */
import { lcovParser } from '@friedemannsommer/lcov-parser/sync';
import { addLine, countLines, UnusableReport, type LineCounts, type ReportedCoverage } from '../report-files.ts';

/**
 * Reads an lcov report.
 * @throws UnusableReport when the text is not a complete tracefile
 */
export function readLcov(text: string): ReportedCoverage {
  // The parser treats a carriage return as part of the path, and gives an unfinished record no lines.
  const plain = text.replace(/\r\n?/g, '\n').trimEnd();
  if (!/^SF:/m.test(plain)) throw new UnusableReport('is not an lcov tracefile: it names no source file');
  if (!plain.endsWith('end_of_record')) throw new UnusableReport('is truncated: the last record is incomplete');
  const files = new Map<string, LineCounts>();
  const lines = new Map<string, Map<number, number>>();
  for (const section of lcovParser({ from: `${plain}\n` })) {
    if (section.lines.details.length === 0) {
      if (!lines.has(section.path)) files.set(section.path, { covered: section.lines.hit, total: section.lines.instrumented });
      continue;
    }
    // The same file may appear once per test run.
    const hits = lines.get(section.path) ?? new Map<number, number>();
    lines.set(section.path, hits);
    for (const { line, hit } of section.lines.details) addLine(hits, line, hit);
  }
  for (const [path, hits] of lines) files.set(path, countLines(hits));
  return { files, lines, roots: [] };
}

/** What report readers return and share. */

/** Lines of one file: coverable and covered. */
export interface LineCounts {
  covered: number;
  total: number;
}

/** How often each executable line ran, by line number. */
export type LineHits = ReadonlyMap<number, number>;

/** Coverage as in the report, with the report's own paths. */
export interface ReportedCoverage {
  files: Map<string, LineCounts>;
  /** For files that the report lists line by line, not only in total. */
  lines: ReadonlyMap<string, LineHits>;
  /** Folders that relative paths may be based on, as named by Cobertura. */
  roots: string[];
}

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A report that cannot be used. The message is for the user. */
export class UnusableReport extends Error {}

/** Largest report to read, in characters: well above the coverage of 50,000 files, well below the string limit. */
export const LARGEST_REPORT = 128 * 1024 * 1024;

/** Counts lines from hits by line number. */
export function countLines(hits: LineHits): LineCounts {
  let covered = 0;
  for (const count of hits.values()) if (count > 0) covered += 1;
  return { covered, total: hits.size };
}

/** Adds one line's hits; a line listed twice keeps the larger count. */
export function addLine(hits: Map<number, number>, line: unknown, count: unknown): void {
  const at = Number(line);
  const times = Number(count);
  if (!Number.isInteger(at) || at < 1 || Number.isNaN(times)) return;
  hits.set(at, Math.max(hits.get(at) ?? 0, times));
}

/** What every reader of a report gives, and what they have in common. */

/** Lines of one file: those that can be covered and those that were. */
export interface LineCounts {
  covered: number;
  total: number;
}

/** How often each line ran that can run, by its number. */
export type LineHits = ReadonlyMap<number, number>;

/** Coverage as a report tells it: paths are the report's own. */
export interface ReportedCoverage {
  files: Map<string, LineCounts>;
  /** Of the files whose lines the report tells apart, and does not only add up. */
  lines: ReadonlyMap<string, LineHits>;
  /** Folders that relative paths may start from, as Cobertura names them. */
  roots: string[];
}

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A report that is there and cannot be used. The message is for people. */
export class UnusableReport extends Error {}

/** Characters of the largest report that is read: well above the coverage of 50,000 files, well below what a text may hold. */
export const LARGEST_REPORT = 128 * 1024 * 1024;

/** Counts lines from hits by line number. */
export function countLines(hits: LineHits): LineCounts {
  let covered = 0;
  for (const count of hits.values()) if (count > 0) covered += 1;
  return { covered, total: hits.size };
}

/** Adds one line's hits; a line told of twice keeps the larger count. */
export function addLine(hits: Map<number, number>, line: unknown, count: unknown): void {
  const at = Number(line);
  const times = Number(count);
  if (!Number.isInteger(at) || at < 1 || Number.isNaN(times)) return;
  hits.set(at, Math.max(hits.get(at) ?? 0, times));
}

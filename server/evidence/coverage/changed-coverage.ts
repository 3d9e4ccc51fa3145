/** Coverage of changed lines. */
import type { ChangedLines } from '../../facts/span.ts';
import { firstNames } from '../../text/wording.ts';
import type { ChangedCoverage } from '../../findings/evidence.ts';
import type { LineHits } from '../report-files.ts';

/** What the report says about one file. */
export interface FileLines {
  /** Of the report. */
  path: string;
  hits: LineHits;
}

type Problems = { path: string; reason: string }[];

interface Sources {
  changed: ChangedLines;
  /** Undefined if the age of files is unknown. */
  stat?(path: string): Promise<{ modified: number } | undefined>;
}

/**
 * @param lines by path of the file, relative to the workspace
 * @param sources give changed lines and the age of files
 * @param problems receives reports that are older than the change
 * @returns files with changed executable lines
 */
export async function changedCoverage(lines: ReadonlyMap<string, FileLines>, sources: Sources, problems: Problems): Promise<Map<string, ChangedCoverage>> {
  const { changed, stat } = sources;
  const covered = new Map<string, ChangedCoverage>();
  const older = new Map<string, string[]>();
  const timeOf = async (path: string): Promise<number | undefined> => (await stat?.(path).catch(() => undefined))?.modified;
  for (const [file, own] of changed) {
    const known = lines.get(file);
    if (known === undefined) continue;
    const counts = countChanged(known.hits, own);
    if (counts.total === 0) continue;
    const [report, source] = await Promise.all([timeOf(known.path), timeOf(file)]);
    // Its line numbers refer to an older version of the file.
    if (report !== undefined && source !== undefined && report < source) older.set(known.path, [...(older.get(known.path) ?? []), file]);
    else covered.set(file, counts);
  }
  for (const [path, files] of older) {
    problems.push({ path, reason: `is older than ${firstNames(files)}, so its changed lines are not judged; run the tests again` });
  }
  return covered;
}

function countChanged(hits: LineHits, changed: ReadonlySet<number> | 'all'): ChangedCoverage {
  const own = [...hits].filter(([line]) => changed === 'all' || changed.has(line));
  const missed = own.filter(([, count]) => count <= 0).map(([line]) => line).sort((a, b) => a - b);
  return { covered: own.length - missed.length, total: own.length, missed };
}

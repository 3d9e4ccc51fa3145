/** Coverage of the lines that a change brought. */
import type { ChangedLines } from '../../facts/changed-lines.ts';
import { firstNames } from '../../text/wording.ts';
import type { ChangedCoverage } from '../../findings/evidence.ts';
import type { LineHits } from '../report-files.ts';

/** What is known of one file from the report that stands for it. */
export interface FileLines {
  /** Of the report. */
  path: string;
  hits: LineHits;
}

type Problems = { path: string; reason: string }[];

interface Sources {
  changed: ChangedLines;
  /** Undefined where nobody can tell how old a file is. */
  stat?(path: string): Promise<{ modified: number } | undefined>;
}

/**
 * @param lines by path of the file, relative to the workspace
 * @param sources which lines changed, and how old files are
 * @param problems takes reports that are too old to say anything of a change
 * @returns files in which lines changed that can run
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
    // Its line numbers are those of the text as it was.
    if (report !== undefined && source !== undefined && report < source) older.set(known.path, [...(older.get(known.path) ?? []), file]);
    else covered.set(file, counts);
  }
  for (const [path, files] of older) {
    problems.push({ path, reason: `is older than ${firstNames(files)}, so that nothing is said of the changed lines there; run the tests again` });
  }
  return covered;
}

function countChanged(hits: LineHits, changed: ReadonlySet<number> | 'all'): ChangedCoverage {
  const own = [...hits].filter(([line]) => changed === 'all' || changed.has(line));
  const missed = own.filter(([, count]) => count <= 0).map(([line]) => line).sort((a, b) => a - b);
  return { covered: own.length - missed.length, total: own.length, missed };
}

/** Merges the log for git, which calls it with three files, when `hooks install` has told it to. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { git, GitError } from '../../host/git.ts';
import { NotALog } from '../../tracking/log.ts';
import { mergeLogs, type MergedLogs } from '../../tracking/merge.ts';
import { Failure } from '../failure.ts';

/** Paths of files that git has written, of which it takes `ours` as the result. */
export interface MergeFiles {
  base: string;
  ours: string;
  theirs: string;
}

export interface MergeResult {
  /** False where the result holds marks of a conflict. */
  isMerged: boolean;
  /** Issues that both sides changed in different ways, each with the columns; empty where the lines were merged as any text. */
  conflicts: MergedLogs['conflicts'];
}

/**
 * @param files of git; `ours` is written, and the others where something is left for a person
 * @throws {Failure} when one of them cannot be read or written
 */
export async function mergeLogFiles(files: MergeFiles): Promise<MergeResult> {
  try {
    const [base, ours, theirs] = await Promise.all([files.base, files.ours, files.theirs].map((path) => readFile(path, 'utf8'))) as [string, string, string];
    const merged = inWholes({ base, ours, theirs });
    if (merged?.conflicts.length === 0) {
      await writeFile(files.ours, merged.ours);
      return { isMerged: true, conflicts: [] };
    }
    // Everything else is merged by now, so that git marks the rows that are left, and no others.
    if (merged !== null) for (const side of ['base', 'ours', 'theirs'] as const) await writeFile(files[side], merged[side]);
    return { isMerged: await mergedAsText(files), conflicts: merged?.conflicts ?? [] };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`Cannot merge "${path ?? files.ours}" (${code}); it is left as it was.`);
  }
}

function inWholes(texts: { base: string; ours: string; theirs: string }): MergedLogs | null {
  try {
    return mergeLogs(texts);
  } catch (error) {
    if (error instanceof NotALog) return null;
    throw error;
  }
}

/** @returns whether no line was changed on both sides; the marks of git are in the file otherwise */
async function mergedAsText({ base, ours, theirs }: MergeFiles): Promise<boolean> {
  try {
    await git(dirname(resolve(ours)), 'merge-file', '-L', 'ours', '-L', 'base', '-L', 'theirs', resolve(ours), resolve(base), resolve(theirs));
    return true;
  } catch (error) {
    // It tells the number of conflicts as a failure.
    if (error instanceof GitError) return false;
    throw error;
  }
}

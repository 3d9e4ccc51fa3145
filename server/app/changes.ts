/** What changed since a git revision, and which findings are about it. */
import type { ChangedLines } from '../facts/span.ts';
import { changedLines, GitError } from '../host/git.ts';
import type { ReportFinding } from '../protocol/report.ts';
import { rules } from '../rules/registry.ts';
import { Failure } from './failure.ts';

/** The change under review. */
export interface Change {
  lines: ChangedLines;
}

/**
 * @param root of the folder
 * @param revision to compare with
 * @throws {Failure} when git does not know the revision, or its history is missing
 */
export async function changeSince(root: string, revision: string): Promise<Change> {
  try {
    return { lines: await changedLines(root, revision) };
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

/** Rules of which one finding stands for several places. */
const ALIKE: ReadonlySet<string> = new Set(rules.filter(({ meta }) => meta.alike === true).map(({ meta }) => meta.id));

/** Rules that follow requests: a new call of an old function may open it to them. */
const FOLLOWING: ReadonlySet<string> = new Set(rules.filter(({ meta }) => 'handed' in meta.messages).map(({ meta }) => meta.id));

/**
 * @returns whether one of the finding's lines is part of the change; of copies, whether one of them is; of what a request reaches, whether one of the
 *   calls on its way is
 */
export function isAbout(change: Change, finding: Pick<ReportFinding, 'ruleId' | 'path' | 'range' | 'related'>): boolean {
  const hasOthers = ALIKE.has(finding.ruleId) || FOLLOWING.has(finding.ruleId);
  return isChanged(change, finding) || (hasOthers && finding.related.some((place) => isChanged(change, place)));
}

function isChanged({ lines }: Change, { path, range }: Pick<ReportFinding, 'path' | 'range'>): boolean {
  const changed = lines.get(path);
  if (changed === undefined || changed === 'all') return changed === 'all';
  for (let line = range.start.line; line <= range.end.line; line++) if (changed.has(line)) return true;
  return false;
}

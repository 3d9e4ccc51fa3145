/** What is reviewed, and when: project, time and commit, for everything that shows a review. */
import { basename } from 'node:path';
import { checkedOut } from '../host/git-history.ts';
import type { ReportOrigin } from '../protocol/report.ts';

export interface OriginOptions {
  /** Name of the project; by default that of its folder. */
  project?: string;
  now: Date;
  /** Whether git may be asked. */
  git: boolean;
  /** Whether something is open that differs from the disk. */
  unsaved?: boolean;
}

/** @param root absolute path of the folder */
export async function originOf(root: string, { project = basename(root), now, git, unsaved = false }: OriginOptions): Promise<ReportOrigin> {
  const found = git ? await checkedOut(root) : null;
  return { project, at: `${now.toISOString().slice(0, 19)}Z`, commit: found === null ? null : { ...found, changed: found.changed || unsaved } };
}

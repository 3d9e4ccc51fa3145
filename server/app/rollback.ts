/** The way of one block back to a revision: as a plan, or done. */
import { dependantsIn } from '../blocks/dependants.ts';
import { diffStates } from '../blocks/diff.ts';
import { matchBlocks } from '../blocks/match.ts';
import { planFiles } from '../blocks/rollback.ts';
import { changedPaths } from '../host/git-history.ts';
import { GitError } from '../host/git.ts';
import { restoreFiles } from '../host/git-restore.ts';
import type { RollbackPlan } from '../protocol/history.ts';
import { counted } from '../text/wording.ts';
import { recordRollback } from './audit/happenings.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';
import { interfaceChanges } from './interface-changes.ts';
import { States, type StatesOptions } from './states.ts';

export interface RollbackOptions extends StatesOptions {
  block: string;
  /** A branch, tag or commit. */
  to: string;
  /** Does it, in the working tree and the index; only in a clean working tree. */
  apply: boolean;
}

/** Right because the working tree was clean before. */
const UNDO = 'git restore --source=HEAD --staged --worktree -- .';

/** @throws {Failure} when there is no such block or revision, or the working tree is not clean */
export async function rollBack({ block: name, to, apply, ...options }: RollbackOptions): Promise<RollbackPlan> {
  const states = await States.open(options);
  if (apply) await refuseChanges(options.root);
  const then = await states.revision(to, 'graph');
  const now = await states.folder(options.root, '.', 'graph', to);
  const block = findBlock(now.state.blocks, name);
  const there = matchBlocks(then.state, now.state).find((pair) => pair.to?.id === block.id);
  if (!there?.from) throw new Failure(`The block "${block.id}" did not exist in ${to}.`);
  const back = { from: block, to: there.from };
  const [found] = diffStates(now, then, [back], await interfaceChanges([back], now, then, states)).blocks;
  const users = dependantsIn(now.state)(block.id);
  await states.cache.save();
  const files = planFiles(there);
  const isSame = files.restore.length + files.remove.length === 0;
  if (apply && !isSame) await restore(options.root, then.name.commit!, [...files.restore, ...files.remove]);
  const count = files.restore.length + files.remove.length;
  if (apply && !isSame) await recordRollback(options.root, { block: block.id, to, commit: then.name.commit!, files: count });
  return {
    schemaVersion: 1, block: block.id, to: { name: to, commit: then.name.commit! }, files, interface: found?.interface ?? [], bump: found?.bump ?? 'none',
    affected: isSame ? [] : users, applied: apply && !isSame, undo: apply && !isSame ? UNDO : null,
  };
}

async function refuseChanges(root: string): Promise<void> {
  const changed = await orFailure(changedPaths(root));
  if (changed.length > 0)
    throw new Failure(`The working tree is not clean (${counted(changed.length, 'file')}, the first is ${changed[0]}). Commit or stash; nothing was done.`);
}

async function restore(root: string, commit: string, paths: readonly string[]): Promise<void> {
  await orFailure(restoreFiles(root, commit, paths));
}

async function orFailure<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

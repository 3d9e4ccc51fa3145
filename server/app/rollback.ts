/** The way of one block back to a revision: as a plan, or done. */
import { dependantsIn } from '../blocks/dependants.ts';
import { diffStates } from '../blocks/diff.ts';
import { matchBlocks } from '../blocks/match.ts';
import { planFiles } from '../blocks/rollback.ts';
import { changedPaths } from '../host/git-history.ts';
import { GitError } from '../host/git.ts';
import { restoreFiles } from '../host/git-restore.ts';
import type { RollbackPlan } from '../protocol/rollback.ts';
import { counted } from '../text/wording.ts';
import { recordRollback } from './audit/happenings.ts';
import { AUDIT_FILE } from './audit/record.ts';
import { CHECKLIST_FILE } from './checklist.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';
import { interfaceChanges } from './interface-changes.ts';
import { States, type KnownState, type StatesOptions } from './states.ts';

/** Which block goes back, and to when. */
export interface RollbackTarget {
  block: string;
  /** A branch, tag or commit. */
  to: string;
}

export interface RollbackOptions extends StatesOptions, RollbackTarget {
  /** Does it, in the working tree and the index; only in a clean working tree. */
  apply: boolean;
}

/** Right because the working tree was clean before. */
const UNDO = 'git restore --source=HEAD --staged --worktree -- .';

/** Written by Archwright about the block, not part of it: a rehearsal before, or a rollback itself, may have changed them. */
const OWN_RECORDS = [CHECKLIST_FILE, AUDIT_FILE];

/** @throws {Failure} when there is no such block or revision, or the working tree is not clean */
export async function rollBack({ block, to, apply, ...options }: RollbackOptions): Promise<RollbackPlan> {
  const { root } = options;
  const states = await States.open(options);
  if (apply) await refuseChanges(root);
  const plan = await planRollback(states, () => states.folder(root, '.', 'graph', to), { block, to });
  await states.cache.save();
  const paths = [...plan.files.restore, ...plan.files.remove];
  if (!apply || paths.length === 0) return plan;
  await gitOrFailure(restoreFiles(root, plan.to.commit, paths));
  await recordRollback(root, { block: plan.block, to, commit: plan.to.commit, files: paths.length });
  // What was recorded meanwhile stays recorded.
  const kept = (await gitOrFailure(changedPaths(root, OWN_RECORDS))).map((path) => ` ":^${path}"`);
  return { ...plan, applied: true, undo: UNDO + kept.join('') };
}

/**
 * @param states of the folder
 * @param readNow gives the state to start from
 * @returns what there is to do, of which nothing is done
 * @throws {Failure} when there is no such block or revision
 */
export async function planRollback(states: States, readNow: () => Promise<KnownState>, { block: name, to }: RollbackTarget): Promise<RollbackPlan> {
  const then = await states.revision(to, 'graph');
  const now = await readNow();
  const block = findBlock(now.state.blocks, name);
  const there = matchBlocks(then.state, now.state).find((pair) => pair.to?.id === block.id);
  if (!there?.from) throw new Failure(`The block "${block.id}" did not exist in ${to}.`);
  const back = { from: block, to: there.from };
  const [found] = diffStates(now, then, [back], await interfaceChanges([back], now, then, states)).blocks;
  const files = planFiles(there);
  return {
    schemaVersion: 1, block: block.id, to: { name: to, commit: then.name.commit! }, files, interface: found?.interface ?? [], bump: found?.bump ?? 'none',
    affected: files.restore.length + files.remove.length === 0 ? [] : dependantsIn(now.state)(block.id), applied: false, undo: null, rehearsal: null,
  };
}

async function refuseChanges(root: string): Promise<void> {
  const changed = (await gitOrFailure(changedPaths(root))).filter((path) => !OWN_RECORDS.includes(path));
  if (changed.length > 0)
    throw new Failure(`The working tree is not clean (${counted(changed.length, 'file')}, the first is ${changed[0]}). Commit or stash; nothing was done.`);
}

/** @throws {Failure} in git's words when git fails */
export async function gitOrFailure<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

/** The versions of a block by commit, with what changed in its interface. */
import { dirname } from 'node:path';
import { diffStates } from '../blocks/diff.ts';
import { idOf, matchBlocks } from '../blocks/match.ts';
import type { ArchitectureState, StateBlock } from '../blocks/state.ts';
import { commitsTouching, isShallow, type TouchingCommit } from '../host/git-history.ts';
import { GitError } from '../host/git.ts';
import type { BlockHistory, BlockVersion } from '../protocol/history.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';
import { interfaceChanges } from './interface-changes.ts';
import { States, type KnownState, type StatesOptions } from './states.ts';

export interface HistoryOptions extends StatesOptions {
  block: string;
  /** Most versions. */
  limit: number;
}

/** Commits asked of git at once: a block that is often touched and seldom changed needs more than its versions. */
const ASKED = 4;

const NOTHING: ArchitectureState = { layers: [], blocks: [], otherFindings: {}, score: null };

/** @returns its versions, newest first; renames are followed @throws {Failure} when there is no such block or no history */
export async function blockHistory({ block: name, limit, ...options }: HistoryOptions): Promise<BlockHistory> {
  const states = await States.open(options);
  const head = await states.revision('HEAD', 'graph');
  let block: StateBlock | null = findBlock(head.state.blocks, name);
  const id = block.id;
  const versions: BlockVersion[] = [];
  let revision: string | null = 'HEAD';
  let isEnd = false;
  while (block !== null && revision !== null && versions.length < limit) {
    const folders = foldersOf(block);
    const commits = await touching(states.root, revision, folders, limit * ASKED);
    revision = null;
    isEnd = commits.length < limit * ASKED;
    for (const commit of commits) {
      const step: Step = await stepOf(commit, block!.id, states);
      if (step.version !== null) versions.push(step.version);
      block = step.before;
      if (block === null || versions.length >= limit) break;
      // It was somewhere else before: git is asked again for what touched it there.
      if (foldersOf(block).join('\n') !== folders.join('\n')) {
        revision = commit.parent;
        break;
      }
      revision = isEnd ? null : commit.parent;
    }
    if (commits.length === 0) break;
  }
  await states.cache.save();
  return { schemaVersion: 1, block: id, versions, complete: block === null || (isEnd && versions.length < limit && !await isShallow(states.root)) };
}

interface Step {
  /** Null when the commit left the block as it was. */
  version: BlockVersion | null;
  /** The block before the commit; null where it began. */
  before: StateBlock | null;
}

async function stepOf(commit: TouchingCommit, id: string, states: States): Promise<Step> {
  const after = await states.revision(commit.commit, 'graph');
  const before: KnownState = commit.parent === null
    ? { name: { kind: 'revision', name: '', commit: null }, state: NOTHING, sources: () => Promise.resolve(null) }
    : await states.revision(commit.parent, 'graph');
  const pair = matchBlocks(before.state, after.state).find((each) => each.to !== null && idOf(each) === id);
  if (pair === undefined) return { version: null, before: null };
  const [found] = diffStates(before, after, [pair], await interfaceChanges([pair], before, after, states)).blocks;
  if (found === undefined || found.change === 'unchanged') return { version: null, before: pair.from };
  const { change, bump, version, renamedFrom, interface: changes } = found;
  const { commit: name, at, subject } = commit;
  return {
    version: { commit: name, at, subject, id, ...(renamedFrom === undefined ? {} : { renamedFrom }), version: version.to!, change, bump, interface: changes },
    before: pair.from,
  };
}

/** Folders that hold the block's files, without those inside of others. */
function foldersOf({ files }: StateBlock): string[] {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))].sort();
  return folders.filter((folder) => folder === '.' || !folders.some((other) => other !== folder && other !== '.' && folder.startsWith(`${other}/`)));
}

async function touching(root: string, revision: string, folders: readonly string[], limit: number): Promise<TouchingCommit[]> {
  try {
    return await commitsTouching(root, revision, folders, limit);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

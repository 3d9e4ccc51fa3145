/**
 * From work to production: which deployment brought which change, and how long that took. Lead time is that of Apache DevLake:
 * from the authoring of a change's first commit to the first deployment that holds it and has one before it.
 */
import type { Work, WorkCommit } from '../tracking/work.ts';
import { groupedBy } from '../text/order.ts';

/** A tag that tells of a deployment. */
export interface Deployment {
  tag: string;
  commit: string;
  /** Seconds since 1970. */
  time: number;
}

/** What came onto the main branch at once: a merged branch, a squashed one, or a single commit. */
export interface Change {
  work: Work;
  /** Hash of the merge or the commit. */
  arrival: string;
  /** Seconds since 1970: when its first commit was written, and when it came onto the main branch. */
  first: number;
  landed: number;
  /** A squash whose first commit is not known, so that `first` is not the beginning. */
  fromArrival: boolean;
  /** Null for what waits for one. */
  deployment: Deployment | null;
  /** It came with the first deployment: nothing tells how long it had been in production by then. */
  withFirst: boolean;
}

export interface Delivered {
  /** The oldest first. */
  deployments: readonly Deployment[];
  changes: readonly Change[];
}

/** Names of versions, behind the name of a package or a word; `v2.0.0-rc.1` is none. */
const VERSION = /^(?:.*[/@_-])?v?\d+(?:\.\d+){1,3}$/;

/** @param pattern of the configuration, that `expressionRefusal` accepts; null for versions */
export function isDeployment(tag: string, pattern: string | null): boolean {
  return (pattern === null ? VERSION : new RegExp(pattern)).test(tag);
}

/**
 * @param deployments the oldest first
 * @param parents of each commit
 * @returns the first deployment that holds a commit, by hash
 */
export function shippedBy(deployments: readonly Deployment[], parents: ReadonlyMap<string, readonly string[]>): Map<string, Deployment> {
  const shipped = new Map<string, Deployment>();
  for (const deployment of deployments) {
    const waiting = [deployment.commit];
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      if (shipped.has(hash)) continue;
      shipped.set(hash, deployment);
      waiting.push(...parents.get(hash) ?? []);
    }
  }
  return shipped;
}

/**
 * @param works of the history
 * @param deployments the oldest first
 * @param parents of each commit behind them
 * @param beganAt when the log says that a piece of work began, in seconds since 1970; null where it does not
 */
export function changesIn(
  works: readonly Work[], deployments: readonly Deployment[], parents: ReadonlyMap<string, readonly string[]>, beganAt: (work: Work) => number | null,
): Change[] {
  const shipped = shippedBy(deployments, parents);
  return works.flatMap((work) => {
    const arrived = groupedBy(work.commits.filter(({ onMain, said }) => onMain && said.what.kind !== 'merge'), ({ arrival }) => arrival);
    return [...arrived].map(([arrival, commits]): Change => {
      const landed = Math.max(...commits.map((commit) => commit.landed));
      const deployment = lastOf(commits, shipped);
      return {
        work, arrival, landed, ...beginningOf(commits, work, arrived.size === 1 ? beganAt(work) : null, landed), deployment,
        withFirst: deployment !== null && deployment === deployments[0],
      };
    });
  });
}

/**
 * What was released from a branch before it was merged was in production by then, so that the commits count and not their merge.
 * @returns the deployment that brought the last of them; null when one waits for it
 */
function lastOf(commits: readonly WorkCommit[], shipped: ReadonlyMap<string, Deployment>): Deployment | null {
  let last: Deployment | null = null;
  for (const { hash } of commits) {
    const deployment = shipped.get(hash);
    if (deployment === undefined) return null;
    if (last === null || deployment.time > last.time) last = deployment;
  }
  return last;
}

/** A squash was written when it was merged. Its branch, or the log, may still know when the work began. */
function beginningOf(commits: readonly WorkCommit[], { commits: all }: Work, began: number | null, landed: number): Pick<Change, 'first' | 'fromArrival'> {
  const own = Math.min(...commits.map(({ authored }) => authored));
  const [only] = commits;
  const isSquash = commits.length === 1 && (only!.said.squashed.length > 0 || (only!.said.pullRequest !== '' && only!.arrival === only!.hash));
  if (!isSquash) return { first: Math.min(own, landed), fromArrival: false };
  const held = new Set([only!.said.subject.replace(/\s*\([#!]\d+\)$/, ''), ...only!.said.squashed]);
  const onBranch = all.filter(({ onMain, said, authored }) => !onMain && held.has(said.subject) && authored <= landed).map(({ authored }) => authored);
  const first = Math.min(own, landed, ...onBranch, ...(began !== null && began <= landed ? [began] : []));
  return { first, fromArrival: first >= only!.committed };
}

/** @returns seconds from the first commit to production; null for what is not there, or came with the first deployment */
export function leadTime({ deployment, withFirst, first }: Change): number | null {
  return deployment === null || withFirst ? null : Math.max(0, deployment.time - first);
}

/** @returns deployments of which a later one took something back */
export function rolledBack(changes: readonly Change[]): Set<Deployment> {
  const shippedAt = new Map(changes.flatMap(({ work, arrival, deployment }) => (
    deployment === null ? [] : [[arrival, deployment] as const, ...work.commits.filter((each) => each.arrival === arrival).map(({ hash }) =>
      [hash, deployment] as const)]
  )));
  const found = new Set<Deployment>();
  for (const { work, deployment } of changes) for (const { said, hash } of work.commits) {
    if (said.what.kind !== 'revert' || deployment === null || shippedAt.get(hash) !== deployment) continue;
    for (const target of said.what.targets) {
      const before = shippedAt.get(target);
      if (before !== undefined && before !== deployment && before.time <= deployment.time) found.add(before);
    }
  }
  return found;
}

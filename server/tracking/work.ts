/** From a history to pieces of work: which commits belong to which issue, and what became of them. Pure. */
import type { KeyFinder } from './issue-key.ts';
import { groupedBy } from '../text/order.ts';
import { readMessage, type Message } from './message.ts';

/** A commit as git stores it. */
export interface RawCommit {
  hash: string;
  parents: readonly string[];
  author: string;
  email: string;
  /** Seconds since 1970: when it was written, and when it came to be as it is now. */
  authored: number;
  committed: number;
  message: string;
}

export interface WorkInput {
  /** Parents before children. */
  commits: readonly RawCommit[];
  /** Newest commit of the main branch; null without one. */
  main: string | null;
  mainBranch: string;
  /** Newest commit by branch, without the main branch. */
  branches: ReadonlyMap<string, string>;
  /** Branch that is checked out; empty for none. */
  branch: string;
  head: string;
}

/** A commit with its place in the work. */
export interface WorkCommit extends RawCommit {
  said: Message;
  onMain: boolean;
  /** Name of its branch; empty where nothing tells. */
  branch: string;
  /** Merge into the main branch that brought it; itself for one that stands on the main branch. */
  arrival: string;
  /** When it came onto the main branch, in seconds since 1970; when it was made, for one that is not there. */
  landed: number;
}

/** All that was done for an issue. */
export interface Work {
  key: string;
  /** Whether people named the issue; otherwise the key is made up from a commit. */
  named: boolean;
  /** In the order of the history; merges that brought them in, and commits that took them back, too. */
  commits: WorkCommit[];
  /** All of it was taken back. */
  undone: boolean;
  /** Some of it was taken back. */
  reverted: boolean;
}

const SHORT_HASH = 8;

/** @returns pieces of work in the order of their first commits */
export function worksIn(input: WorkInput, keyIn: KeyFinder): Work[] {
  const placed = placesIn(input);
  const byHash = new Map(placed.map((commit) => [commit.hash, commit]));
  const keys = keysOf(placed, byHash, keyIn);
  const works = new Map<string, Work>();
  const dead = deadCommits(placed, byHash);
  for (const commit of withoutCopies(placed)) {
    const found = keys.get(commit.hash);
    if (found === undefined) continue;
    const work = works.get(found.key);
    if (work === undefined) works.set(found.key, { key: found.key, named: found.named, commits: [commit], undone: false, reverted: false });
    else work.commits.push(commit);
  }
  for (const work of works.values()) {
    const done = work.commits.filter(({ said }) => said.what.kind === 'work');
    work.reverted = done.some(({ hash }) => dead.has(hash));
    work.undone = done.length > 0 && done.every(({ hash }) => dead.has(hash));
  }
  // What only synchronized branches is no work.
  return [...works.values()].filter(({ commits }) => commits.some(({ said }) => said.what.kind !== 'merge'));
}

/** Which commits are on the main branch, and by which merge and from which branch they came there. */
function placesIn({ commits, main, mainBranch, branches, branch, head }: WorkInput): WorkCommit[] {
  const placed = commits.map((commit): WorkCommit => (
    { ...commit, said: readMessage(commit.message, commit.parents.length), onMain: false, branch: '', arrival: commit.hash, landed: commit.committed }
  ));
  const byHash = new Map(placed.map((commit) => [commit.hash, commit]));
  const seen = new Set<string>();
  /** Everything that is reached from a commit and was not before. */
  const reach = (start: string, visit: (commit: WorkCommit) => void): void => {
    const waiting = [start];
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      const commit = byHash.get(hash);
      if (commit === undefined || seen.has(hash)) continue;
      seen.add(hash);
      visit(commit);
      waiting.push(...commit.parents);
    }
  };
  const line: WorkCommit[] = [];
  for (let at = main === null ? undefined : byHash.get(main); at !== undefined; at = byHash.get(at.parents[0] ?? '')) line.push(at);
  for (const commit of line.reverse()) {
    seen.add(commit.hash);
    commit.onMain = true;
    commit.branch = mainBranch;
    const { what } = commit.said;
    const from = what.kind === 'merge' && what.branch !== null && what.branch !== mainBranch ? what.branch : '';
    for (const parent of commit.parents.slice(1)) reach(parent, (each) => {
      each.onMain = true;
      each.branch = from;
      each.arrival = commit.hash;
      each.landed = commit.committed;
    });
  }
  for (const [name, tip] of [[branch, head] as const, ...branches]) if (name !== mainBranch || main === null) reach(tip, (each) => {
    each.branch = name;
    each.arrival = `branch ${name}`;
  });
  return placed;
}

/** A cherry-picked commit keeps who wrote what when. Of several, the one on the main branch counts, else the first. */
function withoutCopies(placed: readonly WorkCommit[]): WorkCommit[] {
  const chosen = new Map<string, WorkCommit>();
  const identity = ({ email, authored, said }: WorkCommit): string => `${authored} ${email} ${said.subject}`;
  const canBeCopied = ({ said }: WorkCommit): boolean => said.what.kind === 'work';
  for (const commit of placed) {
    if (!canBeCopied(commit)) continue;
    const before = chosen.get(identity(commit));
    if (before === undefined || (commit.onMain && !before.onMain)) chosen.set(identity(commit), commit);
  }
  return placed.filter((commit) => {
    const first = canBeCopied(commit) ? chosen.get(identity(commit))! : commit;
    // Two on the main branch are both there: the one was taken back before the other came.
    return first === commit || (first.onMain ? commit.onMain : first.arrival === commit.arrival);
  });
}

interface FoundKey {
  key: string;
  named: boolean;
}

/** The issue of each commit: named by it, by its branch, or by the merge that brought it; otherwise that of what came together. */
function keysOf(placed: readonly WorkCommit[], byHash: ReadonlyMap<string, WorkCommit>, keyIn: KeyFinder): Map<string, FoundKey> {
  const keys = new Map<string, FoundKey>();
  /** Made-up key by arrival. */
  const together = new Map<string, string>();
  const taken = new Set<string>();
  const named = (text: string): FoundKey | null => {
    const key = keyIn(text);
    return key === null ? null : { key, named: true };
  };
  const squashed = squashesIn(placed);
  for (const commit of placed) {
    const { said, hash, arrival, branch, onMain } = commit;
    if (said.what.kind === 'merge') continue;
    const target = said.what.kind === 'revert' ? targetsOf(said.what.targets, byHash)[0] : undefined;
    const arrived = arrival === hash ? undefined : byHash.get(arrival);
    const found = named(said.subject) ?? named(said.body)
      ?? (onMain && arrived === undefined ? null : named(branch))
      ?? (arrived === undefined ? null : named(arrived.said.subject) ?? named(arrived.said.body))
      ?? (target === undefined ? undefined : keys.get(target));
    if (found !== null && found !== undefined) {
      keys.set(hash, found);
      continue;
    }
    const group = squashed.get(hash) ?? (arrival === hash ? hash : arrival);
    const made = together.get(group) ?? madeUp(hash, taken);
    together.set(group, made);
    taken.add(made);
    keys.set(hash, { key: made, named: false });
  }
  return withMerges(keys, placed);
}

/** Of two commits that begin alike, the second gets one more character. */
function madeUp(hash: string, taken: ReadonlySet<string>): string {
  let length = SHORT_HASH;
  while (taken.has(`AUTO-${hash.slice(0, length)}`) && length < hash.length) length++;
  return `AUTO-${hash.slice(0, length)}`;
}

/** A merge into the main branch is the end of the work that it brought. */
function withMerges(keys: Map<string, FoundKey>, placed: readonly WorkCommit[]): Map<string, FoundKey> {
  for (const { hash, arrival } of placed) {
    const key = keys.get(hash);
    if (key !== undefined && arrival !== hash && !arrival.startsWith('branch ') && !keys.has(arrival)) keys.set(arrival, key);
  }
  return keys;
}

/** Commits of a branch that a later one on the main branch says it holds, and that one, by a common name. */
function squashesIn(placed: readonly WorkCommit[]): Map<string, string> {
  const open = groupedBy(placed.filter(({ onMain, said }) => !onMain && said.what.kind !== 'merge'), ({ arrival }) => arrival);
  const groups = new Map<string, string>();
  if (open.size === 0) return groups;
  for (const commit of placed) {
    if (!commit.onMain || commit.arrival !== commit.hash || commit.said.what.kind !== 'work') continue;
    const { subject, squashed, pullRequest } = commit.said;
    if (squashed.length === 0 && pullRequest === '') continue;
    const holds = new Set([...squashed, titleOf(subject)]);
    for (const [arrival, commits] of open) {
      if (!commits.every(({ said, authored }) => holds.has(said.subject) && authored <= commit.committed)) continue;
      for (const { hash } of [...commits, commit]) groups.set(hash, arrival);
      open.delete(arrival);
    }
  }
  return groups;
}

function titleOf(subject: string): string {
  return subject.replace(/\s*\([#!]\d+\)$/, '');
}

function targetsOf(named: readonly string[], byHash: ReadonlyMap<string, WorkCommit>): string[] {
  return named.flatMap((name) => {
    if (byHash.has(name)) return [name];
    // Somebody shortened it.
    const whole = name.length < 40 ? [...byHash.keys()].filter((hash) => hash.startsWith(name)) : [];
    return whole.length === 1 ? whole : [];
  });
}

/** Commits that were taken back and not brought back. A message that names a later commit was made up. */
function deadCommits(placed: readonly WorkCommit[], byHash: ReadonlyMap<string, WorkCommit>): Set<string> {
  const dead = new Set<string>();
  const place = new Map(placed.map(({ hash }, at) => [hash, at]));
  const earlier = (commit: WorkCommit): string[] => {
    const { what } = commit.said;
    return what.kind === 'revert' ? targetsOf(what.targets, byHash).filter((hash) => place.get(hash)! < place.get(commit.hash)!) : [];
  };
  const turn = (hash: string, isDead: boolean): void => {
    if (isDead) dead.add(hash);
    else dead.delete(hash);
    // Taking back what took something back brings that back.
    for (const target of earlier(byHash.get(hash)!)) turn(target, !isDead);
  };
  for (const commit of placed) for (const target of earlier(commit)) turn(target, true);
  return dead;
}

/**
 * How the blocks changed, from their commits: churn, hotspots, what changes together and who knows them. Definitions
 * are those of Adam Tornhill's code-maat: churn counts lines added and deleted, the degree of coupling is the share of
 * common revisions in the average revisions of the two, and a hotspot is what is both large and changed often.
 */
import type { Commit } from '../../facts/commit.ts';
import { compareText } from '../../text/order.ts';

export interface Evolution {
  /** Lines added and deleted in the year up to the newest commit. */
  churn: number;
  /** Commits in that year. */
  revisions: number;
  /** Revisions × lines of code, from 0 to 100, where 100 is the block in which most work meets most code. */
  hotspot: number;
  /** Fewest authors who together wrote more than half of its added lines, in all commits that were read. */
  busFactor: number;
  /** Time of the last commit, in seconds since 1970; null when no commit touched it. */
  changedAt: number | null;
  /** Blocks that change with it, the closest first. */
  changesWith: { block: string; degree: number }[];
}

export interface EvolvingBlock {
  id: string;
  files: readonly string[];
  codeLines: number;
}

const YEAR = 365 * 24 * 60 * 60;
/** code-maat's defaults: fewer revisions, or larger commits, say nothing. */
const FEWEST_REVISIONS = 5;
const FEWEST_SHARED = 5;
const LOWEST_DEGREE = 30;
const LARGEST_CHANGESET = 30;
const PERCENT = 100;

interface Tally {
  churn: number;
  revisions: number;
  allRevisions: number;
  added: Map<string, number>;
  changedAt: number | null;
}

/** @param commits newest first @returns the figures of each block by id */
export function evolutionOf(blocks: readonly EvolvingBlock[], commits: readonly Commit[]): ReadonlyMap<string, Evolution> {
  const blockOf = new Map(blocks.flatMap(({ id, files }) => files.map((path) => [path, id] as const)));
  const tallies = new Map<string, Tally>(blocks.map(({ id }) => [id, { churn: 0, revisions: 0, allRevisions: 0, added: new Map(), changedAt: null }]));
  const shared = new Map<string, number>();
  const newest = commits.reduce((latest, { time }) => Math.max(latest, time), 0);
  for (const { author, time, files } of commits) {
    const touched = new Set<string>();
    for (const { path, added, deleted } of files) {
      const id = blockOf.get(path);
      if (id === undefined) continue;
      touched.add(id);
      const tally = tallies.get(id)!;
      tally.added.set(author, (tally.added.get(author) ?? 0) + added);
      if (newest - time <= YEAR) tally.churn += added + deleted;
    }
    for (const id of touched) {
      const tally = tallies.get(id)!;
      tally.allRevisions++;
      if (newest - time <= YEAR) tally.revisions++;
      tally.changedAt = Math.max(tally.changedAt ?? 0, time);
    }
    if (files.length <= LARGEST_CHANGESET) for (const pair of pairsOf([...touched].sort(compareText))) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const heat = new Map(blocks.map(({ id, codeLines }) => [id, tallies.get(id)!.revisions * codeLines]));
  const hottest = Math.max(1, ...heat.values());
  const together = coupled(shared, tallies);
  return new Map(blocks.map(({ id }) => {
    const { churn, revisions, added, changedAt } = tallies.get(id)!;
    const hotspot = Math.round((PERCENT * heat.get(id)!) / hottest);
    return [id, { churn, revisions, hotspot, busFactor: busFactorOf(added), changedAt, changesWith: together.get(id) ?? [] }];
  }));
}

function* pairsOf(ids: readonly string[]): Generator<string> {
  for (const [at, a] of ids.entries()) for (const b of ids.slice(at + 1)) yield `${a}\n${b}`;
}

function coupled(shared: ReadonlyMap<string, number>, tallies: ReadonlyMap<string, Tally>): Map<string, Evolution['changesWith']> {
  const found = new Map<string, Evolution['changesWith']>();
  for (const [pair, count] of shared) {
    const [a = '', b = ''] = pair.split('\n');
    const [first, second] = [tallies.get(a)!.allRevisions, tallies.get(b)!.allRevisions];
    const degree = Math.round((PERCENT * count) / ((first + second) / 2));
    if (count < FEWEST_SHARED || Math.min(first, second) < FEWEST_REVISIONS || degree < LOWEST_DEGREE) continue;
    for (const [from, to] of [[a, b], [b, a]] as const) found.set(from, [...(found.get(from) ?? []), { block: to, degree }]);
  }
  for (const list of found.values()) list.sort((x, y) => y.degree - x.degree || compareText(x.block, y.block));
  return found;
}

function busFactorOf(added: ReadonlyMap<string, number>): number {
  const lines = [...added.values()].filter((each) => each > 0).sort((a, b) => b - a);
  const all = lines.reduce((sum, each) => sum + each, 0);
  let known = 0;
  for (const [at, each] of lines.entries()) {
    known += each;
    if (known * 2 > all) return at + 1;
  }
  return 0;
}

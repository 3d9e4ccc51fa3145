/**
 * How blocks or single files changed, from their commits: churn, hotspots, what changes together and who knows them.
 * Definitions are those of Adam Tornhill's code-maat: churn counts lines added and deleted, coupling is that of
 * `changeCoupling`, and a hotspot is what is both large and changed often. The bus factor is the contributor absence
 * factor of CHAOSS, over added lines.
 */
import type { Commit } from '../../facts/commit.ts';
import { compareText } from '../../text/order.ts';
import { changeCoupling, type ChangeCoupling, type ChangeSet } from './change-coupling.ts';

export interface Evolution {
  /** Lines added and deleted in the year up to the newest commit. */
  churn: number;
  /** Commits in that year. */
  revisions: number;
  /** Revisions × lines of code, from 0 to 100, where 100 is the block in which most work meets most code. */
  hotspot: number;
  /** Fewest authors who together wrote half of its added lines, in all commits that were read. */
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
const PERCENT = 100;

interface Tally {
  churn: number;
  revisions: number;
  added: Map<string, number>;
  changedAt: number | null;
}

/** @param commits newest first @returns the figures of each block by id */
export function evolutionOf(blocks: readonly EvolvingBlock[], commits: readonly Commit[]): ReadonlyMap<string, Evolution> {
  const blockOf = new Map(blocks.flatMap(({ id, files }) => files.map((path) => [path, id] as const)));
  const tallies = new Map<string, Tally>(blocks.map(({ id }) => [id, { churn: 0, revisions: 0, added: new Map(), changedAt: null }]));
  const changes: ChangeSet[] = [];
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
      if (newest - time <= YEAR) tally.revisions++;
      tally.changedAt = Math.max(tally.changedAt ?? 0, time);
    }
    changes.push({ entities: [...touched], size: files.length });
  }
  const heat = new Map(blocks.map(({ id, codeLines }) => [id, tallies.get(id)!.revisions * codeLines]));
  const hottest = [...heat.values()].reduce((most, each) => Math.max(most, each), 1);
  const together = partnersIn(changeCoupling(changes));
  return new Map(blocks.map(({ id }) => {
    const { churn, revisions, added, changedAt } = tallies.get(id)!;
    const hotspot = Math.round((PERCENT * heat.get(id)!) / hottest);
    return [id, { churn, revisions, hotspot, busFactor: busFactorOf(added), changedAt, changesWith: together.get(id) ?? [] }];
  }));
}

function partnersIn({ pairs }: ChangeCoupling): Map<string, Evolution['changesWith']> {
  const found = new Map<string, Evolution['changesWith']>();
  for (const { first, second, degree } of pairs)
    for (const [from, to] of [[first, second], [second, first]] as const) found.set(from, [...(found.get(from) ?? []), { block: to, degree }]);
  for (const list of found.values()) list.sort((x, y) => y.degree - x.degree || compareText(x.block, y.block));
  return found;
}

/** @param added lines by author @returns fewest of them who wrote half; 0 when nobody wrote any */
export function busFactorOf(added: ReadonlyMap<string, number>): number {
  const lines = [...added.values()].filter((each) => each > 0).sort((a, b) => b - a);
  const all = lines.reduce((sum, each) => sum + each, 0);
  let known = 0;
  for (const [at, each] of lines.entries()) {
    known += each;
    if (known * 2 >= all) return at + 1;
  }
  return 0;
}

/** What the history says of single files: hotspots and age, what changes together, who knows them. Definitions stand in docs/tracking.md. */
import { changeCoupling, USUAL_THRESHOLDS } from '../blocks/health/change-coupling.ts';
import { busFactorOf, evolutionOf } from '../blocks/health/evolution.ts';
import type { Commit } from '../facts/commit.ts';
import type { Coupling, Hotspots, Ownership } from '../protocol/progress.ts';
import type { Calendar } from '../text/calendar.ts';
import { compareText } from '../text/order.ts';
import { sum, tenth } from './statistics.ts';

/** Those further down are not worth reading. */
const MOST_ROWS = 50;
const MONTH = (365.25 / 12) * 24 * 60 * 60;
const YEAR = 365 * 24 * 60 * 60;
const MILLISECONDS = 1000;
const AGES: readonly (readonly [upTo: string, months: number])[] = [
  ['3 months', 3], ['1 year', 12], ['2 years', 24], ['5 years', 60], ['longer', Infinity],
];

export interface CodeInput {
  /** Newest first. */
  commits: readonly Commit[];
  /** Lines that are not blank by path, of the source files that there are. */
  lines: ReadonlyMap<string, number>;
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
}

function spanOf({ commits, calendar }: CodeInput): { commits: number; from: string | null; to: string | null } {
  const times = commits.map(({ time }) => time * MILLISECONDS);
  if (times.length === 0) return { commits: 0, from: null, to: null };
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  return { commits: times.length, from: calendar.dayOf(first), to: calendar.dayOf(last) };
}

export function hotspots(input: CodeInput): Hotspots {
  const { commits, lines, now } = input;
  const files = [...lines].map(([path, count]) => ({ id: path, files: [path], codeLines: count }));
  const evolution = evolutionOf(files, commits);
  const months = (changedAt: number): number => Math.max(0, Math.floor((now / MILLISECONDS - changedAt) / MONTH));
  const ages = [...evolution.values()].flatMap(({ changedAt }) => (changedAt === null ? [] : [months(changedAt)]));
  return {
    ...spanOf(input), files: lines.size,
    hotspots: files.flatMap(({ id, codeLines }) => {
      const { revisions, churn, hotspot, changedAt } = evolution.get(id)!;
      // What changed once in a year is no place where work meets code.
      return revisions < 2 || changedAt === null ? [] : [{ path: id, revisions, lines: codeLines, churn, hotspot, ageMonths: months(changedAt) }];
    }).sort((a, b) => b.hotspot - a.hotspot || b.revisions - a.revisions || compareText(a.path, b.path)).slice(0, MOST_ROWS),
    age: AGES.map(([upTo, limit], at) => ({ upTo, files: ages.filter((age) => age < limit && age >= (AGES[at - 1]?.[1] ?? 0)).length })),
  };
}

export function coupling(input: CodeInput): Coupling {
  const { commits, lines } = input;
  const changes = commits.map(({ files }) => ({ entities: [...new Set(files.map(({ path }) => path).filter((path) => lines.has(path)))], size: files.length }));
  const { pairs, sums } = changeCoupling(changes);
  return {
    ...spanOf(input), largeCommits: changes.filter(({ size }) => size > USUAL_THRESHOLDS.maxChangesetSize).length, thresholds: USUAL_THRESHOLDS,
    totalPairs: pairs.length, pairs: pairs.slice(0, MOST_ROWS),
    sumOfCoupling: [...sums].filter(([, soc]) => soc > 0).map(([path, soc]) => ({ path, soc }))
      .sort((a, b) => b.soc - a.soc || compareText(a.path, b.path)).slice(0, MOST_ROWS),
  };
}

export function ownership(input: CodeInput): Ownership {
  const { commits, lines: counts, calendar } = input;
  const byFile = new Map<string, Map<string, number>>([...counts.keys()].map((path) => [path, new Map()]));
  const lastSeen = new Map<string, number>();
  const newest = commits.reduce((latest, { time }) => Math.max(latest, time), 0);
  for (const { author, time, files } of commits) {
    lastSeen.set(author, Math.max(lastSeen.get(author) ?? 0, time));
    for (const { path, added } of files) {
      const authors = byFile.get(path);
      if (authors !== undefined && added > 0) authors.set(author, (authors.get(author) ?? 0) + added);
    }
  }
  const total = new Map<string, number>();
  const mainOf = new Map<string, number>();
  const known = [...byFile].filter(([, authors]) => authors.size > 0);
  const isAbsent = (author: string): boolean => newest - lastSeen.get(author)! > YEAR;
  const entities = known.map(([path, authors]) => {
    const lines = sum([...authors.values()]);
    const [main = '', most = 0] = [...authors].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best));
    mainOf.set(main, (mainOf.get(main) ?? 0) + 1);
    for (const [author, added] of authors) total.set(author, (total.get(author) ?? 0) + added);
    return {
      path, mainAuthor: main, share: tenth((100 * most) / lines), authors: authors.size, busFactor: busFactorOf(authors), absent: isAbsent(main),
      lines: counts.get(path)!,
    };
  });
  const all = sum([...total.values()]);
  return {
    ...spanOf(input), files: known.length, busFactor: busFactorOf(total),
    authors: [...total].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, MOST_ROWS).map(([author, added]) => ({
      author, added, share: tenth((100 * added) / all), files: mainOf.get(author) ?? 0, lastCommit: calendar.dayOf(lastSeen.get(author)! * MILLISECONDS),
    })),
    ofOneAuthor: entities.filter(({ authors }) => authors === 1).length, ofAbsentAuthors: entities.filter(({ absent }) => absent).length,
    // Large files that one person knows, or nobody any more, first.
    entities: entities.sort((a, b) => Number(b.absent) - Number(a.absent) || b.lines * b.share - a.lines * a.share || compareText(a.path, b.path))
      .slice(0, MOST_ROWS).map(({ lines: _, ...shown }) => shown),
  };
}

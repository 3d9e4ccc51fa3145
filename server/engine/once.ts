/**
 * Counts a fault once, however many tell of it. All of it is about one fault in one file.
 *
 * A further message must never make anything count less. So messages are matched with our findings one
 * to one, in a fixed order; and of the reports that tell of the same place, the choice is taken that
 * weighs most, and not merely the first.
 */

/** Lines that our own finding covers. */
export interface OwnPlace {
  from: number;
  to: number;
}

/** Lines beside each other are one place: tools disagree on whether a call starts at its name or at its statement. */
const NEAR = 1;

/**
 * Finds the messages that our own findings tell of already: each finding answers one message of a report.
 * @param own places of our findings
 * @param lines of the messages of one report
 * @returns positions in `lines`
 */
export function alreadyFound(own: readonly OwnPlace[], lines: readonly number[]): Set<number> {
  const places = [...own].sort((a, b) => a.from - b.from);
  const longest = places.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const answered = new Map<number, number>();
  // After a search that failed, what it saw stays seen until one succeeds: there is no way out of there.
  let seen = new Set<number>();
  const search = (message: number): boolean => {
    const line = lines[message]!;
    for (let at = firstFrom(places, line - longest - NEAR); at < places.length && places[at]!.from <= line + NEAR; at++) {
      if (seen.has(at) || line > places[at]!.to + NEAR) continue;
      seen.add(at);
      const other = answered.get(at);
      if (other !== undefined && !search(other)) continue;
      answered.set(at, message);
      return true;
    }
    return false;
  };
  lines.forEach((_, message) => {
    if (search(message)) seen = new Set();
  });
  return new Set(answered.values());
}

/** Position of the first place that starts at a line or after it. */
function firstFrom(places: readonly OwnPlace[], line: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.from < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A message of one of several reports. */
export interface Told {
  /** Number of its report. */
  report: number;
  line: number;
  /** In whole numbers, so that sums do not depend on their order. */
  weight: number;
}

/** The best choice up to some line; `report` is null when nothing is taken at that line. */
interface Choice {
  weight: number;
  report: number | null;
  line: number;
  before: Choice | null;
}

const heavier = (a: Choice, b: Choice): Choice => (b.weight > a.weight ? b : a);

/**
 * Chooses among messages of several reports: at one line, and at lines beside each other, those of one
 * report are taken, so that together they weigh most.
 * @param messages in any order
 * @returns positions of those that are taken
 */
export function toldOnce(messages: readonly Told[]): Set<number> {
  const byLine = new Map<number, Map<number, number>>();
  for (const { report, line, weight } of messages) {
    const weights = byLine.get(line) ?? new Map<number, number>();
    byLine.set(line, weights);
    weights.set(report, (weights.get(report) ?? 0) + weight);
  }
  const nothing: Choice = { weight: 0, report: null, line: 0, before: null };
  let last = { line: -NEAR - 1, none: nothing, best: nothing, by: new Map<number, Choice>() };
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    const beside = line - last.line <= NEAR;
    const by = new Map<number, Choice>();
    const none: Choice = { weight: last.best.weight, report: null, line, before: last.best };
    let best = none;
    for (const [report, weight] of [...byLine.get(line)!].sort(([a], [b]) => a - b)) {
      const before = beside ? heavier(last.by.get(report) ?? last.none, last.none) : last.best;
      const choice = { weight: before.weight + weight, report, line, before };
      by.set(report, choice);
      best = heavier(best, choice);
    }
    last = { line, none, best, by };
  }
  const taken = new Map<number, number>();
  for (let at: Choice | null = last.best; at !== null; at = at.before) if (at.report !== null) taken.set(at.line, at.report);
  return new Set(messages.flatMap(({ report, line }, at) => (taken.get(line) === report ? [at] : [])));
}

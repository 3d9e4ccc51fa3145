/**
 * Counts a fault once, however many tools report it. Everything here concerns one fault in one file.
 *
 * An extra message must never lower the count. So messages are matched with our findings one
 * to one, in a fixed order; among reports about the same place, we choose the combination that
 * weighs most, not merely the first.
 */

/** Lines covered by our own finding. */
export interface OwnPlace {
  from: number;
  to: number;
}

/** Adjacent lines are one place: tools disagree on whether a call starts at its name or its statement. */
const NEAR = 1;

/**
 * Finds the messages that our own findings already cover: each finding answers one message of a report.
 * @param own places of our findings
 * @param lines of the messages of one report
 * @returns positions in `lines`
 */
export function alreadyFound(own: readonly OwnPlace[], lines: readonly number[]): Set<number> {
  const places = [...own].sort((a, b) => a.from - b.from);
  const longest = places.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const answered = new Map<number, number>();
  // Nodes seen by a failed search stay marked until one succeeds: they are dead ends.
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

/** Index of the first place that starts at or after a line. */
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
  /** Index of its report. */
  report: number;
  line: number;
  /** An integer, so that sums do not depend on their order. */
  weight: number;
}

/** The best choice up to a line; `report` is null when nothing is taken at that line. */
interface Choice {
  weight: number;
  report: number | null;
  line: number;
  before: Choice | null;
}

const heavier = (a: Choice, b: Choice): Choice => (b.weight > a.weight ? b : a);

/**
 * Chooses among messages of several reports: on the same or adjacent lines, only those of one
 * report are taken, such that the total weight is highest.
 * @param messages in any order
 * @returns indices of the chosen messages
 */
export function toldOnce(messages: readonly Told[]): Set<number> {
  const byLine = new Map<number, Map<number, number>>();
  for (const { report, line, weight } of messages) {
    const weights = byLine.get(line) ?? new Map<number, number>();
    byLine.set(line, weights);
    weights.set(report, (weights.get(report) ?? 0) + weight);
  }
  const nothing: Choice = { weight: 0, report: null, line: 0, before: null };
  let last = { line: 0, none: nothing, best: nothing, by: new Map<number, Choice>() };
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

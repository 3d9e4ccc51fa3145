/** Copies of the same code as one group: what repeats a part of one of them belongs to it. */
import type { Repeat, Stretch } from './repeats.ts';

export interface Group {
  /** Pairs of stretches that are alike. */
  repeats: Repeat[];
  /** Where its code stands: stretches of one file that overlap are one place. In order. */
  places: Stretch[];
}

/**
 * @param repeats pairs of the same code
 * @returns groups that share no line, in the order of their first places
 */
export function groupsOf(repeats: readonly Repeat[]): Group[] {
  const places = placesOf(repeats);
  const find = finderOf(places);
  const parents = places.map((_, index) => index);
  const top = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  const join = (one: number, other: number): void => {
    const [first, second] = [top(one), top(other)];
    parents[Math.max(first, second)] = Math.min(first, second);
  };
  // Several stretches that two files share are pieces of one copy, which was changed in between.
  const byFiles = new Map<string, number>();
  for (const { a, b } of repeats) {
    join(find(a), find(b));
    const files = `${a.path}\n${b.path}`;
    if (a.path !== b.path && byFiles.has(files)) join(byFiles.get(files)!, find(a));
    byFiles.set(files, find(a));
  }
  const groups = new Map<number, Group>();
  places.forEach((place, index) => {
    const group = groups.get(top(index));
    if (group === undefined) groups.set(top(index), { repeats: [], places: [place] });
    else group.places.push(place);
  });
  for (const repeat of repeats) if (find(repeat.a) !== find(repeat.b)) groups.get(top(find(repeat.a)))!.repeats.push(repeat);
  return [...groups.values()].filter((group) => group.repeats.length > 0);
}

/** All stretches in order, those of one file that overlap as one. */
function placesOf(repeats: readonly Repeat[]): Stretch[] {
  const sides = repeats.flatMap(({ a, b }) => [a, b]).sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : x.from - y.from || x.to - y.to));
  const places: Stretch[] = [];
  for (const side of sides) {
    const last = places.at(-1);
    if (last !== undefined && last.path === side.path && side.from <= last.to) last.to = Math.max(last.to, side.to);
    else places.push({ ...side });
  }
  return places;
}

/** The index of the place that holds a stretch. */
function finderOf(places: readonly Stretch[]): (stretch: Stretch) => number {
  const byPath = new Map<string, number[]>();
  places.forEach(({ path }, index) => byPath.set(path, [...byPath.get(path) ?? [], index]));
  return ({ path, from }) => byPath.get(path)!.findLast((index) => places[index]!.from <= from)!;
}

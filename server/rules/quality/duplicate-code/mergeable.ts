/** Which copies a maintainer would merge: one long stretch of logic, or a shorter one in several places. */
import type { ClassSummary, ModuleFacts } from '../../../facts/module-facts.ts';
import type { Group } from './groups.ts';
import { shared, type Repeat, type Stretch } from './repeats.ts';

/** Of a single stretch: its lines of logic, and the statements in it that do something. */
interface Size {
  lines: number;
  doings: number;
}

const LONG: Size = { lines: 50, doings: 20 };
/** What implements one thing in several ways is alike on purpose. */
const LONG_IN_FAMILY: Size = { lines: 80, doings: 32 };
const SHORT: Size = { lines: 30, doings: 12 };
/** More lines than this in which nothing is done are a list of parameters, a text, a table. */
const HOLE = 6;
/** Places in which a short stretch must stand. */
const SEVERAL = 3;

type Modules = ReadonlyMap<string, { facts: ModuleFacts }>;

export interface Copy {
  /** The largest stretch, and the same code elsewhere. */
  repeat: Repeat;
  /** Every other place of the stretch; first that of the repeat. */
  others: Stretch[];
}

/** @returns null when the copies are too small, or alike for a reason */
export function mergeable({ repeats }: Group, modules: Modules): Copy | null {
  const sizes = new Map(repeats.map((each) => [each, smaller(sizeOf(each.a, modules), sizeOf(each.b, modules))]));
  const holds = (repeat: Repeat, least: Size): boolean => sizes.get(repeat)!.lines >= least.lines && sizes.get(repeat)!.doings >= least.doings;
  const copied = repeats.filter((each) => holds(each, SHORT) && isCopied(each, modules));
  const worth = copied.filter((each) => {
    if (isFamily(each, modules)) return holds(each, LONG_IN_FAMILY);
    return holds(each, LONG) || placesOf(each, copied.filter((other) => !isFamily(other, modules))).length + 1 >= SEVERAL;
  });
  if (worth.length === 0) return null;
  const repeat = worth.reduce((best, each) => (sizes.get(each)!.lines > sizes.get(best)!.lines ? each : best));
  return { repeat, others: placesOf(repeat, copied) };
}

function sizeOf({ path, from, to }: Stretch, modules: Modules): Size {
  const doings = modules.get(path)!.facts.doings.filter((line) => from <= line && line <= to);
  const ends = [...doings.slice(1), to + 1];
  return { lines: doings.reduce((sum, line, at) => sum + Math.min(ends[at]! - line, HOLE), 0), doings: doings.length };
}

function smaller(one: Size, other: Size): Size {
  return one.lines < other.lines ? one : other;
}

/** Where the code of a repeat stands beside its first place. */
function placesOf({ a, b }: Repeat, copied: readonly Repeat[]): Stretch[] {
  const places = [b];
  for (const each of copied) {
    for (const [one, other] of [[each.a, each.b], [each.b, each.a]] as const) {
      const isSame = [a, b].some((side) => shared(one, side) >= SHORT.lines);
      if (isSame && ![a, ...places].some((place) => shared(place, other) > 0)) places.push(other);
    }
  }
  return places;
}

function isCopied({ a, b }: Repeat, modules: Modules): boolean {
  return (
    packageOf(a.path) === packageOf(b.path) &&
    !isApart(a.path) &&
    !isApart(b.path) &&
    !isTwin(holderOf(a, modules)?.name ?? '', holderOf(b, modules)?.name ?? '')
  );
}

function holderOf({ path, from, to }: Stretch, modules: Modules): ClassSummary | undefined {
  return modules.get(path)!.facts.classes.findLast(({ span }) => span[0] <= to && from <= span[2]);
}

/** Two classes with a common base, or of which one is the base of the other, such as one for each backend. */
function isFamily({ a, b }: Repeat, modules: Modules): boolean {
  const [one, other] = [holderOf(a, modules), holderOf(b, modules)];
  if (one === undefined || other === undefined || (a.path === b.path && one === other)) return false;
  const [first, second] = [one, other].map((each) =>
    [each.name, ...each.extends, ...each.implements].filter((name) => !/(^|\.)(Module|object|ABC|Protocol|Generic\b.*)$/.test(name)),
  );
  return first!.some((name) => second!.includes(name));
}

/** `Client` and `AsyncClient`: the languages keep them from sharing their code. */
function isTwin(one: string, other: string): boolean {
  const plain = (name: string): string => name.replace(/^_?(Async|Sync|Aio|A(?=[A-Z][a-z]))|(Async|Sync)$/, '');
  return one !== other && one !== '' && plain(one) === plain(other);
}

/** Markup repeats by convention, old versions are kept until they go; notebooks, benchmarks, scripts and data for a start stand for themselves. */
function isApart(path: string): boolean {
  return new RegExp(
    String.raw`\.[jt]sx$|\.ipynb$|(^|[/._-])(legacy|deprecated|old|v\d+|async|aio|sync|__testfixtures__|fixtures?|bench(marks?)?|`
    + String.raw`examples?|templates?|seeds?|seeders?|scripts?|demos?|migrations?|tests?|mocks?|setup)(?=[/._-])`,
    'i',
  ).test(
    path,
  );
}

/** The package of a monorepo; the empty text elsewhere. */
function packageOf(path: string): string {
  return /^(?:packages|apps|libs|plugins|services|modules)\/[^/]+/.exec(path)?.[0] ?? '';
}

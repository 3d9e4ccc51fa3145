/** What the parts of the comparison share: both sides, what was found, and how the compiler is asked. */
import type { ts } from 'ts-morph';
import type { ChangeEffect } from '../../../facts/interface.ts';
import { canonOf, type Canon } from './canon.ts';
import type { compareTypes } from './compare-types.ts';
import { writerOf, type Probe, type Use, type Writer } from './consumer.ts';
import { effectOf, type KindId } from './kinds.ts';
import { namesOf, type Names } from './names.ts';
import { reachOf, type Polarity, type Reached } from './reach.ts';
import type { Side } from './sides.ts';

export interface View {
  side: Side;
  names: Names;
  canon: Canon;
  reach: Map<string, Reached>;
  writer: Writer;
}

/** The same thing on both sides. */
export interface Pair<Value> {
  before: Value;
  after: Value;
}

/** A change before it is placed and proven. */
export interface Draft {
  kind: KindId;
  name: string;
  /** The declaration that changed, after and before; in the joint program. */
  nodes: { before: ts.Node | undefined; after: ts.Node | undefined };
  /** Path of the entry, where there is no declaration. */
  entry: string;
  effect: ChangeEffect;
  message: string;
  before: string | null;
  after: string | null;
  /** The most readable first. */
  probes: Probe[];
  /** The compiler has been asked, and said that nothing breaks. */
  checked: boolean;
  /** No change at all where no consumer shows it: the compiler may pick the same overload in either order. */
  onlyProven?: boolean;
  /** Rests on a type that could not be found. */
  unresolved: boolean;
}

/** Where the comparison is. */
export interface Place {
  name: string;
  entry: string;
  nodes: Draft['nodes'];
  how: Polarity;
  /** Said in the message where it decides: `as input`. */
  use: Use;
}

export interface Comparison {
  before: View;
  after: View;
  checker: ts.TypeChecker;
  /** What the compiler says: a value of the first can stand where the second is expected. */
  assignable(from: ts.Type, to: ts.Type): boolean;
  report(kind: KindId, place: Place, details: Partial<Draft> & { message: string }, byDirection?: ChangeEffect): void;
  drafts: Draft[];
  /** Types that were taken apart so far. */
  steps: number;
  /** Compares two types: what members, parameters and results have may have members in turn. */
  types: typeof compareTypes;
}

/** Both nodes of a pair of symbols. */
export function nodesOf(before: ts.Symbol | undefined, after: ts.Symbol | undefined): Draft['nodes'] {
  return { before: before?.declarations?.[0], after: after?.declarations?.[0] };
}

/** Pairs two sides of one program. */
export function comparisonOf(before: Side, after: Side, types: Comparison['types']): Comparison {
  const checker = after.checker as ts.TypeChecker & { isTypeAssignableTo(from: ts.Type, to: ts.Type): boolean };
  // A file that stood alone keeps its names when another one joins it.
  const several = before.entries.length > 1 || after.entries.length > 1;
  const names = [namesOf(before, several), namesOf(after, several)] as const;
  const [viewBefore, viewAfter] = [before, after].map((side, index): View => {
    const own = names[index]!;
    const others = names[1 - index]!;
    return {
      side, names: own, reach: reachOf(side, own), writer: writerOf(side, own),
      canon: canonOf(side, own, (symbol, id) => (others.symbolOf(id) === undefined && !own.publicNames.has(symbol) ? 'expand' : 'name')),
    };
  }) as [View, View];
  const drafts: Draft[] = [];
  const isHeavy = heavyTypes(checker, viewBefore.names);
  return {
    before: viewBefore, after: viewAfter, checker, drafts, steps: 0, types,
    assignable: (from, to) => !isHeavy(from) && !isHeavy(to) && checker.isTypeAssignableTo(from, to),
    report(kind, place, details, byDirection = 'major') {
      drafts.push({
        kind, name: place.name, nodes: place.nodes, entry: place.entry, effect: effectOf(kind, byDirection), before: null, after: null, probes: [],
        checked: false, unresolved: false, ...details,
      });
    },
  };
}

const HEAVY_MEMBERS = 15;

/** Whether a type names a generic declaration with many members: two copies of one, held against each other, can keep the compiler busy for minutes. */
function heavyTypes(checker: ts.TypeChecker, names: Names): (type: ts.Type) => boolean {
  const known = new Map<ts.Type, boolean>();
  const ask = (type: ts.Type): boolean => (checker.typeToString(type).match(/[A-Za-z_$][\w$]*(?=<)/g) ?? []).some((word) => {
    const symbol = names.byWord(word);
    return symbol !== undefined && checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).length > HEAVY_MEMBERS;
  });
  return (type) => {
    if (!known.has(type)) known.set(type, ask(type));
    return known.get(type)!;
  };
}

/** A type or signature, short enough to be read. */
export function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** The words for a direction, where it decides. */
export function direction({ in: given, out }: Polarity): string {
  return given && out ? 'read as input and output' : given ? 'read as input' : 'read as output';
}

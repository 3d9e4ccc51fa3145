/** Compares two types at one place: taken apart as far as their forms agree, held against each other by the compiler where they do not. */
import { ts } from 'ts-morph';
import type { ChangeEffect } from '../../../facts/interface.ts';
import { membersOfUnion, NO_SCOPE, type Scope } from './canon.ts';
import { compareMembers } from './compare-members.ts';
import { compareSignatures } from './compare-signatures.ts';
import { direction, short, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import type { Probe } from './consumer.ts';
import { isLibrary } from './library.ts';
import type { KindId } from './kinds.ts';
import { BOTH } from './reach.ts';

/** What the type is at its place. Each role has its own kinds of change. */
export type Role = 'parameter' | 'return' | 'property' | 'constant' | 'type' | 'index';

export interface TypePair {
  types: Pair<ts.Type>;
  scopes: Pair<Scope>;
  role: Role;
  /** Left out of both, because it is judged by itself. */
  optional?: Pair<boolean>;
  /** What the compiler says where the types alone cannot be held against each other, as type parameters are in them. */
  related?: () => Pair<boolean>;
  /** How the types are written, where their own names would say nothing. */
  texts?: Pair<string>;
  /** What a consumer gets may also be assigned by it, as the fields of a class. */
  writable?: boolean;
}

const MAX_NESTING = 12;
/** Types that are taken apart in one comparison; beyond, the compiler holds whole types against each other. */
const MAX_STEPS = 50_000;
const UNRESOLVED = /(?<![\w>\])}"])\?[A-Za-z_$]/;
let nesting = 0;

/** Reports what changed between two types. */
export function compareTypes(c: Comparison, pair: TypePair, place: Place): void {
  const texts = pair.texts ?? textsOf(c, pair);
  if (texts.before === texts.after || nesting > MAX_NESTING) return;
  nesting++;
  try {
    if (!takeApart(c, pair, place)) compareLeaf(c, pair, texts, place);
  } finally {
    nesting--;
  }
}

/** Both types as they are written. */
export function textsOf(c: Comparison, { types, scopes, optional }: TypePair): Pair<string> {
  return {
    before: optional?.before === true ? c.before.canon.ofOptional(types.before, scopes.before) : c.before.canon.ofType(types.before, scopes.before),
    after: optional?.after === true ? c.after.canon.ofOptional(types.after, scopes.after) : c.after.canon.ofType(types.after, scopes.after),
  };
}

function takeApart(c: Comparison, pair: TypePair, place: Place): boolean {
  if (++c.steps > MAX_STEPS) return false;
  const before = withoutUndefined(c, pair, 'before');
  const after = withoutUndefined(c, pair, 'after');
  if (before === null || after === null) return false;
  // What both name is compared once, where it is declared; only its type arguments can differ here.
  if (pair.texts === undefined && isNamed(c.before, before) && isNamed(c.after, after)) return false;
  if (isPlainObject(c, before) && isPlainObject(c, after)) {
    const isFunction = (type: ts.Type): boolean => c.checker.getPropertiesOfType(type).length === 0 && type.getConstructSignatures().length === 0;
    if (isFunction(before) && isFunction(after) && before.getCallSignatures().length > 0 && after.getCallSignatures().length > 0) {
      compareSignatures(c, { before: before.getCallSignatures(), after: after.getCallSignatures() }, pair.scopes, place, { form: 'call',
        types: { before, after } });
      return true;
    }
    if (!sharesProperty(c, before, after)) return false;
    compareMembers(c, { before, after }, pair.scopes, place);
    return true;
  }
  const inner = sameContainer(c, before, after);
  if (inner !== null) {
    const { use } = place;
    const isPromise = before.symbol.name.startsWith('Promise');
    const read = use.read === null ? null : isPromise ? `(await ${use.read})` : `${use.read}[0]!`;
    const { write } = use;
    const own = { ...use, read, write: write === null ? null : (value: string) => write(isPromise ? `Promise.resolve(${value})` : `[${value}]`) };
    compareTypes(c, { types: inner, scopes: pair.scopes, role: pair.role }, { ...place, use: own });
    return true;
  }
  return before.isUnion() && after.isUnion() && compareUnions(c, { ...pair, types: { before, after } }, place);
}

/** Members of a union that only changed within; false when a member came or went. */
function compareUnions(c: Comparison, pair: TypePair, place: Place): boolean {
  const membersOf = (side: 'before' | 'after'): { type: ts.Type; text: string }[] =>
    (pair.types[side] as ts.UnionType).types.map((type) => ({ type, text: c[side].canon.ofType(type, pair.scopes[side]) }));
  const [before, after] = [membersOf('before'), membersOf('after')];
  const restBefore = before.filter(({ text }) => !after.some((other) => other.text === text));
  const restAfter = after.filter(({ text }) => !before.some((other) => other.text === text));
  if (restBefore.length === 0 || restBefore.length !== restAfter.length) return false;
  const pairs = restBefore.map((one) => ({ one, other: restAfter.length === 1 ? restAfter[0] : restAfter.find((each) => sameTag(c, one.type, each.type)) }));
  if (pairs.some(({ one, other }) => other === undefined || !isPlainObject(c, one.type) || !isPlainObject(c, other.type))) return false;
  if (pairs.some(({ one, other }) => !sharesProperty(c, one.type, other!.type))) return false;
  // A consumer cannot pick a member of the union, so nothing is compiled for it by its name.
  for (const { one, other } of pairs) {
    compareTypes(c, { types: { before: one.type, after: other!.type }, scopes: pair.scopes, role: pair.role }, { ...place, use: { ...place.use, read: null } });
  }
  return true;
}

function sameTag(c: Comparison, one: ts.Type, other: ts.Type): boolean {
  return c.checker.getPropertiesOfType(one).some((property) => {
    const twin = other.getProperty(property.name);
    if (twin === undefined) return false;
    const [a, b] = [c.checker.getTypeOfSymbol(property), c.checker.getTypeOfSymbol(twin)];
    return a.isLiteral() && b.isLiteral() && a.value === b.value;
  });
}

function withoutUndefined(c: Comparison, { types, optional }: TypePair, side: 'before' | 'after'): ts.Type | null {
  const type = types[side];
  if (optional?.[side] !== true || !type.isUnion()) return type;
  const rest = type.types.filter((each) => (each.flags & ts.TypeFlags.Undefined) === 0);
  return rest.length === 1 ? rest[0]! : rest.length === type.types.length ? type : c.checker.getNonNullableType(type);
}

function sharesProperty(c: Comparison, one: ts.Type, other: ts.Type): boolean {
  const properties = c.checker.getPropertiesOfType(one);
  if (properties.length === 0 || c.checker.getPropertiesOfType(other).length === 0) return true;
  return properties.some(({ name }) => other.getProperty(name) !== undefined);
}

/** A reference to a declaration of the project. */
function isNamed(view: View, type: ts.Type): boolean {
  const symbol = type.aliasSymbol ?? type.symbol;
  return symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.TypeAlias)) !== 0
    && !type.isUnion() && view.names.idOf(symbol) !== null && view.canon.ofType(type, NO_SCOPE).startsWith(view.names.idOf(symbol)!);
}

/** An object whose members a reader would compare one by one. */
function isPlainObject(c: Comparison, type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.every((each) => isPlainObject(c, each));
  if ((type.flags & ts.TypeFlags.Object) === 0 || c.checker.isArrayType(type) || c.checker.isTupleType(type) || type.isClass()) return false;
  const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName;
  const named = (type.symbol?.flags ?? 0) & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class);
  if ((named & ts.SymbolFlags.Class) !== 0) return false;
  if (named !== 0 && (file === undefined || isLibrary(file) || file.includes('/node_modules/'))) return false;
  return c.checker.getPropertiesOfType(type).length + type.getCallSignatures().length + type.getConstructSignatures().length
    + c.checker.getIndexInfosOfType(type).length > 0;
}

/** The contents, where both are the same list or promise of plain objects. */
function sameContainer(c: Comparison, before: ts.Type, after: ts.Type): Pair<ts.Type> | null {
  if ((before.flags & after.flags & ts.TypeFlags.Object) === 0 || before.symbol === undefined || before.symbol !== after.symbol) return null;
  if (!['Array', 'ReadonlyArray', 'Promise', 'PromiseLike'].includes(before.symbol.name)) return null;
  const [one] = c.checker.getTypeArguments(before as ts.TypeReference);
  const [other] = c.checker.getTypeArguments(after as ts.TypeReference);
  if (one === undefined || other === undefined || !isPlainObject(c, one) || !isPlainObject(c, other)) return null;
  return { before: one, after: other };
}

type Step = 'narrowed' | 'widened' | 'changed' | 'same';

function compareLeaf(c: Comparison, pair: TypePair, texts: Pair<string>, place: Place): void {
  const unresolved = UNRESOLVED.test(texts.before) || UNRESOLVED.test(texts.after);
  const { step, checked } = stepOf(c, pair, texts);
  if (step === 'same') return;
  const how = pair.writable === true ? BOTH : place.how;
  const [fromAny, toAny] = [holdsAny(texts.before), holdsAny(texts.after)];
  let effect: ChangeEffect = step === 'changed' ? 'major' : (step === 'narrowed' ? how.in : how.out) ? 'major' : 'minor';
  // `any` is accepted everywhere and accepts everything: leaving it can refuse anything, and going there refuses nothing.
  if (step !== 'changed' && fromAny !== toAny) effect = fromAny ? 'major' : 'minor';
  const { kind, what } = kindOf(pair.role, step);
  const read = step === 'changed' || pair.role === 'return' || pair.role === 'parameter' ? '' : ` (${direction(how)})`;
  const verb = step === 'changed' ? 'changed from' : step === 'narrowed' ? 'was narrowed from' : 'was widened from';
  const message = `${what(place.name)} ${verb} ${short(texts.before)} to ${short(texts.after)}${read}.`;
  c.report(kind, place, {
    message, before: short(texts.before), after: short(texts.after), unresolved, checked: checked && effect !== 'major',
    probes: effect === 'major' ? leafProbes(c, pair, { ...place, how }) : [],
  }, effect);
}

function stepOf(c: Comparison, pair: TypePair, texts: Pair<string>): { step: Step; checked: boolean } {
  const { before, after } = pair.types;
  const [before_, after_] = [membersOfUnion(texts.before), membersOfUnion(texts.after)];
  const generic = /\b[TKI]\d+\b/.test(`${texts.before} ${texts.after}`);
  const [fromAny, toAny] = [holdsAny(texts.before), holdsAny(texts.after)];
  if (fromAny !== toAny && c.assignable(after, before) && c.assignable(before, after)) return { step: toAny ? 'widened' : 'narrowed', checked: false };
  const back = generic && pair.related !== undefined ? pair.related() : { before: c.assignable(before, after), after: c.assignable(after, before) };
  const [left, come] = [before_.filter((each) => !after_.includes(each)), after_.filter((each) => !before_.includes(each))];
  if (back.before && back.after && !generic) return { step: 'same', checked: true };
  if (left.length === 0 && !back.after) return { step: 'widened', checked: back.before };
  if (come.length === 0 && !back.before) return { step: 'narrowed', checked: back.after };
  if (back.before !== back.after) return { step: back.after ? 'narrowed' : 'widened', checked: true };
  if (generic && left.length === 0) return { step: 'widened', checked: false };
  if (generic && come.length === 0) return { step: 'narrowed', checked: false };
  return { step: 'changed', checked: false };
}

function holdsAny(text: string): boolean {
  return /\bany\b/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''));
}

function kindOf(role: Role, step: Exclude<Step, 'same'>): { kind: KindId; what: (name: string) => string } {
  if (role === 'index') return { kind: 'index-signature-changed', what: (name) => `What is found under a name of ${name}` };
  const words = { parameter: 'The parameter', return: 'What is returned by', property: 'The property', constant: 'The value', type: 'The type' };
  return { kind: `${role}-${step}`, what: (name) => `${words[role]} ${name}` };
}

/** Consumers that read what came in addition, or pass what is no longer taken. */
function leafProbes(c: Comparison, pair: TypePair, place: Place): Probe[] {
  const { use } = place;
  const { writer } = c.before;
  const probes: Probe[] = [];
  const type = pair.types.before;
  const printed = writer.print(type, pair.role === 'type');
  const uses = [...use.uses, ...(printed?.uses ?? [])];
  const { write } = use;
  if (write !== null && place.how.in) {
    for (const { type: one, text } of writer.samples(type)) {
      const lost = pair.optional?.before === true && (one.flags & ts.TypeFlags.Undefined) !== 0;
      if (!lost && !c.assignable(one, pair.types.after)) probes.push({ uses: use.uses, lines: [...use.prelude, `${write(text)};`] });
    }
    if (printed !== null) probes.push({ uses, lines: [...use.prelude, `declare const value: ${printed.text};`, `${write('value')};`] });
  }
  if (use.read !== null && place.how.out) {
    if (printed !== null) probes.push({ uses, lines: [...use.prelude, `const result: ${printed.text} = ${use.read};`] });
    for (const property of c.checker.getPropertiesOfType(type).slice(0, 3)) {
      probes.push({ uses: use.uses, lines: [...use.prelude, `${use.read}.${property.name};`] });
    }
    probes.push(...primitiveProbes(type, place));
  }
  if (printed !== null && place.how.in && place.how.out && write !== null && use.read !== null) probes.push({ uses, lines: [...use.prelude,
    `${write(use.read)};`] });
  return probes;
}

/** What can be done with anything, and is refused for the new type: leaving `any`. */
function primitiveProbes(type: ts.Type, place: Place): Probe[] {
  if ((type.flags & ts.TypeFlags.Any) === 0) return [];
  return ['string', 'number'].map((word) => ({ uses: place.use.uses, lines: [...place.use.prelude, `const result: ${word} = ${place.use.read!};`] }));
}

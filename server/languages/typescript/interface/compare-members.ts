/** Compares the members of two object types: properties, methods, signatures. */
import { ts } from 'ts-morph';
import type { ChangeEffect } from '../../../facts/interface.ts';
import { isReadonly, type Scope } from './canon.ts';
import { compareSignatures } from './compare-signatures.ts';
import { direction, nodesOf, short, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import { propertyOf, type Probe } from './consumer.ts';

/** Names that the comparison of classes has dealt with already are left out. */
export type Skip = (name: string) => boolean;

/** Reports what changed between the members of two types. */
export function compareMembers(c: Comparison, types: Pair<ts.Type>, scopes: Pair<Scope>, place: Place, skip: Skip = () => false): void {
  const of = (type: ts.Type): Map<string, ts.Symbol> => new Map(c.checker.getPropertiesOfType(type).map((each) => [keyOf(each), each]));
  const [before, after] = [of(types.before), of(types.after)];
  for (const [key, symbol] of before) {
    if (skip(key)) continue;
    const other = after.get(key);
    if (other === undefined) reportRemoved(c, symbol, scopes, place);
    else compareProperty(c, { before: symbol, after: other }, scopes, place);
  }
  for (const [key, symbol] of after) if (!before.has(key) && !skip(key)) reportAdded(c, symbol, types, scopes, place);
  compareCallable(c, types, scopes, place, 'call');
  compareCallable(c, types, scopes, place, 'new');
  compareIndexes(c, types, scopes, place);
}

/** Symbols as names carry a number that differs in each program. */
export function keyOf(symbol: ts.Symbol): string {
  return symbol.name.replace(/^__@(.+)@\d+$/, '[$1]');
}

function isMethod(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Method) !== 0;
}

function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

function written(view: View, symbol: ts.Symbol, scope: Scope): string {
  const type = view.side.checker.getTypeOfSymbol(symbol);
  return short(isOptional(symbol) ? view.canon.ofOptional(type, scope) : view.canon.ofType(type, scope));
}

function memberPlace(c: Comparison, place: Place, before: ts.Symbol | undefined, after: ts.Symbol | undefined): Place {
  const name = keyOf((after ?? before)!);
  const nodes = nodesOf(before, after);
  const { use } = place;
  const readable = use.read !== null && !name.startsWith('[');
  const { write } = use;
  const owner = before === undefined ? undefined : before;
  const set = write === null || owner === undefined ? null : (value: string): string => write(`{ ${siblings(c, owner)}${name}: ${value} }`);
  return {
    name: name.startsWith('[') ? `${place.name}${name}` : `${place.name}.${name}`, entry: place.entry, how: place.how,
    // What comes from a library has no place of its own here.
    nodes: { before: nodes.before ?? place.nodes.before, after: nodes.after ?? place.nodes.after },
    use: {
      ...use, read: readable ? propertyOf(use.read!, name) : null,
      write: readable && place.how.out && (place.how.in || (before !== undefined && inClass(before)))
        ? (value) => `${propertyOf(use.read!, name)} = ${value}` : set,
    },
  };
}

/** The other properties that a literal must have. */
function siblings(c: Comparison, symbol: ts.Symbol): string {
  const owner = (symbol as ts.Symbol & { parent?: ts.Symbol }).parent;
  if (owner === undefined) return '';
  const all = [...owner.members?.values() ?? []].filter((each) => each !== symbol && (each.flags & ts.SymbolFlags.Property) !== 0 && !isOptional(each));
  return all.map((each) => `${each.name}: ${c.before.writer.sample(c.checker.getTypeOfSymbol(each))}, `).join('');
}

/** A field or method of a class. */
function inClass(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some(({ parent }) => ts.isClassLike(parent)) ?? false;
}

function reportRemoved(c: Comparison, symbol: ts.Symbol, scopes: Pair<Scope>, place: Place): void {
  const own = memberPlace(c, place, symbol, undefined);
  const probes: Probe[] = [];
  if (own.use.read !== null) probes.push({ uses: own.use.uses, lines: [...own.use.prelude, `${own.use.read};`] });
  if (own.use.write !== null) probes.push({ uses: own.use.uses, lines: [...own.use.prelude,
    `${own.use.write(c.before.writer.sample(c.checker.getTypeOfSymbol(symbol)))};`] });
  if (symbol.declarations?.some((each) => c.before.side.nominal(each.getSourceFile())?.protectedEnds.has(each.end)) === true) {
    const line = `class Extended extends ${place.name.split('#').at(-1)!} { read() { return this.${symbol.name}; } }`;
    probes.push({ uses: own.use.uses, lines: [line] });
  }
  c.report(isMethod(symbol) ? 'method-removed' : 'property-removed', own, {
    message: `${own.name} is gone${wasDeprecated(symbol) ? ', as its deprecation had announced' : ''}.`, before: written(c.before, symbol,
      scopes.before), probes,
  });
}

/** True when a declaration says `@deprecated`. */
export function wasDeprecated(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === 'deprecated');
}

function reportAdded(c: Comparison, symbol: ts.Symbol, types: Pair<ts.Type>, scopes: Pair<Scope>, place: Place): void {
  const own = memberPlace(c, place, undefined, symbol);
  const after = written(c.after, symbol, scopes.after);
  const classMember = inClass(symbol);
  if (isMethod(symbol) && (classMember || !place.how.in || isOptional(symbol))) {
    c.report('method-added', own, { message: `${own.name} is new.`, after, checked: true });
    return;
  }
  const breaks = !isOptional(symbol) && place.how.in && !classMember;
  const effect: ChangeEffect = breaks ? 'major' : 'minor';
  const { write, uses, prelude } = place.use;
  const sample = c.before.writer.sample(types.before);
  const read = `${breaks ? ' and must be given' : ''} (${direction(place.how)})`;
  c.report(isOptional(symbol) ? 'property-added-optional' : 'property-added-required', own, {
    message: `${own.name} (${after}) is new${isOptional(symbol) ? ' and may be left out' : read}.`,
    after, checked: !breaks,
    probes: breaks && write !== null && sample !== 'null!' ? [{ uses, lines: [...prelude, `${write(sample)};`] }] : [],
  }, effect);
}

function compareProperty(c: Comparison, pair: Pair<ts.Symbol>, scopes: Pair<Scope>, place: Place): void {
  const own = memberPlace(c, place, pair.before, pair.after);
  const optional = { before: isOptional(pair.before), after: isOptional(pair.after) };
  if (optional.before !== optional.after) {
    const breaks = optional.before ? place.how.in : place.how.out;
    const { uses, prelude, read } = own.use;
    const printed = c.before.writer.print(c.checker.getTypeOfSymbol(pair.before));
    const probes: Probe[] = optional.before
      ? place.use.write === null ? [] : [{ uses: place.use.uses, lines: [...place.use.prelude, `${place.use.write(ownerSample(c, pair.before))};`] }]
      : read === null || printed === null ? [] : [{ uses: [...uses, ...printed.uses], lines: [...prelude, `const result: ${printed.text} = ${read};`] }];
    c.report(optional.before ? 'property-became-required' : 'property-became-optional', own, {
      message: `${own.name} is now ${optional.before ? 'required' : 'optional'} (${direction(place.how)}).`, checked: !breaks, probes: breaks ? probes : [],
      before: written(c.before, pair.before, scopes.before), after: written(c.after, pair.after, scopes.after),
    }, breaks ? 'major' : 'minor');
  }
  compareWriting(c, pair, own);
  const types = { before: c.checker.getTypeOfSymbol(pair.before), after: c.checker.getTypeOfSymbol(pair.after) };
  const writable = !isMethod(pair.before) && !isReadonly(pair.before) && inClass(pair.before);
  c.types(c, { types, scopes, role: 'property', writable, optional: { before: optional.before || optional.after, after: optional.before
    || optional.after } }, own);
}

function ownerSample(c: Comparison, symbol: ts.Symbol): string {
  return `{ ${siblings(c, symbol).replace(/, $/, '')} }`.replace('{  }', '{}');
}

function compareWriting(c: Comparison, pair: Pair<ts.Symbol>, own: Place): void {
  const [was, is] = [isReadonly(pair.before), isReadonly(pair.after)];
  if (was === is || isMethod(pair.before) || isMethod(pair.after)) return;
  const accessor = ((pair.before.flags | pair.after.flags) & ts.SymbolFlags.Accessor) !== 0;
  const { uses, prelude, read } = own.use;
  const sample = c.before.writer.sample(c.checker.getTypeOfSymbol(pair.before));
  if (is) {
    const breaks = own.how.out || accessor;
    const probes = read === null || !breaks ? [] : [{ uses, lines: [...prelude, `${read} = ${sample};`] }];
    c.report(accessor ? 'setter-removed' : 'property-became-readonly', own, {
      message: `${own.name} can no longer be assigned${breaks ? '' : ` (${direction(own.how)})`}.`, probes, checked: !breaks,
    }, breaks ? 'major' : 'minor');
  } else {
    c.report(accessor ? 'setter-added' : 'property-became-mutable', own, { message: `${own.name} can now be assigned.`, checked: true }, 'minor');
  }
}

function compareCallable(c: Comparison, types: Pair<ts.Type>, scopes: Pair<Scope>, place: Place, form: 'call' | 'new'): void {
  const of = (type: ts.Type): readonly ts.Signature[] => (form === 'call' ? type.getCallSignatures() : type.getConstructSignatures());
  const [before, after] = [of(types.before), of(types.after)];
  const word = form === 'call' ? 'called' : 'constructed';
  const callee = place.use.read === null ? null : form === 'call' ? place.use.read : `new ${place.use.read}`;
  if (before.length > 0 && after.length === 0) {
    const probes = callee === null ? [] : [{ uses: place.use.uses, lines: [...place.use.prelude, `${callee}(${c.before.writer.args(before[0]!)});`] }];
    c.report(form === 'call' ? 'call-signature-removed' : 'construct-signature-removed', place, { message: `${place.name} can no longer be ${word}.`, probes });
  } else if (before.length === 0 && after.length > 0) {
    c.report(form === 'call' ? 'call-signature-added' : 'construct-signature-added', place, { message: `${place.name} can now be ${word}.` });
  } else if (before.length > 0) compareSignatures(c, { before, after }, scopes, place, { form, types, callee });
}

function compareIndexes(c: Comparison, types: Pair<ts.Type>, scopes: Pair<Scope>, place: Place): void {
  const of = (view: View, type: ts.Type, scope: Scope): Map<string, ts.IndexInfo> =>
    new Map(c.checker.getIndexInfosOfType(type).map((info) => [view.canon.ofType(info.keyType, scope), info]));
  const [before, after] = [of(c.before, types.before, scopes.before), of(c.after, types.after, scopes.after)];
  for (const [key, info] of before) {
    const other = after.get(key);
    const read = place.use.read === null ? null : `${place.use.read}[${key === 'number' ? '0' : "'other'"}]`;
    const { write } = place.use;
    const set = write === null ? null : (value: string): string => write(`{ other: ${value} }`);
    const own: Place = { ...place, use: { ...place.use, read, write: set } };
    if (other === undefined) {
      c.report('index-signature-removed', own, {
        message: `${place.name} no longer takes just any ${key} as a name.`,
        probes: read === null ? [] : [{ uses: own.use.uses, lines: [...own.use.prelude, `${read};`] }],
      });
    } else c.types(c, { types: { before: info.type, after: other.type }, scopes, role: 'index' }, own);
  }
  for (const key of after.keys()) if (!before.has(key)) c.report('index-signature-added', place, { message: `${place.name} now takes any ${key} as a name.` });
}

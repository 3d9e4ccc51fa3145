/** Compares what two states export: names that came and went, then each name that stayed. */
import { ts } from 'ts-morph';
import { NO_SCOPE, typeParametersOf } from './canon.ts';
import { compareClasses } from './compare-classes.ts';
import { compareEnums } from './compare-enums.ts';
import { compareMembers, wasDeprecated } from './compare-members.ts';
import { compareTypeParameters, numbered } from './compare-type-parameters.ts';
import { compareTypes } from './compare-types.ts';
import { nodesOf, short, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import { NOTHING, type Probe, type Use } from './consumer.ts';
import type { Exported } from './names.ts';
import { BOTH, localName, OUT, type Reached } from './reach.ts';

/** Reports everything that changed between both sides. */
export function compareExports(c: Comparison): void {
  compareEntries(c);
  const compared = new Set<string>();
  for (const one of c.before.names.exported.values()) {
    const other = c.after.names.exported.get(one.name);
    if (other === undefined) reportRemoved(c, one);
    else {
      compareFaces(c, { before: one, after: other });
      compareDeprecation(c, { before: one, after: other });
      // Under a second name the same declarations are not compared again.
      const id = c.before.names.idOf(one.symbol);
      if (id === null || id !== c.after.names.idOf(other.symbol) || !compared.has(id)) compareSafely(c, { before: one, after: other });
      if (id !== null) compared.add(id);
    }
  }
  for (const one of c.after.names.exported.values()) if (!c.before.names.exported.has(one.name)) reportAdded(c, one);
  compareHidden(c, compared);
}

/** A type that the compiler itself fails on, or that nests without end, is judged by its text. */
function compareSafely(c: Comparison, pair: Pair<Exported>): void {
  const found = c.drafts.length;
  try {
    compareExport(c, pair);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    c.drafts.length = found;
    const text = ({ symbol }: Exported): string => (symbol.declarations ?? []).map((each) => each.getText()).join('\n').replace(/\s+/g, ' ');
    const place = placeOf(pair.before, pair.after);
    if (text(pair.before) !== text(pair.after)) c.report('type-changed', place,
      { message: `The declaration of ${place.name} changed and is nested too deeply to be compared.` });
  }
}

/** Declarations that are not exported but reached from what is. */
function compareHidden(c: Comparison, compared: Set<string>): void {
  for (const [id, reached] of c.before.reach) {
    const [before, after] = [c.before.names.symbolOf(id), c.after.names.symbolOf(id)];
    if (compared.has(id) || before === undefined || after === undefined || !c.after.reach.has(id)) continue;
    compared.add(id);
    const entry = c.before.side.entries[0]?.entry.path ?? '';
    compareDeclared(c, { before, after }, { name: id, entry, nodes: nodesOf(before, after), how: reached, use: useOf(reached) }, null);
  }
}

function compareEntries(c: Comparison): void {
  const of = (view: View): Map<string, string> => new Map(view.side.entries.map(({ entry, module }) => [entry.name, module === null ? '' : entry.path]));
  const [before, after] = [of(c.before), of(c.after)];
  for (const [name, path] of before) {
    if (after.has(name)) continue;
    c.report('subpath-removed', { name, entry: path, nodes: { before: undefined, after: undefined }, how: OUT, use: NOTHING }, {
      message: `The entry ${name} is gone.`, before: path,
    });
  }
  for (const [name, path] of after) {
    if (before.has(name)) continue;
    c.report('subpath-added', { name, entry: path, nodes: { before: undefined, after: undefined }, how: OUT, use: NOTHING }, {
      message: `The entry ${name} is new.`, after: path, checked: true,
    });
  }
}

function placeOf(before: Exported | undefined, after: Exported | undefined): Place {
  const one = (after ?? before)!;
  return { name: one.name, entry: one.entry, nodes: nodesOf(before?.symbol, after?.symbol), how: OUT, use: NOTHING };
}

function reportRemoved(c: Comparison, one: Exported): void {
  if ([...c.before.names.exported.values()].some((outer) => outer !== one && one.name.startsWith(`${outer.name}.`)
    && !c.after.names.exported.has(outer.name))) return;
  const name = localName(one);
  const deprecated = wasDeprecated(one.symbol);
  // An import alone is refused too where nothing is exported under the name.
  const line = one.value ? `${name};` : `declare const it: ${name}${anyArguments(one.symbol)};`;
  c.report(deprecated ? 'deprecated-removed' : 'export-removed', placeOf(one, undefined), {
    message: `${one.name} is no longer exported${deprecated ? ', as its deprecation had announced' : ''}.`, before: signatureOf(c.before, one),
    probes: [{ uses: [one], lines: [line] }, ...valueProbes(c, one)],
  });
}

/** Importing a default that is gone can be accepted as the whole module; using it as what it was is not. */
function valueProbes(c: Comparison, one: Exported): Probe[] {
  if (!one.value) return [];
  const printed = c.before.writer.print(c.checker.getTypeOfSymbol(one.symbol));
  return printed === null ? [] : [{ uses: [one, ...printed.uses], lines: [`const value: ${printed.text} = ${localName(one)};`] }];
}

function reportAdded(c: Comparison, one: Exported): void {
  if ([...c.after.names.exported.values()].some((outer) => outer !== one && one.name.startsWith(`${outer.name}.`)
    && !c.before.names.exported.has(outer.name))) return;
  c.report('export-added', placeOf(undefined, one), { message: `${one.name} is new.`, after: signatureOf(c.after, one), checked: true });
}

function anyArguments(symbol: ts.Symbol): string {
  const required = typeParametersOf(symbol).filter((each) => each.default === undefined);
  return required.length === 0 ? '' : `<${required.map(() => 'any').join(', ')}>`;
}

function signatureOf(view: View, one: Exported): string {
  const { checker } = view.side;
  const isType = (one.symbol.flags & ts.SymbolFlags.Value) === 0;
  return short(isType ? view.canon.ofDeclared(one.symbol, numbered(typeParametersOf(one.symbol),
    NO_SCOPE)) : view.canon.ofType(checker.getTypeOfSymbol(one.symbol), NO_SCOPE));
}

function compareFaces(c: Comparison, { before, after }: Pair<Exported>): void {
  const place = placeOf(before, after);
  const name = localName(before);
  if (kindOf(before.symbol) !== kindOf(after.symbol) && before.value === after.value) return;
  if (before.value && !after.value) {
    c.report('export-became-type-only', place, { message: `${after.name} can now only be used as a type.`, probes: [{ uses: [before],
      lines: [`console.log(${name});`] }] });
  } else if (!before.value && after.value) c.report('export-gained-value', place, { message: `${after.name} can now be used as a value too.`, checked: true });
  if (before.type && !after.type) {
    c.report('export-lost-type', place, {
      message: `${after.name} can no longer be used as a type.`, probes: [{ uses: [before],
        lines: [`declare const it: ${name}${anyArguments(before.symbol)};`] }],
    });
  } else if (!before.type && after.type) c.report('export-gained-type', place, { message: `${after.name} can now be used as a type too.`, checked: true });
  // What a namespace held is reported name by name.
  if (!before.namespace && after.namespace) c.report('export-gained-namespace', place, { message: `${after.name} is now a namespace too.`, checked: true });
}

function compareDeprecation(c: Comparison, { before, after }: Pair<Exported>): void {
  const [was, is] = [wasDeprecated(before.symbol), wasDeprecated(after.symbol)];
  const place = placeOf(before, after);
  if (!was && is) c.report('deprecation-added', place, { message: `${after.name} is now deprecated.`, checked: true });
  if (was && !is) c.report('deprecation-removed', place, { message: `${after.name} is no longer deprecated.`, checked: true });
  for (const member of [...after.symbol.members?.values() ?? []]) {
    const old = before.symbol.members?.get(member.escapedName);
    if (old === undefined) continue;
    const own: Place = { ...place, name: `${after.name}.${member.name}`, nodes: nodesOf(old, member) };
    if (!wasDeprecated(old) && wasDeprecated(member)) c.report('deprecation-added', own, { message: `${own.name} is now deprecated.`, checked: true });
    if (wasDeprecated(old) && !wasDeprecated(member)) c.report('deprecation-removed', own, { message: `${own.name} is no longer deprecated.`, checked: true });
  }
}

type Kind = 'class' | 'enum' | 'function' | 'variable' | 'type' | 'namespace';

function kindOf({ flags }: ts.Symbol): Kind {
  if ((flags & ts.SymbolFlags.Class) !== 0) return 'class';
  if ((flags & ts.SymbolFlags.Enum) !== 0) return 'enum';
  if ((flags & ts.SymbolFlags.Function) !== 0) return 'function';
  if ((flags & ts.SymbolFlags.Variable) !== 0) return 'variable';
  return (flags & ts.SymbolFlags.Type) !== 0 ? 'type' : 'namespace';
}

function compareExport(c: Comparison, pair: Pair<Exported>): void {
  const { before, after } = pair;
  const place = placeOf(before, after);
  const id = c.before.names.idOf(before.symbol);
  const reached = mergedReach(id === null ? undefined : c.before.reach.get(id), c.after.reach.get(c.after.names.idOf(after.symbol) ?? ''));
  const symbols = { before: before.symbol, after: after.symbol };
  const [was, is] = [kindOf(before.symbol), kindOf(after.symbol)];
  const name = localName(before);
  const typeUse: Use = useOf({ ...reached, access: { text: name + anyArguments(before.symbol), uses: [before] } });
  const valueUse: Use = { uses: [before], prelude: [], read: name, write: null };
  const simple = (kind: Kind): boolean => kind === 'class' || kind === 'enum';
  if (was === is && simple(was)) return compareDeclared(c, symbols, { ...place, how: reached, use: typeUse }, before.value ? name : null, reached.used);
  const found = c.drafts.length;
  if (before.type && after.type) compareDeclared(c, symbols, { ...place, how: reached, use: typeUse }, name);
  if (before.value && after.value && was !== 'namespace' && is !== 'namespace' && !(simple(was) && is === 'type')) {
    const types = { before: c.checker.getTypeOfSymbol(before.symbol), after: c.checker.getTypeOfSymbol(after.symbol) };
    compareTypes(c, { types, scopes: { before: NO_SCOPE, after: NO_SCOPE }, role: 'constant', related: () => relation(c, types) }, { ...place, use: valueUse });
  }
  if (was !== is) compareKinds(c, pair, { was, is }, place, c.drafts.slice(found).some(({ effect }) => effect === 'major'));
}

function relation(c: Comparison, types: Pair<ts.Type>): Pair<boolean> {
  return { before: c.assignable(types.before, types.after), after: c.assignable(types.after, types.before) };
}

/** A name that is now of another kind, where nothing else says so already. */
function compareKinds(c: Comparison, { before, after }: Pair<Exported>, { was, is }: { was: Kind; is: Kind }, place: Place, told: boolean): void {
  const name = localName(before);
  const words = { class: 'a class', enum: 'an enum', function: 'a function', variable: 'a constant', type: 'a type', namespace: 'a namespace' };
  const message = `${after.name} was ${words[was]} and is now ${words[is]}.`;
  const interchangeable = (was === 'function' || was === 'variable') && (is === 'function' || is === 'variable');
  if (interchangeable || told) return;
  const lost = (before.value && !after.value) || (before.type && !after.type) || was === 'class' || was === 'enum';
  const probes: Probe[] = [];
  if (was === 'class') probes.push({ uses: [before], lines: [`class Extended extends ${name}${anyArguments(before.symbol)} {}`] });
  if (before.value) probes.push({ uses: [before], lines: [`console.log(${name});`] });
  if (before.type) probes.push({ uses: [before], lines: [`declare const it: ${name}${anyArguments(before.symbol)};`] });
  c.report(lost ? 'kind-changed' : 'kind-generalised', place, { message, before: was, after: is, probes: lost ? probes : [], checked: !lost });
}

/** Both directions from either side count: a change may be what makes a type reachable. */
function mergedReach(before: Reached | undefined, after: Reached | undefined): Reached {
  const one = before?.used === true || after?.used !== true ? before ?? after : after;
  if (one === undefined) return { ...BOTH, access: null, used: false };
  const both = before?.used === true && after?.used === true ? { in: before.in || after.in, out: before.out || after.out } : { in: one.in, out: one.out };
  return { ...both, access: one.access, used: one.used };
}

/** What a consumer does with a type: declare a value of it, or give one. */
function useOf({ access, ...how }: Reached): Use {
  if (access === null) return NOTHING;
  return {
    uses: access.uses, prelude: how.out || !how.in ? [`declare const it: ${access.text};`] : [], read: how.out ? 'it' : null,
    write: how.in ? (value) => (value.startsWith('it') ? `const other: ${access.text} = ${value}` : `const given: ${access.text} = ${value}`) : null,
  };
}

/** Compares classes, enums, interfaces and aliases of one name. */
function compareDeclared(c: Comparison, symbols: Pair<ts.Symbol>, place: Place, local: string | null, used = true): void {
  const [was, is] = [kindOf(symbols.before), kindOf(symbols.after)];
  if (was === 'enum' && is === 'enum') return compareEnums(c, symbols, place, local, used);
  const lists = { before: typeParametersOf(symbols.before), after: typeParametersOf(symbols.after) };
  const scopes = { before: numbered(lists.before, NO_SCOPE), after: numbered(lists.after, NO_SCOPE) };
  const exported = c.before.names.publicNames.get(symbols.before);
  const own: Place = { ...place, use: { ...place.use, uses: exported === undefined ? [] : [exported] } };
  compareTypeParameters(c, lists, scopes, own, 'type');
  if (was === 'class' && is === 'class') return compareClasses(c, symbols, scopes, place, local);
  const types = { before: c.checker.getDeclaredTypeOfSymbol(symbols.before), after: c.checker.getDeclaredTypeOfSymbol(symbols.after) };
  const texts = { before: c.before.canon.ofDeclared(symbols.before, scopes.before), after: c.after.canon.ofDeclared(symbols.after, scopes.after) };
  if (texts.before === texts.after) return;
  const objects = [symbols.before, symbols.after].every(({ flags }) => (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0);
  if (objects) compareMembers(c, types, scopes, place);
  else compareTypes(c, { types, scopes, role: 'type', texts }, place);
}

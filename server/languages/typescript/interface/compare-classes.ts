/** Compares two classes: how they are constructed, who may use a member, what must be supplied by those who extend them. */
import { ts } from 'ts-morph';
import { typeParametersOf, type Scope } from './canon.ts';
import { compareMembers, keyOf } from './compare-members.ts';
import { compareSignatures } from './compare-signatures.ts';
import { nodesOf, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import { propertyOf, type Probe, type Use } from './consumer.ts';
import { resolved } from './names.ts';
import { OUT } from './reach.ts';

type Visibility = 'public' | 'protected' | 'private';

interface Members {
  view: View;
  instance: Map<string, ts.Symbol>;
  fixed: Map<string, ts.Symbol>;
  privates: ReadonlySet<string>;
}

/** @param local how a consumer calls the class; null where it cannot */
export function compareClasses(c: Comparison, symbols: Pair<ts.Symbol>, scopes: Pair<Scope>, place: Place, local: string | null): void {
  const before = membersOf(c.before, symbols.before);
  const after = membersOf(c.after, symbols.after);
  const types = { before: c.checker.getDeclaredTypeOfSymbol(symbols.before), after: c.checker.getDeclaredTypeOfSymbol(symbols.after) };
  const statics = { before: c.checker.getTypeOfSymbol(symbols.before), after: c.checker.getTypeOfSymbol(symbols.after) };
  const given = typeParametersOf(symbols.before).filter((each) => each.default === undefined).map(() => 'any');
  const typed = local === null ? null : given.length === 0 ? local : `${local}<${given.join(', ')}>`;
  const use: Use = { uses: place.use.uses, prelude: typed === null ? [] : [`declare const it: ${typed};`], read: typed === null ? null : 'it', write: null };
  const instance: Place = { ...place, how: OUT, use };
  const own: Place = { ...place, how: OUT, use: { ...use, prelude: [], read: local } };

  compareClassItself(c, symbols, own, local, types.before);
  const handled = new Set<string>();
  compareVisibility(c, before, after, instance, local, handled);
  compareStaticness(c, before, after, instance, local, handled);
  compareNominal(c, before, after, instance, typed, types.before);
  compareBases(c, symbols, instance);
  compareMembers(c, types, scopes, instance, (name) => handled.has(name));
  const isAbstract = (symbol: ts.Symbol): boolean => hasModifier(symbol, ts.ModifierFlags.Abstract);
  const callee = local === null || isAbstract(symbols.before) ? null : `new ${local}`;
  const news = { before: statics.before.getConstructSignatures(), after: statics.after.getConstructSignatures() };
  if (constructor(c.before, symbols.before) !== 'private') compareNews(c, news, scopes, own, { types: statics, callee });
  compareStatics(c, { before: before.fixed, after: after.fixed }, statics, scopes, own, handled);
}

/** The type parameters of a constructor are those of its class, which are judged there. */
function compareNews(
  c: Comparison, news: Pair<readonly ts.Signature[]>, scopes: Pair<Scope>, own: Place, how: { types: Pair<ts.Type>; callee: string | null },
): void {
  compareSignatures(c, news, scopes, { ...own, name: `new ${own.name}` }, { form: 'new', ...how });
}

function compareStatics(
  c: Comparison, { before, after }: Pair<Map<string, ts.Symbol>>, statics: Pair<ts.Type>, scopes: Pair<Scope>, place: Place, handled: ReadonlySet<string>,
): void {
  // What a namespace of the same name adds is an export of its own.
  const skip = (name: string): boolean => handled.has(`static ${name}`) || (!before.has(name) && !after.has(name));
  const bare = (type: ts.Type): ts.Type => (c.checker as ts.TypeChecker & {
    createAnonymousType(symbol: undefined, members: Map<string, ts.Symbol>, calls: [], news: [], indexes: []): ts.Type;
  }).createAnonymousType(undefined, new Map(c.checker.getPropertiesOfType(type).map((each) => [each.name, each])), [], [], []);
  compareMembers(c, { before: bare(statics.before), after: bare(statics.after) }, scopes, place, skip);
}

function membersOf(view: View, symbol: ts.Symbol): Members {
  const { checker } = view.side;
  const privates = new Set<string>();
  for (const declaration of symbol.declarations ?? []) {
    for (const name of view.side.nominal(declaration.getSourceFile())?.privates.get(declaration.end) ?? []) privates.add(name);
  }
  const of = (type: ts.Type): Map<string, ts.Symbol> => new Map(checker.getPropertiesOfType(type).map((each) => [keyOf(each), each]));
  const fixed = of(checker.getTypeOfSymbol(symbol));
  for (const [name, each] of fixed) if (name === 'prototype' || !each.declarations?.some(({ parent }) => ts.isClassLike(parent))) fixed.delete(name);
  return { view, instance: of(checker.getDeclaredTypeOfSymbol(symbol)), fixed, privates };
}

function hasModifier(symbol: ts.Symbol, flag: ts.ModifierFlags): boolean {
  return symbol.declarations?.some((each) => (ts.getCombinedModifierFlags(each) & flag) !== 0) ?? false;
}

/** The truth about a member that was opened for the comparison. */
function visibility(view: View, symbol: ts.Symbol): Visibility {
  const opened = symbol.declarations?.some((each) => view.side.nominal(each.getSourceFile())?.protectedEnds.has(each.end)) ?? false;
  return opened ? 'protected' : 'public';
}

function constructor(view: View, symbol: ts.Symbol): Visibility {
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isClassDeclaration(declaration)) continue;
    const nominal = view.side.nominal(declaration.getSourceFile());
    for (const member of declaration.members) {
      if (!ts.isConstructorDeclaration(member)) continue;
      if (nominal?.privateEnds.has(member.end) === true) return 'private';
      if (nominal?.protectedEnds.has(member.end) === true) return 'protected';
    }
  }
  return 'public';
}

const ORDER: readonly Visibility[] = ['private', 'protected', 'public'];

function compareClassItself(c: Comparison, symbols: Pair<ts.Symbol>, place: Place, local: string | null, type: ts.Type): void {
  const [was, is] = [hasModifier(symbols.before, ts.ModifierFlags.Abstract), hasModifier(symbols.after, ts.ModifierFlags.Abstract)];
  const [signature] = c.checker.getTypeOfSymbol(symbols.before).getConstructSignatures();
  const creation: Probe[] = local === null || signature === undefined || was ? []
    : [{ uses: place.use.uses, lines: [`new ${local}(${c.before.writer.args(signature)});`] }];
  const extension: Probe[] = local === null || type.isClassOrInterface() === false ? []
    : [{ uses: place.use.uses,
      lines: [`class Extended extends ${local}${(type.typeParameters ?? []).length > 0 ? `<${type.typeParameters!.map(() => 'any').join(', ')}>` : ''} {}`] }];
  if (!was && is) c.report('class-became-abstract', place, { message: `${place.name} is now abstract.`, probes: creation });
  if (was && !is) c.report('class-became-concrete', place, { message: `${place.name} is no longer abstract.`, checked: true });
  const [old, now] = [constructor(c.before, symbols.before), constructor(c.after, symbols.after)];
  if (old === now) return;
  const reduced = ORDER.indexOf(now) < ORDER.indexOf(old);
  c.report(reduced ? 'visibility-reduced' : 'visibility-widened', { ...place, name: `new ${place.name}` }, {
    message: `The constructor of ${place.name} was ${old} and is now ${now}.`, before: old, after: now, checked: !reduced,
    probes: reduced ? [...(old === 'public' ? creation : []), ...extension] : [],
  });
}

function compareVisibility(c: Comparison, before: Members, after: Members, place: Place, local: string | null, handled: Set<string>): void {
  for (const fixed of [false, true]) {
    const key = fixed ? 'fixed' : 'instance';
    const prefix = fixed ? 'static ' : '';
    for (const [name, symbol] of before[key]) {
      const other = after[key].get(name);
      const is: Visibility | null = other === undefined ? (after.privates.has(prefix + name) ? 'private' : null) : visibility(after.view, other);
      if (is === null) continue;
      compareVisible(c, symbol, other, { was: visibility(before.view, symbol), is }, place, fixed ? local : null);
      if (other === undefined) handled.add(prefix + name);
    }
    for (const [name, symbol] of after[key]) {
      if (before[key].has(name) || !before.privates.has(prefix + name)) continue;
      handled.add(prefix + name);
      compareVisible(c, undefined, symbol, { was: 'private', is: visibility(after.view, symbol) }, place, null);
    }
  }
  for (const [name, symbol] of before.instance) {
    const other = after.instance.get(name);
    if (other === undefined) continue;
    const [was, is] = [symbol, other].map((each) => hasModifier(each, ts.ModifierFlags.Abstract));
    const own: Place = { ...place, name: `${place.name}.${name}`, nodes: nodesOf(symbol, other) };
    if (was === is) continue;
    if (is === true) c.report('member-became-abstract', own, { message: `${own.name} is now abstract.`, probes: extension(place, local) });
    else c.report('member-became-concrete', own, { message: `${own.name} is no longer abstract.`, checked: true });
  }
  for (const [name, symbol] of after.instance) {
    if (before.instance.has(name) || before.privates.has(name) || !hasModifier(symbol, ts.ModifierFlags.Abstract)) continue;
    handled.add(name);
    const own: Place = { ...place, name: `${place.name}.${name}`, nodes: nodesOf(undefined, symbol) };
    const required = [...before.instance.values()].filter((each) => hasModifier(each, ts.ModifierFlags.Abstract));
    c.report('abstract-member-added', own, {
      message: `Classes that extend ${place.name} must now supply ${name}.`, probes: extension(place, local, required.map((each) => supplied(c, each))),
    });
  }
}

/** What a class that extends an abstract one writes for a member. */
function supplied(c: Comparison, symbol: ts.Symbol): string {
  const type = c.checker.getTypeOfSymbol(symbol);
  const printed = c.before.writer.print(type)?.text ?? 'any';
  const [call] = type.getCallSignatures();
  if ((symbol.flags & ts.SymbolFlags.Method) === 0 || call === undefined) return `${symbol.name}: ${printed} = null!;`;
  const result = c.before.writer.print(call.getReturnType())?.text ?? 'any';
  return `${symbol.name}(): ${result} { return null!; }`;
}

function extension(place: Place, local: string | null, body: readonly string[] = []): Probe[] {
  const inside = body.length === 0 ? '' : ` ${body.join(' ')} `;
  return local === null ? [] : [{ uses: place.use.uses, lines: [`class Extended extends ${local} {${inside}}`] }];
}

function compareVisible(
  c: Comparison, before: ts.Symbol | undefined, after: ts.Symbol | undefined, { was, is }: { was: Visibility; is: Visibility }, place: Place,
  local: string | null,
): void {
  if (was === is) return;
  const symbol = (after ?? before)!;
  const own: Place = { ...place, name: `${place.name}.${symbol.name}`, nodes: nodesOf(before, after) };
  const read = local ?? place.use.read;
  const reduced = ORDER.indexOf(is) < ORDER.indexOf(was);
  const { uses, prelude } = place.use;
  const direct: Probe[] = read === null || was !== 'public' ? [] : [{ uses, lines: [...(local === null ? prelude : []), `${propertyOf(read, symbol.name)};`] }];
  const inside: Probe[] = place.use.uses[0] === undefined ? []
    : [{ uses, lines: [`class Extended extends ${place.name.split('#').at(-1)!} { read() { return this.${symbol.name}; } }`] }];
  c.report(reduced ? 'visibility-reduced' : 'visibility-widened', own, {
    message: `${own.name} was ${was} and is now ${is}.`, before: was, after: is, checked: !reduced, probes: reduced ? [...direct, ...inside] : [],
  });
}

function compareStaticness(c: Comparison, before: Members, after: Members, place: Place, local: string | null, handled: Set<string>): void {
  const moved = (from: Map<string, ts.Symbol>, to: Map<string, ts.Symbol>, stay: Map<string, ts.Symbol>): [string, ts.Symbol, ts.Symbol][] =>
    [...from].flatMap(([name, symbol]) => {
      const target = to.get(name);
      return target === undefined || stay.has(name) || (symbol.flags & ts.SymbolFlags.Prototype) !== 0 ? [] : [[name, symbol, target]];
    });
  const { uses, prelude, read } = place.use;
  for (const [name, symbol, target] of moved(before.instance, after.fixed, after.instance)) {
    for (const key of [name, `static ${name}`]) handled.add(key);
    c.report('member-became-static', { ...place, name: `${place.name}.${name}`, nodes: nodesOf(symbol, target) }, {
      message: `${place.name}.${name} is now static.`, probes: read === null ? [] : [{ uses, lines: [...prelude, `${propertyOf(read, name)};`] }],
    });
  }
  for (const [name, symbol, target] of moved(before.fixed, after.instance, after.fixed)) {
    for (const key of [name, `static ${name}`]) handled.add(key);
    c.report('member-became-instance', { ...place, name: `${place.name}.${name}`, nodes: nodesOf(symbol, target) }, {
      message: `${place.name}.${name} is no longer static.`, probes: local === null ? [] : [{ uses, lines: [`${propertyOf(local, name)};`] }],
    });
  }
}

/** A private member makes a class a type by name: only its instances are accepted. */
function compareNominal(c: Comparison, before: Members, after: Members, place: Place, typed: string | null, type: ts.Type): void {
  const own = ({ privates }: Members): boolean => [...privates].some((name) => !name.startsWith('static '));
  const nominal = (members: Members): boolean => own(members) || [...members.instance.values()].some((each) => visibility(members.view, each) !== 'public');
  const [was, is] = [nominal(before), nominal(after)];
  if (was === is) return;
  const fields = [...before.instance.values()].map((each) => `${each.name}: ${c.before.writer.sample(c.checker.getTypeOfSymbol(each))}`);
  if (was) c.report('class-became-structural', place,
    { message: `${place.name} no longer holds private members: objects that look like it are accepted.`, checked: true });
  else if (c.checker.getPropertiesOfType(type).length > 0) {
    c.report('class-became-nominal', place, {
      message: `${place.name} now holds private members: objects that only look like it are refused.`,
      probes: typed === null ? [] : [{ uses: place.use.uses, lines: [`const it: ${typed} = { ${fields.join(', ')} };`] }],
    });
  }
}

/** A base that is gone matters where instances were handed on as one. */
function compareBases(c: Comparison, symbols: Pair<ts.Symbol>, place: Place): void {
  const bases = (view: View, symbol: ts.Symbol): Map<string, ts.Symbol> => new Map((symbol.declarations ?? []).flatMap((declaration) =>
    (ts.isClassDeclaration(declaration) ? declaration.heritageClauses ?? [] : []).flatMap(({ types }) => types.flatMap(({ expression }) => {
      const at = view.side.checker.getSymbolAtLocation(expression);
      const target = at === undefined ? undefined : resolved(view.side.checker, at);
      return target === undefined ? [] : [[view.names.idOf(target) ?? expression.getText(), target] as const];
    }))));
  const [before, after] = [bases(c.before, symbols.before), bases(c.after, symbols.after)];
  for (const [id, base] of before) {
    if (after.has(id)) continue;
    const one = c.before.names.publicNames.get(base);
    const inherited = c.checker.getPropertiesOfType(c.checker.getDeclaredTypeOfSymbol(symbols.after));
    const name = one?.path ?? id;
    const nominal = (base.declarations ?? []).some((each) => c.before.side.nominal(each.getSourceFile())?.privates.has(each.end) === true);
    // Where everything is still there, the compiler sees no difference, and there is none but `instanceof`.
    const complete = c.checker.getPropertiesOfType(c.checker.getDeclaredTypeOfSymbol(base))
      .every(({ name: key }) => inherited.some((each) => each.name === key));
    if (complete && !nominal) continue;
    c.report('base-removed', place, {
      message: `${place.name} is no longer a ${name}.`, before: name,
      probes: place.use.read === null || one === undefined ? []
        : [{ uses: [...place.use.uses, one], lines: [...place.use.prelude, `const other: ${name} = ${place.use.read};`] }],
    });
  }
}

/** Compares what can be called or constructed: overloads with each other, then their parameters and what they return. */
import { ts } from 'ts-morph';
import type { Scope } from './canon.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareTypeParameters, numbered } from './compare-type-parameters.ts';
import { short, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import type { Probe } from './consumer.ts';

export interface Callable {
  form: 'call' | 'new';
  types: Pair<ts.Type>;
  /** How a call begins, where it cannot be told from the place: `new Shop`. */
  callee?: string | null;
}

type Internal = ts.TypeChecker & {
  createAnonymousType(
    symbol: ts.Symbol | undefined, members: Map<string, ts.Symbol>, calls: readonly ts.Signature[], news: readonly ts.Signature[],
      indexes: readonly ts.IndexInfo[],
  ): ts.Type;
};

/** Reports what changed between the signatures of two values. */
export function compareSignatures(
  c: Comparison, lists: Pair<readonly ts.Signature[]>, scopes: Pair<Scope>, place: Place, callable: Callable,
): void {
  const written = (view: View, list: readonly ts.Signature[], scope: Scope): { signature: ts.Signature; text: string }[] =>
    list.map((signature) => ({ signature, text: view.canon.ofSignature(signature, scope) }));
  const before = written(c.before, lists.before, scopes.before);
  const after = written(c.after, lists.after, scopes.after);
  const left = before.filter(({ text }) => !after.some((other) => other.text === text));
  const come = after.filter(({ text }) => !before.some((other) => other.text === text));
  if (left.length === 0 && come.length === 0) return compareOrder(c, before, after, place, callable);
  if (left.length === 1 && come.length === 1) {
    return compareSignature(c, { before: left[0]!.signature, after: come[0]!.signature }, scopes, place, callable);
  }
  // Overloads that keep their number of parameters are the same ones, changed.
  const paired = left.length === come.length && before.length === after.length
    && before.every(({ signature }, index) => signature.parameters.length === after[index]!.signature.parameters.length);
  if (paired) {
    before.forEach((one, index) => {
      if (one.text !== after[index]!.text) compareSignature(c, { before: one.signature, after: after[index]!.signature }, scopes, place, callable);
    });
    return;
  }
  compareOverloads(c, { before: left, after: come }, place, callable);
}

/** Overloads that came or went. */
function compareOverloads(c: Comparison, rest: Pair<{ signature: ts.Signature; text: string }[]>, place: Place, callable: Callable): void {
  const lost = rest.before.filter(({ signature }) => !covers(c, callable.types.after, signature, callable.form));
  for (const { signature, text } of lost) {
    c.report('overload-removed', place, {
      message: `${place.name} can no longer be called as ${short(text)}.`, before: short(text), nodes: { before: signature.declaration,
        after: place.nodes.after },
      probes: callProbes(c, signature, place, callable),
    });
  }
  if (rest.before.length > lost.length && lost.length === 0 && rest.after.length < rest.before.length) {
    c.report('overloads-merged', place, {
      message: `Overloads of ${place.name} were merged into one that accepts them all.`, before: short(rest.before.map(({ text }) => text).join('; ')),
      after: short(rest.after.map(({ text }) => text).join('; ')), checked: true,
    });
    return;
  }
  if (lost.length > 0 && rest.after.length <= lost.length) return;
  for (const { signature, text } of rest.after) {
    const breaks = place.how.in;
    c.report('overload-added', place, {
      message: `${place.name} can also be called as ${short(text)}.`, after: short(text), nodes: { before: undefined, after: signature.declaration },
      checked: !breaks,
    }, 'minor');
  }
}

/** True when a value of the new type can be called as the old signature says. */
function covers(c: Comparison, type: ts.Type, signature: ts.Signature, form: Callable['form']): boolean {
  return c.assignable(type, lone(c, signature, form)) && type.getCallSignatures().concat(type.getConstructSignatures())
    .some(({ parameters, declaration }) => parameters.length >= signature.parameters.length || hasRest(declaration));
}

function hasRest(declaration: ts.Signature['declaration']): boolean {
  return declaration?.parameters.some((each) => ts.isParameter(each) && each.dotDotDotToken !== undefined) ?? false;
}

/** A type with this signature only. */
function lone(c: Comparison, signature: ts.Signature, form: Callable['form']): ts.Type {
  const checker = c.checker as Internal;
  return checker.createAnonymousType(undefined, new Map(), form === 'call' ? [signature] : [], form === 'new' ? [signature] : [], []);
}

/** The same overloads in another order: the first that fits decides. */
function compareOrder(
  c: Comparison, before: readonly { signature: ts.Signature; text: string }[], after: readonly { signature: ts.Signature; text: string }[], place: Place,
  callable: Callable,
): void {
  const order = before.map(({ text }) => after.findIndex((other) => other.text === text));
  for (let first = 0; first < order.length; first++) for (let second = first + 1; second < order.length; second++) {
    if (order[first]! < order[second]! || !overlap(c, before[first]!.signature, before[second]!.signature)) continue;
    c.report('overloads-reordered', place, {
      message: `The overloads of ${place.name} stand in another order, and a call that fits several now gives what another one says.`,
      before: short(before.map(({ text }) => text).join('; ')), after: short(after.map(({ text }) => text).join('; ')),
      onlyProven: true, probes: before.flatMap(({ signature }) => resultProbes(c, signature, place, callable)),
    });
    return;
  }
}

/** Some call fits both signatures, and they give different results. */
function overlap(c: Comparison, one: ts.Signature, other: ts.Signature): boolean {
  const [a, b] = [one.getReturnType(), other.getReturnType()];
  if (c.assignable(a, b) && c.assignable(b, a)) return false;
  const count = Math.min(one.parameters.length, other.parameters.length);
  for (let index = 0; index < count; index++) {
    const [left, right] = [c.checker.getTypeOfSymbol(one.parameters[index]!), c.checker.getTypeOfSymbol(other.parameters[index]!)];
    if (!c.assignable(left, right) && !c.assignable(right, left)) return false;
  }
  return true;
}

function compareSignature(c: Comparison, pair: Pair<ts.Signature>, outer: Pair<Scope>, place: Place, callable: Callable): void {
  const own: Place = { ...place, nodes: { before: pair.before.declaration ?? place.nodes.before, after: pair.after.declaration ?? place.nodes.after } };
  const generics = { before: declaredTypeParameters(pair.before), after: declaredTypeParameters(pair.after) };
  const scopes = { before: numbered(generics.before, outer.before), after: numbered(generics.after, outer.after) };
  const found = c.drafts.length;
  compareTypeParameters(c, generics, scopes, { ...own, use: callUse(c, pair.before, place, callable) }, 'function');
  compareParameters(c, pair, scopes, own, { callee: calleeOf(place, callable), related: () => related(c, pair, callable.form) });
  const call = callUse(c, pair.before, place, callable);
  if (callable.form === 'call') compareReturns(c, pair, scopes, { ...own, use: call }, { ...callable, callee: calleeOf(place, callable) });
  if (c.drafts.length === found) return;
  const texts = { before: c.before.canon.ofSignature(pair.before, outer.before), after: c.after.canon.ofSignature(pair.after, outer.after) };
  for (const draft of c.drafts.slice(found)) {
    // The whole signature says more than one type of it.
    if (draft.name === place.name || draft.name.startsWith(`${place.name}(`)) Object.assign(draft, { before: short(texts.before), after: short(texts.after) });
  }
}

function related(c: Comparison, pair: Pair<ts.Signature>, form: Callable['form']): Pair<boolean> {
  const [before, after] = [lone(c, pair.before, form), lone(c, pair.after, form)];
  return { before: c.assignable(before, after), after: c.assignable(after, before) };
}

function compareReturns(c: Comparison, pair: Pair<ts.Signature>, scopes: Pair<Scope>, place: Place, callable: Callable): void {
  const types = { before: pair.before.getReturnType(), after: pair.after.getReturnType() };
  const callee = callable.callee ?? null;
  const predicates = { before: predicateOf(pair.before), after: predicateOf(pair.after) };
  if (predicates.before !== null || predicates.after !== null) {
    const texts = { before: c.before.canon.ofSignature(pair.before, scopes.before), after: c.after.canon.ofSignature(pair.after, scopes.after) };
    if (texts.before === texts.after || (predicates.before?.getText() === predicates.after?.getText())) return;
    const lost = predicates.before !== null;
    c.report(lost ? (predicates.after === null ? 'return-widened' : 'return-changed') : 'return-narrowed', place, {
      message: `${place.name} ${lost ? 'no longer narrows' : 'now narrows'} what it is given (${predicates.after?.getText() ?? 'no type predicate'}).`,
      probes: lost ? predicateProbes(c, pair.before, place, callee) : [], checked: !lost,
    }, lost ? 'major' : 'minor');
    return;
  }
  const wasVoid = (types.before.flags & ts.TypeFlags.Void) !== 0;
  if (wasVoid && place.how.out && !place.how.in && (types.after.flags & ts.TypeFlags.Void) === 0 && types.after.symbol?.name !== 'Promise') {
    const after = c.after.canon.ofType(types.after, scopes.after);
    c.report('return-narrowed', place, { message: `${place.name} now returns ${short(after)}, where it returned nothing.`, checked: true }, 'minor');
    return;
  }
  // The related types of both signatures say it only when the parameters have not changed.
  const sameParameters = pair.before.parameters.length === pair.after.parameters.length;
  const inverse = (): Pair<boolean> => related(c, pair, callable.form);
  c.types(c, { types, scopes, role: 'return', ...(sameParameters ? { related: inverse } : {}) }, { ...place, name: place.name });
}

function predicateOf(signature: ts.Signature): ts.TypePredicateNode | null {
  const type = signature.declaration?.type;
  return type !== undefined && ts.isTypePredicateNode(type) ? type : null;
}

function predicateProbes(c: Comparison, signature: ts.Signature, place: Place, callee: string | null): Probe[] {
  const predicate = predicateOf(signature);
  const [parameter] = signature.parameters;
  if (predicate?.type === undefined || callee === null || parameter === undefined) return [];
  const given = c.before.writer.print(c.checker.getTypeOfSymbol(parameter));
  const narrow = c.before.writer.print(c.checker.getTypeFromTypeNode(predicate.type));
  if (given === null || narrow === null) return [];
  const { uses, prelude } = place.use;
  const body = predicate.assertsModifier === undefined ? [`const result: ${narrow.text} | null = ${callee}(value) ? value : null;`]
    : [`${callee}(value);`, `const result: ${narrow.text} = value;`];
  return [{ uses: [...uses, ...given.uses, ...narrow.uses], lines: [...prelude, `declare const value: ${given.text};`, ...body] }];
}

function declaredTypeParameters(signature: ts.Signature): readonly ts.TypeParameterDeclaration[] {
  const { declaration } = signature;
  return declaration === undefined || ts.isJSDocSignature(declaration) || ts.isConstructorDeclaration(declaration) ? [] : declaration.typeParameters ?? [];
}

/** How a call of the value begins; null where a consumer cannot call it. */
export function calleeOf(place: Place, callable: Callable): string | null {
  return callable.callee === undefined ? place.use.read : callable.callee;
}

function callUse(c: Comparison, signature: ts.Signature, place: Place, callable: Callable): Place['use'] {
  const callee = calleeOf(place, callable);
  const text = callee === null ? null : `${callee}(${c.before.writer.args(signature)})`;
  const { write } = place.use;
  // A callback is passed by giving what returns the value.
  const passed = write === null ? null : (value: string) => write(`() => ${value.startsWith('{') ? `(${value})` : value}`);
  return { ...place.use, read: place.how.out ? text : null, write: place.how.in ? passed : null };
}

function callProbes(c: Comparison, signature: ts.Signature, place: Place, callable: Callable): Probe[] {
  const callee = calleeOf(place, callable);
  if (callee === null) return [];
  const { uses, prelude } = place.use;
  return [false, true].map((all) => ({ uses, lines: [...prelude, `${callee}(${c.before.writer.args(signature, new Map(), all)});`] }));
}

function resultProbes(c: Comparison, signature: ts.Signature, place: Place, callable: Callable): Probe[] {
  const printed = c.before.writer.print(signature.getReturnType());
  const callee = calleeOf(place, callable);
  if (printed === null || callee === null) return [];
  const line = `const result: ${printed.text} = ${callee}(${c.before.writer.args(signature)});`;
  return [{ uses: [...place.use.uses, ...printed.uses], lines: [...place.use.prelude, line] }];
}


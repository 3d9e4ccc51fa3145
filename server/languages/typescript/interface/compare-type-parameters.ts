/** Compares type parameters: how many there are, what they take, and what they stand for when they are left out. */
import { ts } from 'ts-morph';
import type { Scope } from './canon.ts';
import { short, type Comparison, type Pair, type Place, type View } from './comparison.ts';

/** Type parameters by number, in addition to those around them. */
export function numbered(parameters: readonly ts.TypeParameterDeclaration[], outer: Scope): Scope {
  const scope = new Map(outer);
  for (const parameter of parameters) scope.set(parameter.name.text, `T${scope.size}`);
  return scope;
}

/** @param of a function infers its type arguments, so leaving one out is no mistake */
export function compareTypeParameters(
  c: Comparison, lists: Pair<readonly ts.TypeParameterDeclaration[]>, scopes: Pair<Scope>, place: Place, of: 'function' | 'type',
): void {
  const { before, after } = lists;
  for (const parameter of after.slice(before.length)) reportAdded(c, parameter, lists, place, of);
  for (const parameter of before.slice(after.length)) {
    c.report('type-parameter-removed', { ...place, nodes: { before: parameter, after: place.nodes.after } }, {
      message: `${place.name} no longer takes the type argument ${parameter.name.text}.`, probes: reference(c, before, place, of),
    });
  }
  before.slice(0, after.length).forEach((parameter, index) => compareOne(c, { before: parameter, after: after[index]! }, lists, scopes, place, of));
}

function reportAdded(
  c: Comparison, parameter: ts.TypeParameterDeclaration, { before }: Pair<readonly ts.TypeParameterDeclaration[]>, place: Place, of: 'function' | 'type',
): void {
  const own: Place = { ...place, nodes: { before: undefined, after: parameter } };
  // Where type arguments are inferred and were none, nobody wrote any.
  const optional = parameter.default !== undefined || (of === 'function' && before.length === 0);
  c.report(optional ? 'type-parameter-added-optional' : 'type-parameter-added-required', own, {
    message: `${place.name} takes a type argument more: ${parameter.name.text}${optional ? ', which may be left out' : ''}.`,
    checked: optional, probes: optional ? [] : reference(c, before, place, of),
  });
}

function compareOne(
  c: Comparison, { before, after }: Pair<ts.TypeParameterDeclaration>, lists: Pair<readonly ts.TypeParameterDeclaration[]>, scopes: Pair<Scope>, place: Place,
  of: 'function' | 'type',
): void {
  const own: Place = { ...place, nodes: { before, after } };
  const text = (view: View, node: ts.TypeNode | undefined, scope: Scope): string | null =>
    node === undefined ? null : view.canon.ofType(c.checker.getTypeFromTypeNode(node), scope);
  const limits = { before: text(c.before, before.constraint, scopes.before) ?? 'unknown', after: text(c.after, after.constraint, scopes.after) ?? 'unknown' };
  if (limits.before !== limits.after) {
    const types = { before: typeOf(c, before.constraint), after: typeOf(c, after.constraint) };
    const wider = types.after === null || (types.before !== null && c.assignable(types.before, types.after));
    const narrower = types.before === null || (types.after !== null && c.assignable(types.after, types.before));
    if (!(wider && narrower)) {
      c.report(wider ? 'constraint-widened' : narrower ? 'constraint-narrowed' : 'type-parameter-changed', own, {
        message: `The type parameter ${after.name.text} of ${place.name} was bound to ${short(limits.before)} and is now bound to ${short(limits.after)}.`,
        before: short(limits.before), after: short(limits.after), checked: wider, probes: wider ? [] : constraintProbes(c, before, types, lists, place, of),
      });
    }
  }
  const defaults = { before: text(c.before, before.default, scopes.before), after: text(c.after, after.default, scopes.after) };
  if (defaults.before === defaults.after) return;
  if (defaults.before === null) {
    c.report('type-parameter-default-added', own, { message: `The type argument ${after.name.text} of ${place.name} may be left out.`, checked: true });
  } else if (defaults.after === null) {
    c.report('type-parameter-default-removed', own, {
      message: `The type argument ${after.name.text} of ${place.name} may no longer be left out.`, probes: reference(c, lists.before, place, of, true),
    });
  } else {
    const printed = before.default === undefined ? null : c.before.writer.print(c.checker.getTypeFromTypeNode(before.default));
    const required = lists.before.filter((each) => each.default === undefined).map(() => 'any');
    const name = place.use.uses[0] === undefined ? null : place.name.split('#').at(-1)!;
    const bare = required.length === 0 ? name : `${name}<${required.join(', ')}>`;
    const full = `${name}<${[...required, printed?.text ?? 'any'].join(', ')}>`;
    const lines = (from: string, to: string): string[] => [`declare const it: ${from};`, `const other: ${to} = it;`];
    const uses = [...place.use.uses, ...(printed?.uses ?? [])];
    c.report('type-parameter-default-changed', own, {
      message: `The type argument ${after.name.text} of ${place.name} means ${short(defaults.after)} when it is left out, no longer ${short(defaults.before)}.`,
      before: short(defaults.before), after: short(defaults.after),
      probes: name === null || printed === null || of === 'function' ? [] : [{ uses, lines: lines(bare!, full) }, { uses, lines: lines(full, bare!) }],
    });
  }
}

function typeOf(c: Comparison, node: ts.TypeNode | undefined): ts.Type | null {
  return node === undefined || node.kind === ts.SyntaxKind.UnknownKeyword ? null : c.checker.getTypeFromTypeNode(node);
}

/** Type arguments as they could be written before. */
function argumentsOf(c: Comparison, parameters: readonly ts.TypeParameterDeclaration[], requiredOnly: boolean): string[] {
  return parameters.filter((each) => !requiredOnly || each.default === undefined).map((parameter) => {
    const limit = typeOf(c, parameter.constraint);
    return limit === null ? 'string' : c.before.writer.print(limit)?.text ?? 'any';
  });
}

function reference(
  c: Comparison, parameters: readonly ts.TypeParameterDeclaration[], place: Place, of: 'function' | 'type', requiredOnly = false, given?: string[],
): { uses: Place['use']['uses']; lines: string[] }[] {
  const written = given ?? argumentsOf(c, parameters, requiredOnly);
  const list = written.length === 0 ? '' : `<${written.join(', ')}>`;
  const { uses, prelude, read } = place.use;
  const name = place.name.split('#').at(-1)!;
  if (uses.length === 0) return [];
  if (of === 'type') return [{ uses, lines: [`let it: ${name}${list};`] }];
  return read === null ? [] : [{ uses, lines: [...prelude, `${read.replace(/(^[\w$.]+(?:\['[^']*'\])?)\(/, `$1${list}(`)};`] }];
}

function constraintProbes(
  c: Comparison, parameter: ts.TypeParameterDeclaration, types: Pair<ts.Type | null>, lists: Pair<readonly ts.TypeParameterDeclaration[]>, place: Place,
  of: 'function' | 'type',
): ReturnType<typeof reference> {
  const at = lists.before.indexOf(parameter);
  const candidates = types.before === null ? ['string', 'number', '{ a: string }', 'null']
    : (types.before.isUnion() ? types.before.types : [types.before]).flatMap((type) => c.before.writer.print(type)?.text ?? []);
  return candidates.flatMap((candidate) => {
    const given = argumentsOf(c, lists.before, false).map((text, index) => (index === at ? candidate : text));
    const written = reference(c, lists.before, place, of, false, given);
    // A call that names its type argument needs values of that type too; nothing fits everywhere but `null!`.
    return written.map(({ uses, lines }) => ({ uses, lines: lines.map((line) => (of === 'function' ? line.replace(/\((?:'a'|1|\{.*?\})(?=[,)])/,
      '(null!') : line)) }));
  });
}

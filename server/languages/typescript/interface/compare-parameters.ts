/** Compares the parameters of two signatures: which came, went or moved, and what each of them takes. */
import { ts } from 'ts-morph';
import type { ChangeEffect } from '../../../facts/interface.ts';
import type { Scope } from './canon.ts';
import { short, type Comparison, type Pair, type Place, type View } from './comparison.ts';
import type { Probe } from './consumer.ts';
import { flipped } from './reach.ts';

interface Parameter {
  index: number;
  name: string;
  type: ts.Type;
  text: string;
  optional: boolean;
  rest: boolean;
  node: ts.Node | undefined;
}

export interface CallWays {
  /** How a call begins; null where a consumer cannot call it. */
  callee: string | null;
  related: () => Pair<boolean>;
}

interface Context {
  c: Comparison;
  signatures: Pair<ts.Signature>;
  scopes: Pair<Scope>;
  place: Place;
  ways: CallWays;
}

/** Reports what changed between the parameters of two signatures. */
export function compareParameters(c: Comparison, signatures: Pair<ts.Signature>, scopes: Pair<Scope>, place: Place, ways: CallWays): void {
  compareThis(c, signatures, scopes, place);
  const before = read(c.before, signatures.before, scopes.before);
  const after = read(c.after, signatures.after, scopes.after);
  const context: Context = { c, signatures, scopes, place, ways };
  if (before.length === after.length && isReordered(before, after)) return reportReordered(context, before, after);
  const added = after.length > before.length ? extra(after, before) : null;
  const removed = before.length > after.length ? extra(before, after) : null;
  const keptBefore = removed === null ? before : before.filter((each) => !removed.includes(each));
  const keptAfter = added === null ? after : after.filter((each) => !added.includes(each));
  keptBefore.forEach((parameter, position) => {
    const other = keptAfter[position];
    if (other !== undefined) compareParameter(context, parameter, other);
  });
  for (const parameter of added ?? []) reportAdded(context, parameter, before);
  for (const parameter of removed ?? []) reportRemoved(context, parameter, before, after);
}

function read(view: View, signature: ts.Signature, scope: Scope): Parameter[] {
  return signature.parameters.map((symbol, index) => {
    const declaration = symbol.valueDeclaration;
    const own = declaration !== undefined && ts.isParameter(declaration) ? declaration : undefined;
    const type = view.side.checker.getTypeOfSymbol(symbol);
    const optional = own?.questionToken !== undefined || own?.initializer !== undefined;
    const text = optional ? view.canon.ofOptional(type, scope) : view.canon.ofType(type, scope);
    return { index, name: symbol.name, type, text, optional, rest: own?.dotDotDotToken !== undefined, node: own };
  });
}

/** What a function expects as `this`. */
function compareThis(c: Comparison, signatures: Pair<ts.Signature>, scopes: Pair<Scope>, place: Place): void {
  const of = (signature: ts.Signature): ts.Type | null => {
    const symbol = (signature as ts.Signature & { thisParameter?: ts.Symbol }).thisParameter;
    return symbol === undefined ? null : c.checker.getTypeOfSymbol(symbol);
  };
  const [before, after] = [of(signatures.before), of(signatures.after)];
  if (after === null) return;
  const own: Place = { ...place, name: `${place.name}(this)`, how: flipped(place.how) };
  const printed = before === null || place.use.read === null ? null : c.before.writer.print(before);
  if (before !== null) {
    const write = printed === null ? null : (value: string): string => `${place.use.read!}.call(${value})`;
    return c.types(c, { types: { before, after }, scopes, role: 'parameter' }, { ...own, use: { ...place.use, read: null, write } });
  }
  if ((after.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Void)) !== 0) return;
  c.report('parameter-narrowed', own, {
    message: `${place.name} now needs ${short(c.after.canon.ofType(after, scopes.after))} as this.`,
    probes: place.use.read === null ? [] : [{ uses: place.use.uses, lines: [...place.use.prelude,
      `${place.use.read}(${c.before.writer.args(signatures.before)});`] }],
  }, place.how.out ? 'major' : 'minor');
}

/** The same names in other places. Names alone never count: only where types moved along or the names are the same ones. */
function isReordered(before: readonly Parameter[], after: readonly Parameter[]): boolean {
  const names = (list: readonly Parameter[]): string => list.map(({ name }) => name).sort().join();
  if (before.length < 2 || names(before) !== names(after) || before.every(({ name }, index) => name === after[index]!.name)) return false;
  return before.every((one) => after.some((other) => other.name === one.name && other.text === one.text));
}

function reportReordered({ c, signatures, place, ways }: Context, before: readonly Parameter[], after: readonly Parameter[]): void {
  c.report('parameters-reordered', place, {
    message: `The parameters of ${place.name} are now (${after.map(({ name }) => name).join(', ')}), no longer (${before.map(({ name }) => name).join(', ')}).`,
    probes: call(c, signatures.before, place, ways, true),
  });
}

/** What the longer list has in addition: in the middle when the rest stays in order, else at the end. */
function extra(longer: readonly Parameter[], shorter: readonly Parameter[]): Parameter[] {
  const kept: Parameter[] = [];
  let from = 0;
  for (const one of shorter) {
    const at = longer.findIndex((other, index) => index >= from && other.name === one.name && other.text === one.text);
    if (at < 0) return longer.slice(shorter.length);
    kept.push(longer[at]!);
    from = at + 1;
  }
  return longer.filter((each) => !kept.includes(each));
}

function reportAdded({ c, signatures, place, ways }: Context, parameter: Parameter, before: readonly Parameter[]): void {
  const own: Place = { ...place, nodes: { before: undefined, after: parameter.node } };
  const isLast = before.length <= parameter.index;
  const hadRest = before.some(({ rest }) => rest);
  if ((parameter.optional || parameter.rest) && isLast && !hadRest) {
    const more = parameter.rest ? 'any number of further arguments' : `an optional parameter ${parameter.name}`;
    c.report('parameter-added-optional', own, {
      message: `${place.name} takes ${more} (${short(parameter.text)}).`,
      checked: true,
    }, 'minor');
    return;
  }
  const breaks = place.how.out || !isLast;
  c.report('parameter-added-required', own, {
    message: breaks
      ? `${place.name} needs an argument more: ${parameter.name} (${short(parameter.text)})${isLast ? '' : ', in front of others'}.`
      : `The callback ${place.name} is called with an argument more: ${parameter.name} (${short(parameter.text)}).`,
    probes: call(c, signatures.before, place, ways, false), checked: !breaks,
  }, breaks ? 'major' : 'minor');
}

function reportRemoved({ c, signatures, place, ways }: Context, parameter: Parameter, before: readonly Parameter[], after: readonly Parameter[]): void {
  const own: Place = { ...place, nodes: { before: parameter.node, after: place.nodes.after } };
  const message = place.how.out ? `${place.name} no longer takes ${parameter.name} (${short(parameter.text)}).`
    : `The callback ${place.name} no longer gets ${parameter.name} (${short(parameter.text)}).`;
  if (after.some(({ rest }) => rest) && place.how.out && after.at(-1)!.index <= parameter.index) return;
  const probes = call(c, signatures.before, place, ways, true, before.length - 1);
  const { write } = place.use;
  if (write !== null && place.how.in) {
    probes.push({ uses: place.use.uses, lines: [...place.use.prelude, `${write(`(${before.map(({ name }) => name).join(', ')}) => null!`)};`] });
  }
  c.report('parameter-removed', own, { message, probes });
}

function compareParameter(context: Context, before: Parameter, after: Parameter): void {
  const { c, signatures, scopes, place, ways } = context;
  const own: Place = {
    name: `${place.name}(${after.name})`, entry: place.entry, how: flipped(place.how), nodes: { before: before.node, after: after.node },
    use: parameterUse(context, before),
  };
  if (before.rest !== after.rest) return compareRest(context, before, after);
  const wasOptional = before.optional;
  if (wasOptional !== after.optional) {
    const required = wasOptional;
    const breaks = required ? place.how.out : place.how.in;
    const effect: ChangeEffect = breaks ? 'major' : 'minor';
    const inCallback = place.how.out ? '' : required ? ': the callback always gets it' : ': the callback may not get it';
    c.report(required ? 'parameter-became-required' : 'parameter-became-optional', { ...own, name: place.name }, {
      message: `The parameter ${after.name} of ${place.name} is now ${required ? 'required' : 'optional'}${inCallback}.`,
      probes: breaks && required ? call(c, signatures.before, place, ways, false) : [], checked: !breaks,
    }, effect);
  }
  c.types(c, {
    types: { before: before.type, after: after.type }, scopes, role: 'parameter', optional: { before: before.optional, after: after.optional },
    // Seen from the parameter, the directions of the whole signature are turned round.
    related: () => {
      const whole = ways.related();
      return { before: whole.after, after: whole.before };
    },
  }, own);
}

function compareRest({ c, signatures, place, ways }: Context, before: Parameter, after: Parameter): void {
  const item = (parameter: Parameter): ts.Type => c.checker.getTypeArguments(parameter.type as ts.TypeReference)[0] ?? parameter.type;
  if (after.rest) {
    const same = c.assignable(before.type, item(after));
    c.report(same ? 'parameter-became-rest' : 'parameter-changed', place, {
      message: `${place.name} takes any number of ${after.name} (${short(after.text)}) in place of one.`, checked: same,
      probes: same ? [] : call(c, signatures.before, place, ways, true),
    });
    return;
  }
  const one = ways.callee === null ? [] : ['', 'two'].map((more): Probe => {
    const value = c.before.writer.sample(item(before));
    const replaced = new Map([[before.index, more === '' ? '' : `${value}, ${value}`]]);
    const given = c.before.writer.args(signatures.before, replaced).replace(/, $/, '');
    return { uses: place.use.uses, lines: [...place.use.prelude, `${ways.callee!}(${given});`] };
  });
  c.report('parameter-lost-rest', place, { message: `${place.name} takes one ${after.name} in place of any number.`, probes: one.reverse() });
}

/** A call with every argument, or with those that must be there. */
function call(c: Comparison, signature: ts.Signature, { use }: Place, { callee }: CallWays, all: boolean, upTo = -1): Probe[] {
  if (callee === null) return [];
  const replaced = new Map<number, string>();
  if (upTo >= 0) signature.parameters.slice(0, upTo + 1).forEach((parameter, index) => {
    const own = parameter.valueDeclaration;
    const rest = own !== undefined && ts.isParameter(own) && own.dotDotDotToken !== undefined;
    const text = c.before.writer.sample(c.checker.getTypeOfSymbol(parameter));
    replaced.set(index, rest ? text.replace(/^\[|\]$/g, '') : text);
  });
  return [{ uses: use.uses, lines: [...use.prelude, `${callee}(${c.before.writer.args(signature, replaced, all)});`] }];
}

/** An argument is passed by a call; within a callback it is read. */
function parameterUse({ c, signatures, place, ways }: Context, parameter: Parameter): Place['use'] {
  const { use } = place;
  const { write } = use;
  const pass = ways.callee === null || !place.how.out ? null : (value: string): string => {
    const given = parameter.rest && value.startsWith('[') ? value.slice(1, -1) : parameter.rest ? `...${value}` : value;
    return `${ways.callee!}(${c.before.writer.args(signatures.before, new Map([[parameter.index, given]]))})`;
  };
  // Where it can be called and handed over, calling it is the shorter way.
  if (write === null || !place.how.in || pass !== null) return { ...use, read: null, write: pass };
  // The callback's own parameter, as its body sees it.
  const names = signatures.before.parameters.map(({ name }) => name).slice(0, parameter.index + 1);
  const given = c.before.writer.sample(signatures.before.getReturnType());
  const printed = c.before.writer.print(parameter.type);
  if (printed === null) return { ...use, read: null, write: pass };
  const body = (signatures.before.getReturnType().flags & ts.TypeFlags.Void) !== 0 ? '{}' : given.startsWith('{') ? `(${given})` : given;
  const parameters = names.map((name, index) => (index === parameter.index ? `${name}: ${printed.text}` : name)).join(', ');
  // Handing over a callback that takes what was given is the same as reading it.
  return { uses: [...use.uses, ...printed.uses], prelude: [...use.prelude, `${write(`(${parameters}) => ${body}`)};`], read: 'null!', write: pass };
}

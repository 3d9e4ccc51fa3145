/** Losses that apply an activation themselves and are given the result of one. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf, functionOf } from '../../names.ts';
import { lastOf, parametersOf, type Given } from '../../scopes.ts';
import { around, bodyOf, each, isFunction, part, unwrap, type Node } from '../../syntax.ts';
import { isModule, ownClass } from './layers.ts';
import { argument, calledName, fullName, isWithin, loopsAround, methodOf, type Material } from './material.ts';

type Activation = 'softmax' | 'sigmoid';

const APPLIES: Readonly<Record<string, Activation>> = {
  'torch.nn.CrossEntropyLoss': 'softmax', 'torch.nn.functional.cross_entropy': 'softmax',
  'torch.nn.BCEWithLogitsLoss': 'sigmoid', 'torch.nn.functional.binary_cross_entropy_with_logits': 'sigmoid',
};
/** A logarithm of a softmax goes through another one unchanged. */
const GIVES: Readonly<Record<string, Activation>> = {
  'torch.softmax': 'softmax', 'torch.nn.functional.softmax': 'softmax', 'torch.nn.Softmax': 'softmax',
  'torch.sigmoid': 'sigmoid', 'torch.nn.functional.sigmoid': 'sigmoid', 'torch.nn.Sigmoid': 'sigmoid',
};
const DEEPEST = 5;

/** @returns one fault for each call of such a loss */
export function doubleActivations(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.calls.flatMap((call): TrainingFaultFact[] => {
    const applied = appliedBy(material, call);
    const given = applied === null ? null : argument(source, call, 'input', 0);
    const from = applied === null || given === null ? null : activationOf(material, given, DEEPEST);
    if (applied === null || from?.kind !== applied) return [];
    return [{ kind: 'double-activation', text: source.shorten(functionOf(call), 40), span: source.span(call), other: applied }];
  });
}

/** The activation that a loss applies: a function of torch, or a variable or field that is such a loss wherever it is set. */
function appliedBy(material: Material, call: Node): Activation | null {
  const callee = functionOf(call);
  const direct = APPLIES[fullName(material, callee)];
  // `nn.CrossEntropyLoss()(x, y)`
  if (callee.type === 'call') return APPLIES[calledName(material, callee)] ?? null;
  if (direct !== undefined) return /Loss$/.test(fullName(material, callee)) ? null : direct;
  const values = valuesOf(material, callee);
  const kinds = new Set(values.map((value) => APPLIES[calledName(material, moved(material, value))] ?? null));
  return kinds.size === 1 ? [...kinds][0]! : null;
}

/** What a variable or field is set to, anywhere in the file; a parameter is taken for the variables of its name. */
function valuesOf({ source, scopes, assignments }: Material, name: Node): Node[] {
  if (name.type !== 'identifier' && name.type !== 'attribute') return [];
  const text = source.textOf(name);
  if (!/^(self\.)?\w+$/.test(text)) return [];
  const declared = name.type === 'identifier' ? scopes.lookup(text, name) : null;
  if (declared?.kind === 'variable') return declared.values.map((each) => (each.whole && each.value !== null ? each.value : each.at));
  const owner = text.startsWith('self.') ? around(name, (each) => each.type === 'class_definition') : null;
  return assignments.filter((each) => source.textOf(part(each, 'left')!) === text && part(each, 'right') !== null)
    .filter((each) => owner === null || around(each, (outer) => outer.type === 'class_definition') === owner)
    .map((each) => part(each, 'right')!);
}

/** `Net().to(device)` is the net. */
function moved({ source }: Material, node: Node): Node {
  let inner = unwrap(node);
  for (let method = methodOf(source, inner); method !== null && /^(to|cuda|cpu|double|float|half|train)$/.test(method.name); method = methodOf(source, inner)) {
    inner = unwrap(method.object);
  }
  return inner;
}

/** The activation whose result an expression is, with certainty. */
function activationOf(material: Material, node: Node, steps: number): { kind: Activation } | null {
  const { source, scopes } = material;
  const inner = unwrap(node);
  if (steps <= 0) return null;
  if (inner.type === 'identifier') {
    const declared = scopes.lookup(source.textOf(inner), inner);
    if (declared?.kind !== 'variable' || around(inner, isFunction) !== around(declared.node, isFunction)) return null;
    const last = lastOf(declared.values.filter((each) => each.at.end <= inner.start));
    const [only] = last;
    if (last.length !== 1 || only === undefined || !only.whole || only.appends || only.value === null) return null;
    if (mayBeNewer(declared.values, only.at, inner)) return null;
    return activationOf(material, only.value, steps - 1);
  }
  if (inner.type !== 'call') return null;
  const direct = GIVES[calledName(material, inner)];
  if (direct !== undefined) return /\.(Softmax|Sigmoid)$/.test(calledName(material, inner)) ? null : { kind: direct };
  const callee = functionOf(inner);
  const method = methodOf(source, inner);
  if (method !== null && /^(squeeze|view|reshape|flatten|float|contiguous)$/.test(method.name) && method.object.type !== 'attribute') {
    return activationOf(material, method.object, steps - 1);
  }
  if (method !== null && /^(softmax|sigmoid)$/.test(method.name) && fullName(material, callee) === '' && source.textOf(method.object) !== 'self') {
    return { kind: method.name as Activation };
  }
  const values = callee.type === 'call' ? [callee] : valuesOf(material, callee);
  const kinds = values.map((value) => ofModule(material, moved(material, value), steps - 1));
  return kinds.length > 0 && kinds.every((kind) => kind !== null && kind === kinds[0]) ? { kind: kinds[0]! } : null;
}

/** An iteration before may have set it to something else, further down. */
function mayBeNewer(values: readonly Given[], assignment: Node, use: Node): boolean {
  const loops = loopsAround(use);
  const [innermost] = loops;
  const outermost = loops.at(-1);
  if (innermost === undefined || outermost === undefined || isWithin(assignment, innermost)) return false;
  return values.some(({ at }) => at.start > use.start && isWithin(at, outermost));
}

/** The activation that a module ends with: `nn.Softmax(dim=1)`, `nn.Sequential(…, nn.Softmax(dim=1))`, or a class of this file. */
function ofModule(material: Material, made: Node, steps: number): Activation | null {
  if (made.type !== 'call' || steps <= 0) return null;
  const name = calledName(material, made);
  if (GIVES[name] !== undefined && /\.(Softmax|Sigmoid)$/.test(name)) return GIVES[name]!;
  if (name === 'torch.nn.Sequential') {
    const last = argumentsOf(material.source, made).positional.at(-1);
    return last === undefined || last.parent.type === 'list_splat' ? null : ofModule(material, unwrap(last), steps - 1);
  }
  const own = ownClass(material, functionOf(made));
  if (own === null || !isModule(material, own)) return null;
  const forward = bodyOf(own).find((each) => each.type === 'function_definition' && material.source.textOf(part(each, 'name')!) === 'forward');
  return forward === undefined || parametersOf(forward).length < 2 ? null : endOf(material, forward, steps - 1);
}

/** What every `return` of a function gives. */
function endOf(material: Material, forward: Node, steps: number): Activation | null {
  const returns: Node[] = [];
  each(forward, (node) => {
    if (node.type === 'return_statement') returns.push(node);
  }, true);
  const [first] = returns;
  // One in a branch comes before the last one.
  if (first === undefined || first.parent.parent !== forward || first.children[0] === undefined) return null;
  return activationOf(material, first.children[0], steps)?.kind ?? null;
}

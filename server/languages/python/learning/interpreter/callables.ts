/** Functions and classes of the file itself: calls are followed into them, to a depth. */
import { firstRows, learnedOf } from '../domain/flow.ts';
import type { ClassValue, FunctionValue } from '../domain/kinds.ts';
import { as, become, blank, classOf, list, literal, ofFunction, table, valueOf, Scope, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Frame, Machine } from './machine.ts';

/** Calls within calls. */
const DEEPEST = 8;
/** Calls of one function within itself. */
const RECURSIONS = 2;
/** Base classes of base classes. */
const GENERATIONS = 4;

/** Runs a function of the file. @returns its result */
export function callFunction(machine: Machine, fn: FunctionValue, args: Arguments): Value {
  const busy = machine.frames.filter((frame) => frame.name === fn.name).length;
  machine.entered.add(fn.node);
  if (machine.frames.length >= DEEPEST || busy >= RECURSIONS) return blank();
  const scope = new Scope(fn.scope);
  const from = machine.calling;
  bindParameters(machine, fn, args, scope);
  if (from !== null) machine.calls.push(from);
  try {
    return fn.node.type === 'lambda' ? machine.evaluate(fn.body, scope) : runBody(machine, fn, scope);
  } finally {
    if (from !== null) machine.calls.pop();
    machine.calling = from;
  }
}

function runBody(machine: Machine, fn: FunctionValue, scope: Scope): Value {
  const frame: Frame = { returned: null, name: fn.name };
  machine.frames.push(frame);
  try {
    machine.execute(fn.body, scope);
  } finally {
    machine.frames.pop();
  }
  return frame.returned ?? literal('None');
}

function bindParameters(machine: Machine, fn: FunctionValue, args: Arguments, scope: Scope): void {
  let position = 0;
  const values = fn.self === null ? args.positional : [fn.self, ...args.positional];
  const used = new Set<string>();
  for (const parameter of fn.parameters?.children ?? []) {
    const { type } = parameter;
    if (type === 'list_splat_pattern') scope.set(parameter.children[0]?.token ?? '', list(values.slice(position)));
    else if (type === 'dictionary_splat_pattern') {
      const rest = [...args.named].filter(([name]) => !used.has(name));
      scope.set(parameter.children[0]?.token ?? '', list(rest.map(([, value]) => value), rest.map(([name]) => name)));
    } else if (type !== 'keyword_separator' && type !== 'positional_separator') {
      const name = parameterName(parameter);
      if (name === '') continue;
      used.add(name);
      const given = args.named.get(name) ?? values[position];
      if (position < values.length && !args.named.has(name)) position++;
      scope.set(name, given ?? (parameter.fields['value'] === undefined ? blank() : machine.evaluate(parameter.fields['value'], fn.scope)));
    }
  }
}

export function parameterName(parameter: Light): string {
  if (parameter.type === 'identifier') return parameter.token;
  return parameter.fields['name']?.token ?? parameter.children[0]?.token ?? '';
}

/** @param name of the function @param node its definition @param scope that it closes over */
export function functionFrom(name: string, node: Light, scope: Scope): FunctionValue {
  return { name, node, parameters: node.fields['parameters'] ?? null, body: node.fields['body'] ?? node, scope, self: null };
}

/** @returns the method of a class or its base classes in the file, or null */
export function methodOf(cls: ClassValue, name: string, depth = 0): FunctionValue | null {
  const node = cls.methods.get(name);
  if (node !== undefined) return functionFrom(`${cls.name}.${name}`, node, cls.scope);
  for (const base of depth > GENERATIONS ? [] : cls.bases) {
    const parent = baseClass(cls, base);
    const found = parent === null || parent === cls ? null : methodOf(parent, name, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function baseClass(cls: ClassValue, name: string): ClassValue | null {
  const known = cls.scope.get(name);
  return known === null ? null : classOf(known);
}

/** @returns a method as it is found on an instance; a static one, without `self`, is not bound */
export function bind(self: Value, method: FunctionValue): FunctionValue {
  const first = method.parameters?.children[0];
  const takesSelf = first !== undefined && /^(self|cls|this|_self|_cls)$/.test(parameterName(first));
  return { ...method, self: takesSelf ? self : null };
}

/** The same as a value. */
export const bound = (self: Value, method: FunctionValue): Value => ofFunction(bind(self, method));

/** @returns an instance of a class of the file, after its constructor has run */
export function instantiate(machine: Machine, cls: ClassValue, args: Arguments): Value {
  machine.entered.add(cls.node);
  const attributes = new Map<string, Value>();
  const made: Value = { ...valueOf({ kind: 'instance', of: cls }), attributes };
  let at: ClassValue | null = cls;
  for (let depth = 0; at !== null && depth < GENERATIONS; depth++) {
    for (const [name, value] of at.scope.names) if (!attributes.has(name)) attributes.set(name, value);
    const extendsA = (role: 'networkBase' | 'datasetBase'): boolean => at!.bases.some((base) => machine.libraries.is(base, role));
    if (extendsA('networkBase')) become(made, { kind: 'learner', model: { ...machine.model(cls.name, 'model'), stepwise: true } });
    if (extendsA('datasetBase')) {
      become(made, as(table(firstRows(args.all) ?? machine.rows.source()), 'table')!);
      made.learned = learnedOf(args.all);
    }
    at = at.bases.map((base) => baseClass(cls, base)).find((base) => base !== null && base !== cls) ?? null;
  }
  const init = methodOf(cls, '__init__');
  if (init !== null) callFunction(machine, { ...init, self: made }, args);
  return made;
}

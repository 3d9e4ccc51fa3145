/** Functions and classes of the file itself: calls are followed into them, to a depth. */
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { Scope } from '../domain/scope.ts';
import { blank, firstTable, learnedOf, list, literal, type ClassValue, type FunctionValue, type Value } from '../domain/values.ts';

export interface Arguments {
  positional: Value[];
  named: Map<string, Value>;
  /** Positional arguments as written. */
  nodes: Light[];
  /** All values, for operations that take them together. */
  all: Value[];
}

const DEEPEST = 8;
const DATA_CLASS = /^(Dataset|Sequence|IterableDataset|TensorDataset|LightningDataModule)$/;
const NETWORK_CLASS = /^(Module|Model|LightningModule|Layer|Sequential)$/;

/** Runs a function of the file with the given arguments. */
export function callFunction(machine: Machine, fn: FunctionValue, args: Arguments): Value {
  const busy = machine.frames.filter((frame) => frame.name === fn.name).length;
  machine.entered.add(fn.node);
  if (machine.frames.length >= DEEPEST || busy >= 2) return blank();
  const scope = new Scope(fn.scope);
  bindParameters(machine, fn, args, scope);
  if (fn.node.type === 'lambda') return machine.evaluate(fn.body, scope);
  const frame = { returned: null, name: fn.name };
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
      const given = args.named.get(name) ?? (position < values.length ? values[position] : undefined);
      if (position < values.length && !args.named.has(name)) position++;
      scope.set(name, given ?? (parameter.fields['value'] === undefined ? blank() : machine.evaluate(parameter.fields['value'], fn.scope)));
    }
  }
}

export function parameterName(parameter: Light): string {
  if (parameter.type === 'identifier') return parameter.token;
  return parameter.fields['name']?.token ?? parameter.children[0]?.token ?? '';
}

export function methodOf(cls: ClassValue, name: string, depth = 0): FunctionValue | null {
  const node = cls.methods.get(name);
  if (node !== undefined) return { name: `${cls.name}.${name}`, node, parameters: node.fields['parameters'] ?? null, body: node.fields['body'] ?? node, scope: cls.scope, self: null };
  for (const base of depth > 4 ? [] : cls.bases) {
    const parent = cls.scope.get(base)?.cls ?? null;
    const found = parent === null || parent === cls ? null : methodOf(parent, name, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** A method as it is found on an instance; one without a first parameter for it (a static one) goes without. */
export function bind(self: Value, method: FunctionValue): Value {
  const first = method.parameters?.children[0];
  const takesSelf = first !== undefined && /^(self|cls|this|_self|_cls)$/.test(parameterName(first));
  return { ...blank(), fn: { ...method, self: takesSelf ? self : null } };
}

/** An instance of a class of the file. */
export function instantiate(machine: Machine, cls: ClassValue, args: Arguments): Value {
  machine.entered.add(cls.node);
  const made: Value = { ...blank(), instanceOf: cls, attributes: new Map() };
  for (let at: ClassValue | null = cls, depth = 0; at !== null && depth < 4; depth++) {
    for (const [name, value] of at.scope.names) if (!made.attributes!.has(name)) made.attributes!.set(name, value);
    if (at.bases.some((base) => NETWORK_CLASS.test(base))) {
      made.model = machine.model(cls.name, 'model').model;
      made.model!.stepwise = true;
    }
    if (at.bases.some((base) => DATA_CLASS.test(base))) {
      made.rows = firstTable(args.all)?.rows ?? machine.rows.source();
      made.learned = learnedOf(args.all);
    }
    at = at.bases.map((base) => cls.scope.get(base)?.cls ?? null).find((base) => base !== null && base !== cls) ?? null;
  }
  const init = methodOf(cls, '__init__');
  if (init !== null) callFunction(machine, { ...init, self: made }, args);
  return made;
}

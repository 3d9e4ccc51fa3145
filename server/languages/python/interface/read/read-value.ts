/** Values of constants and defaults in one form for every spelling. */
import { isPlainString, stringValue } from '../../strings.ts';
import { part, unwrap, type Node, type Source } from '../../syntax.ts';
import type { ClassBinding, ModuleModel } from '../model.ts';
import type { Project } from '../project.ts';
import { callArguments, calledName, dottedName, lastName } from './nodes.ts';

export type Value =
  | { kind: 'scalar'; text: string }
  | { kind: 'list' | 'tuple' | 'set'; items: readonly Value[] }
  | { kind: 'dict'; entries: ReadonlyMap<string, Value> };

export interface ValuePlace {
  project: Project;
  module: ModuleModel;
  owner: ClassBinding | null;
  source: Source;
}

const DEEPEST = 12;
/** Longer texts are contents, such as templates and tables, and not constants to compare with. */
export const LONGEST_VALUE = 200;

/** @returns null for what is computed */
export function readValue(node: Node, place: ValuePlace, depth = 0): Value | null {
  const inner = unwrap(node);
  const { source } = place;
  if (depth > DEEPEST) return null;
  if (isPlainString(inner)) return scalar((/^[uUrR]?[bB]/.test(source.textOf(inner)) ? 'b' : '') + JSON.stringify(stringValue(source, inner)));
  const items = (): Value[] | null => {
    const found = inner.children.map((child) => readValue(child, place, depth + 1));
    return found.includes(null) ? null : (found as Value[]);
  };
  switch (inner.type) {
    case 'integer': return integer(source.textOf(inner));
    case 'float': return scalar(floating(source.textOf(inner)));
    case 'true': return scalar('True');
    case 'false': return scalar('False');
    case 'none': return scalar('None');
    case 'list': case 'tuple': case 'set': case 'expression_list': {
      const found = items();
      return found && { kind: inner.type === 'expression_list' ? 'tuple' : inner.type, items: found };
    }
    case 'dictionary': return dictionary(inner, place, depth);
    case 'unary_operator': {
      const [child] = inner.children;
      const value = child ? readValue(child, place, depth + 1) : null;
      return inner.tokens.includes('-') && value?.kind === 'scalar' && /^\d/.test(value.text) ? scalar(`-${value.text}`) : null;
    }
    case 'binary_operator': return calculated(inner, place, depth);
    case 'call': return called(inner, place, depth);
    case 'identifier': case 'attribute': return named(inner, place, depth);
    default: return null;
  }
}

/** A default: besides values a call with values, `Timeout(5)`, which gives something else as soon as they differ. */
export function readDefault(node: Node, place: ValuePlace): Value | null {
  const known = readValue(node, place);
  const name = known === null ? calledName(place.source, node) : null;
  if (name === null) return known;
  const { positional, named: byName } = callArguments(place.source, node);
  const values = [...positional, ...byName.values()].map((each) => readValue(each, place, 1));
  if (values.length === 0 || values.includes(null)) return null;
  const texts = (values as Value[]).map(printValue);
  const words = [...byName.keys()].map((key, index) => `${key}=${texts[positional.length + index]!}`).sort();
  return scalar(`${lastName(name)}(${[...texts.slice(0, positional.length), ...words].join(', ')})`);
}

function scalar(text: string): Value {
  return { kind: 'scalar', text };
}

function integer(text: string): Value | null {
  try {
    return scalar(String(BigInt(text.replaceAll('_', '').replace(/^0+(?=\d)/, ''))));
  } catch {
    // A number with a suffix: complex, or one of Python 2.
    return scalar(text);
  }
}

function floating(text: string): string {
  const number = Number(text.replaceAll('_', ''));
  if (Number.isNaN(number)) return text;
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

function dictionary(node: Node, place: ValuePlace, depth: number): Value | null {
  const entries = new Map<string, Value>();
  for (const child of node.children) {
    const [key, value] = [part(child, 'key'), part(child, 'value')];
    const read = [key, value].map((each) => (each === null ? null : readValue(each, place, depth + 1)));
    if (read[0] == null || read[1] == null) return null;
    entries.set(printValue(read[0]), read[1]);
  }
  return { kind: 'dict', entries };
}

/** Whole numbers that are calculated, `60 * 60`, and flags. */
function calculated(node: Node, place: ValuePlace, depth: number): Value | null {
  const [left, right] = node.children.map((child) => readValue(child, place, depth + 1));
  if (left?.kind !== 'scalar' || right?.kind !== 'scalar') return null;
  const [operator = ''] = node.tokens;
  if (operator === '|') return scalar([...left.text.split(' | '), ...right.text.split(' | ')].sort().join(' | '));
  if (!/^-?\d{1,12}$/.test(left.text) || !/^-?\d{1,12}$/.test(right.text)) return operator === '+' && left.text.startsWith('"') && right.text.startsWith('"')
    ? scalar(JSON.stringify(`${JSON.parse(left.text) as string}${JSON.parse(right.text) as string}`)) : null;
  const [a, b] = [BigInt(left.text), BigInt(right.text)];
  switch (operator) {
    case '+': return scalar(String(a + b));
    case '-': return scalar(String(a - b));
    case '*': return scalar(String(a * b));
    case '<<': return b >= 0n && b < 64n ? scalar(String(a << b)) : null;
    case '**': return b >= 0n && b < 64n && a < 1024n ? scalar(String(a ** b)) : null;
    default: return null;
  }
}

function called(node: Node, place: ValuePlace, depth: number): Value | null {
  const name = calledName(place.source, node);
  const args = part(node, 'arguments')?.children ?? [];
  if (args.length === 0) {
    switch (name) {
      case 'tuple': case 'list': case 'set': return { kind: name, items: [] };
      case 'frozenset': return { kind: 'set', items: [] };
      case 'dict': return { kind: 'dict', entries: new Map() };
      default: return null;
    }
  }
  if (args.length === 1 && (name === 'frozenset' || name === 'set' || name === 'tuple' || name === 'list')) {
    const value = readValue(args[0]!, place, depth + 1);
    return value !== null && 'items' in value ? { kind: name === 'frozenset' ? 'set' : name, items: value.items } : null;
  }
  return null;
}

/** A constant of the workspace by its value, one from elsewhere and a member of an enumeration by its name. */
function named(node: Node, place: ValuePlace, depth: number): Value | null {
  const dotted = dottedName(place.source, node);
  if (dotted === null) return null;
  const { project, module, owner } = place;
  for (const found of project.resolve(dotted, module, owner)) {
    if (found.kind === 'external') return scalar(found.name);
    if (found.kind !== 'definition' || found.binding.kind !== 'variable' || found.binding.value === null) return null;
    const { binding } = found;
    if (binding.owner !== null) return scalar(`${binding.owner.name}.${binding.name}`);
    return readValue(binding.value!, { project, module: binding.module, owner: null, source: binding.module.source }, depth + 4);
  }
  return /^(int|str|float|bool|bytes|list|dict|set|tuple|object|type)$/.test(dotted) ? scalar(dotted) : null;
}

export function printValue(value: Value): string {
  switch (value.kind) {
    case 'scalar': return value.text;
    case 'dict': return `{${[...value.entries].map(([key, each]) => `${key}: ${printValue(each)}`).sort().join(', ')}}`;
    case 'set': return `{${value.items.map(printValue).sort().join(', ')}}`;
    case 'list': return `[${value.items.map(printValue).join(', ')}]`;
    case 'tuple': return `(${value.items.map(printValue).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  }
}

/** Whether all that was in a collection still is: keys with their values, elements of a set, the beginning of a list. */
export function isExtended(before: Value, after: Value): boolean {
  if (before.kind === 'dict' && after.kind === 'dict')
    return [...before.entries].every(([key, value]) => {
      const now = after.entries.get(key);
      return now !== undefined && printValue(now) === printValue(value);
    });
  if (before.kind !== after.kind || !('items' in before) || !('items' in after)) return false;
  const now = after.items.map(printValue);
  if (before.kind === 'set') return before.items.every((each) => now.includes(printValue(each)));
  return before.kind === 'list' && before.items.every((each, index) => now[index] === printValue(each));
}

/** Names of callees: how they are written, which import they come from, how their root variable was created. */
import { part, unwrap, around, type Node, type Source } from './syntax.ts';
import { isPlainString, stringValue } from './strings.ts';
import type { Declared, Scopes } from './scopes.ts';

export interface CalleeName {
  /** As written, without arguments; calls inside the chain end in `()`. */
  text: string;
  /** The name at the start of the chain, if it starts with one. */
  root: Node | null;
  /** Names after the root. */
  path: string[];
}

/** Splits a chain such as `a.b.c` or `a["b"].c`. Calls inside the chain end it. */
export function calleeName(source: Source, node: Node): CalleeName {
  const known = source.calleeNames.get(node);
  if (known !== undefined) return known;
  const name = readName(source, node);
  source.calleeNames.set(node, name);
  return name;
}

function readName(source: Source, node: Node): CalleeName {
  const path: string[] = [];
  let current = unwrap(node);
  for (;;) {
    if (current.type === 'attribute') {
      path.unshift(source.textOf(part(current, 'attribute') ?? current.children.at(-1)!));
      current = unwrap(part(current, 'object') ?? current.children[0]!);
    } else if (current.type === 'subscript') {
      const key = part(current, 'subscript');
      path.unshift(key !== null && isPlainString(key) ? stringValue(source, key) : '[]');
      current = unwrap(part(current, 'value') ?? current.children[0]!);
    } else break;
  }
  const join = (head: string): string => {
    const text = [head, ...path].join('.');
    return text.length > 120 ? `…${text.slice(-119)}` : text;
  };
  if (current.type === 'identifier') return { text: join(source.textOf(current)), root: current, path };
  if (current.type === 'call') return { text: join(`${calleeName(source, functionOf(current)).text}()`), root: null, path };
  if (current.type === 'await' && current.children[0]) return { text: join(calleeName(source, current.children[0]).text), root: null, path };
  return { text: join(source.shorten(current, 30)), root: null, path };
}

/** The callee of a call. */
export function functionOf(call: Node): Node {
  return part(call, 'function') ?? call.children[0] ?? call;
}

/** Last part of a callee's name. */
export function lastName(source: Source, callee: Node): string {
  const name = calleeName(source, callee);
  return name.path.at(-1) ?? (name.root ? source.textOf(name.root) : name.text);
}

export interface Arguments {
  positional: Node[];
  /** `name=value`. */
  keywords: { name: string; value: Node; node: Node }[];
  /** What follows `**`. */
  spread: Node[];
}

export function argumentsOf(source: Source, call: Node): Arguments {
  const found: Arguments = { positional: [], keywords: [], spread: [] };
  const list = part(call, 'arguments');
  if (list === null) return found;
  // `f(x for x in y)`: the generator is the argument list.
  if (list.type === 'generator_expression') return { ...found, positional: [list] };
  for (const child of list.children) {
    if (child.type === 'keyword_argument') found.keywords.push({ name: source.textOf(part(child, 'name')!), value: part(child, 'value')!, node: child });
    else if (child.type === 'dictionary_splat') found.spread.push(child);
    else if (child.type !== 'ERROR') found.positional.push(child.type === 'list_splat' ? child.children[0] ?? child : child);
  }
  return found;
}

export interface ImportTarget {
  module: string;
  member: string;
}

/** Where an imported name comes from: the module, and the path inside it. */
export function importTarget(declared: Declared | null, path: readonly string[]): ImportTarget | null {
  if (declared?.kind !== 'import') return null;
  const head = declared.imported === '*' ? [] : [declared.imported];
  const member = [...head, ...path].join('.');
  return { module: declared.specifier, member: member === '' ? 'default' : member };
}

/** How many variables are followed from a callee: `run = subprocess.run`. */
const MAX_ALIASES = 3;

/**
 * Where a callee comes from, also through a variable that refers to it.
 * @returns null when it was not imported
 */
export function calleeTarget(source: Source, scopes: Scopes, node: Node, steps = MAX_ALIASES): ImportTarget | null {
  const name = calleeName(source, node);
  if (name.root === null) return null;
  const declared = scopes.lookup(source.textOf(name.root), name.root);
  if (declared?.kind !== 'variable' || steps === 0) return importTarget(declared, name.path);
  const value = onlyValue(declared);
  const inner = value === null ? null : unwrap(value);
  if (inner === null || (inner.type !== 'identifier' && inner.type !== 'attribute')) return null;
  const target = calleeTarget(source, scopes, inner, steps - 1);
  if (target === null) return null;
  const own = [...(target.member === 'default' ? [] : [target.member]), ...name.path];
  return { module: target.module, member: own.join('.') || 'default' };
}

/** The value of a variable that is assigned only once. */
export function onlyValue(declared: Declared): Node | null {
  if (declared.kind !== 'variable' || declared.values.length !== 1) return null;
  const [only] = declared.values;
  return only!.whole && !only!.appends ? only!.value : null;
}

/** A name in class style: calling it creates an object. */
export function looksLikeClass(name: string): boolean {
  return /^_*[A-Z]\w*[a-z]/.test(name) || /^_*[A-Z]$/.test(name);
}

/** True for a call that creates an instance of a class. */
export function isConstruction(source: Source, scopes: Scopes, call: Node): boolean {
  const callee = calleeName(source, functionOf(call));
  if (callee.root === null) return false;
  if (callee.path.length === 0) {
    const declared = scopes.lookup(source.textOf(callee.root), callee.root);
    if (declared?.kind === 'class') return true;
    if (declared !== null && declared.kind !== 'import') return false;
  }
  return looksLikeClass(callee.path.at(-1) ?? source.textOf(callee.root));
}

/**
 * How the object of a call was created, as far as the file shows: `new pg#Pool`, `sqlite3#connect`, `type pg#Pool`
 * for a parameter, variable or field with a written type; null when unknown.
 */
export function receiverOf(source: Source, scopes: Scopes, node: Node): string | null {
  const callee = unwrap(node);
  if (callee.type !== 'attribute') return null;
  const object = unwrap(part(callee, 'object') ?? callee.children[0]!, true);
  if (object.type === 'identifier') return describe(source, scopes, scopes.lookup(source.textOf(object), object));
  if (object.type === 'attribute') return describeField(source, scopes, object);
  return object.type === 'call' ? describeValue(source, scopes, object) : null;
}

function describe(source: Source, scopes: Scopes, declared: Declared | null): string | null {
  switch (declared?.kind) {
    case 'parameter': return declared.type === null ? null : describeType(source, scopes, declared.type);
    case 'with': return describeValue(source, scopes, declared.value);
    case 'variable': {
      if (declared.type !== null) return describeType(source, scopes, declared.type);
      const value = onlyValue(declared);
      return value === null ? null : describeValue(source, scopes, value);
    }
    default: return null;
  }
}

/** Built-in types: they say nothing about where a value comes from. */
const BUILT_IN = /^(object|str|int|float|bool|bytes|complex|list|dict|set|frozenset|tuple|type|None)$/;

function describeType(source: Source, scopes: Scopes, type: Node): string | null {
  let inner = type.type === 'type' ? type.children[0] ?? type : type;
  // `X | None` and `Optional[X]` count as X.
  if (inner.type === 'binary_operator' || inner.type === 'union_type') inner = inner.children.find((child) => child.type !== 'none') ?? inner;
  if (inner.type === 'generic_type' && /(^|\.)(Optional|Annotated)$/.test(source.textOf(inner.children[0]!)))
    inner = inner.children[1]?.children[0]?.children[0] ?? inner;
  if (inner.type === 'type') inner = inner.children[0] ?? inner;
  if (inner.type !== 'identifier' && inner.type !== 'attribute') return null;
  const name = calleeName(source, inner);
  if (BUILT_IN.test(name.text)) return null;
  const target = name.root ? importTarget(scopes.lookup(source.textOf(name.root), name.root), name.path) : null;
  return `type ${qualified(target, name.text)}`;
}

function describeValue(source: Source, scopes: Scopes, value: Node): string | null {
  const inner = unwrap(value, true);
  if (inner.type !== 'call') return null;
  const callee = functionOf(inner);
  const target = calleeTarget(source, scopes, callee);
  return `${isConstruction(source, scopes, inner) ? 'new ' : ''}${qualified(target, calleeName(source, callee).text)}`;
}

function qualified(target: ImportTarget | null, text: string): string {
  return target === null ? text : `${target.module}#${target.member}`;
}

/** `self.x`: the value of `x` in the class, its written type, or the type of the parameter assigned to it. */
function describeField(source: Source, scopes: Scopes, access: Node): string | null {
  const name = calleeName(source, access);
  if (name.root === null || !/^(self|cls)$/.test(source.textOf(name.root)) || name.path.length !== 1) return null;
  const owner = around(access, (node) => node.type === 'class_definition');
  const given = owner === null ? undefined : scopes.fieldsOf(owner).get(name.path[0]!);
  if (given === undefined) return null;
  if (given.type !== null) return describeType(source, scopes, given.type);
  if (given.value === null) return null;
  const value = unwrap(given.value, true);
  return value.type === 'identifier' ? describe(source, scopes, scopes.lookup(source.textOf(value), value)) : describeValue(source, scopes, value);
}

/** Names of the bases in an argument list, without `metaclass=` and other keyword arguments. */
export function basesOf(source: Source, node: Node): { name: string; node: Node }[] {
  const list = part(node, 'superclasses');
  if (list === null) return [];
  return list.children.filter((child) => child.type !== 'keyword_argument' && child.type !== 'dictionary_splat').map((child) => {
    const inner = child.type === 'subscript' ? part(child, 'value') ?? child : child;
    return { name: source.shorten(inner, 80), node: inner };
  });
}

/** Names of the decorators as written, without arguments. */
export function decoratorNames(source: Source, decorators: readonly Node[]): string[] {
  return decorators.map((node) => calleeName(source, node.type === 'call' ? functionOf(node) : node).text);
}

/** Whether the name of what is raised, with dots, is an error class that documentation should mention. */
export function isDocumentedError(name: string): boolean {
  return /^[\w.]+$/.test(name) && /[A-Z]/.test(name.slice(name.lastIndexOf('.') + 1)) && !name.endsWith('NotImplementedError');
}

/** @returns whether a name holds an object of a class: made by calling one, or with a type that is no text */
export function isOwnObject(source: Source, declared: Declared | null): boolean {
  if (declared?.kind === 'parameter') return declared.type !== null && !/\b(str|Any|bytes|AnyStr)\b/.test(source.textOf(declared.type));
  if (declared?.kind !== 'variable') return false;
  return declared.values.some(({ value }) => {
    const made = value === null ? null : unwrap(value);
    return made?.type === 'call' && looksLikeClass(calleeName(source, functionOf(made)).text.replace(/^.*\./, ''));
  });
}

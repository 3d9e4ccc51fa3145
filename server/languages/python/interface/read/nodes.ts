/** Small questions to nodes. */
import { part, unwrap, type Node, type Source } from '../../syntax.ts';

/** `a.b.c` of names and attributes; null for anything else. */
export function dottedName(source: Source, node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type === 'type' && inner.children.length === 1) return dottedName(source, inner.children[0]!);
  if (inner.type === 'identifier') return source.textOf(inner);
  if (inner.type === 'dotted_name' || inner.type === 'member_type') {
    const names = inner.children.map((child) => dottedName(source, child));
    return names.includes(null) ? null : names.join('.');
  }
  if (inner.type !== 'attribute') return null;
  const [object, attribute] = [part(inner, 'object'), part(inner, 'attribute')];
  const before = object && dottedName(source, object);
  return before === null || attribute === null ? null : `${before}.${source.textOf(attribute)}`;
}

/** The last name of a dotted one. */
export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

export interface Arguments {
  positional: Node[];
  named: Map<string, Node>;
}

/** Arguments of a call, or what stands in the parentheses of a class. Splats are left out. */
export function argumentsIn(source: Source, list: Node | null): Arguments {
  const found: Arguments = { positional: [], named: new Map() };
  for (const child of list?.children ?? []) {
    if (child.type === 'keyword_argument') {
      const [name, value] = [part(child, 'name'), part(child, 'value')];
      if (name && value) found.named.set(source.textOf(name), value);
    } else if (!child.type.endsWith('_splat')) found.positional.push(child);
  }
  return found;
}

export function isTrue(node: Node | undefined): boolean {
  return node?.type === 'true';
}

export function isFalse(node: Node | undefined): boolean {
  return node?.type === 'false';
}

/** The dotted name of what a call calls, or null when the node is no call. */
export function calledName(source: Source, node: Node | null): string | null {
  const inner = node && unwrap(node);
  const called = inner?.type === 'call' ? part(inner, 'function') : null;
  return called && dottedName(source, called);
}

export function callArguments(source: Source, node: Node): Arguments {
  return argumentsIn(source, part(unwrap(node), 'arguments'));
}

/** What the searches for faults of training look at: the nodes of one file by kind, and where names come from. */
import { argumentsOf, calleeTarget, functionOf } from '../../names.ts';
import type { Scopes } from '../../scopes.ts';
import { around, isFunction, part, some, unwrap, type Node, type Source } from '../../syntax.ts';

export interface Material {
  source: Source;
  scopes: Scopes;
  calls: readonly Node[];
  classes: readonly Node[];
  /** Assignments, also augmented ones, in source order. */
  assignments: readonly Node[];
  attributes: readonly Node[];
}

/** @returns the nodes of a file that the searches begin with */
export function materialOf(source: Source, scopes: Scopes): Material {
  const byType: Record<string, Node[]> = {};
  const visit = (node: Node): void => {
    (byType[node.type] ??= []).push(node);
    for (const child of node.children) visit(child);
  };
  visit(source.root);
  return {
    source, scopes,
    calls: byType['call'] ?? [],
    classes: byType['class_definition'] ?? [],
    assignments: [...(byType['assignment'] ?? []), ...(byType['augmented_assignment'] ?? [])].sort((a, b) => a.start - b.start),
    attributes: byType['attribute'] ?? [],
  };
}

/** @returns the full name of something imported, such as `torch.nn.Linear`, also through an alias; empty for all else */
export function fullName({ source, scopes }: Material, callee: Node): string {
  const target = calleeTarget(source, scopes, callee);
  if (target === null) return '';
  return target.member === 'default' ? target.module : `${target.module}.${target.member}`;
}

/** @returns the full name of what a call calls; empty for all else */
export function calledName(material: Material, node: Node | null): string {
  const inner = node === null ? null : unwrap(node);
  return inner?.type === 'call' ? fullName(material, functionOf(inner)) : '';
}

/** The name of the method that a call calls on something, with that something: `x.append(…)`. */
export function methodOf(source: Source, call: Node): { object: Node; name: string } | null {
  const callee = functionOf(call);
  if (call.type !== 'call' || callee.type !== 'attribute') return null;
  return { object: part(callee, 'object')!, name: source.textOf(part(callee, 'attribute')!) };
}

/** The value of a named argument, or of the one at a position; null when neither is given. */
export function argument(source: Source, call: Node, name: string, at: number): Node | null {
  const { positional, keywords } = argumentsOf(source, call);
  return keywords.find((each) => each.name === name)?.value ?? positional[at] ?? null;
}

export function isLoop(node: Node): boolean {
  return node.type === 'for_statement' || node.type === 'while_statement';
}

/** The loops around a node within its function, innermost first. */
export function loopsAround(node: Node): Node[] {
  const next = (from: Node): Node | null => around(from, (each) => isLoop(each) || isFunction(each));
  const loops: Node[] = [];
  for (let at = next(node); at !== null && isLoop(at); at = next(at)) loops.push(at);
  return loops;
}

/** A node that is, or is within, another one. */
export function isWithin(node: Node, outer: Node): boolean {
  return outer.start <= node.start && node.end <= outer.end;
}

/** Whether a name is used somewhere in a tree, as itself and not as a member or the name of an argument. */
export function mentions(source: Source, tree: Node, name: string): boolean {
  return some(tree, (each) => each.type === 'identifier' && source.textOf(each) === name && each.field !== 'attribute' && !isArgumentName(each));
}

function isArgumentName(node: Node): boolean {
  return node.parent.type === 'keyword_argument' && node.field === 'name';
}

/** Names that assignments bind. */
import { boundNames, part, unwrap, type Node } from '../../syntax.ts';
import type { ClassBinding } from '../model.ts';
import { namesInCall } from './call-names.ts';
import { calledName, lastName } from './nodes.ts';
import { boundHere, INSTANCE_ATTRIBUTE, put, type Scope } from './scope.ts';

/** Calls that make a class. */
const CLASS_MAKERS = new Set(['namedtuple', 'NamedTuple', 'TypedDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'make_dataclass']);

/** `A = 1`, `a: int`, `a = b = c`, `x, y = 1, 2`, `type A = int`. */
export function bindAssignment(node: Node, scope: Scope, condition: string): void {
  const { module, owner, names } = scope;
  const { source } = module;
  const left = part(node, 'left');
  let right = part(node, 'right');
  if (left === null) return;
  if (node.type === 'type_alias_statement') {
    const name = firstIdentifier(left);
    if (name && right)
      put(names, {
        kind: 'variable', name: source.textOf(name), node: name, condition, module, owner, annotation: null, value: right, isAlias: true, isOfInstance: false,
      });
    return;
  }
  if (right?.type === 'assignment') {
    bindAssignment(right, scope, condition);
    while (right?.type === 'assignment') right = part(right, 'right');
  }
  const annotation = part(node, 'type');
  const many = left.type !== 'identifier';
  const values = many && right && /^(expression_list|tuple|list)$/.test(right.type) ? right.children : [];
  const targets = boundNames(left);
  targets.forEach((target, index) => {
    const value = many ? (values.length === targets.length ? values[index]! : null) : right;
    const name = source.textOf(target);
    const maker = calledName(source, value);
    if (maker !== null && CLASS_MAKERS.has(lastName(maker))) {
      const definition = unwrap(value!);
      const made: ClassBinding = { kind: 'class', name, node: target, condition, module, owner, definition, decorators: [], members: new Map() };
      for (const each of namesInCall(source, definition))
        made.members.set(each.name, [{ ...INSTANCE_ATTRIBUTE, name: each.name, node: each.node, module, owner: made }]);
      return put(names, made);
    }
    const before = boundHere(names, name, condition);
    // `place = cached(place)` keeps the function that is wrapped; `x: int` before `x = 1` keeps its type.
    if (before?.kind === 'function' && value && mentions(value, name, source.text)) {
      const wrapper = /^(property|classmethod|staticmethod)$/.test(maker ?? '') ? [{ name: maker!, dotted: maker!, call: null }] : [];
      return put(names, { ...before, decorators: [...before.decorators, ...wrapper] });
    }
    const kept = before?.kind === 'variable' && annotation === null ? before.annotation : annotation;
    put(names, { kind: 'variable', name, node: target, condition, module, owner, annotation: kept, value, isAlias: false, isOfInstance: false });
  });
}

function mentions(node: Node, name: string, text: string): boolean {
  if (node.type === 'identifier') return text.slice(node.start, node.end) === name;
  return /^(call|argument_list)$/.test(node.type) && node.children.some((child) => mentions(child, name, text));
}

function firstIdentifier(node: Node): Node | null {
  if (node.type === 'identifier') return node;
  for (const child of node.children) {
    const found = firstIdentifier(child);
    if (found) return found;
  }
  return null;
}

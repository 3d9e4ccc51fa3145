/** Which parameters share a mutable default in a way that shows: what one call does to it, the next one sees. */
import { calleeName, functionOf } from '../names.ts';
import { around, part, some, unwrap, type Node, type Source } from '../syntax.ts';

const MUTABLE = /^(list|dictionary|set|call|list_comprehension|set_comprehension|dictionary_comprehension)$/;
const CHANGES =
  /\.(append|extend|insert|add|update|setdefault|pop|popitem|popleft|appendleft|remove|discard|clear|sort|reverse|__setitem__|put|fill|difference_update)$/;

/** Somewhere in the class, the field that holds the value is changed in place: `self.rows.append(x)`, `self.rows[0] = x`, `self.rows += x`. */
function isChangedLater(source: Source, fn: Node, field: Node): boolean {
  const holder = around(fn, (node) => node.type === 'class_definition');
  if (holder === null) return true;
  const name = source.textOf(field);
  const isField = (node: Node | null): boolean => node !== null && source.textOf(node) === name;
  return some(part(holder, 'body')!, (node) => {
    if (node.type === 'call') {
      const callee = functionOf(node);
      return callee.type === 'attribute' && isField(part(callee, 'object')) && CHANGES.test(source.textOf(callee));
    }
    if (node.type !== 'assignment' && node.type !== 'augmented_assignment') return false;
    const target = part(node, 'left');
    return (node.type === 'augmented_assignment' && isField(target)) || (target?.type === 'subscript' && isField(part(target, 'value')));
  });
}

/**
 * @param fn the function
 * @param name of the parameter
 * @param value its default
 * @returns whether the function changes what it is given, keeps it or gives it back
 */
export function isDefaultKept(source: Source, fn: Node, name: string, value: Node): boolean {
  const body = part(fn, 'body');
  if (body === null || !MUTABLE.test(unwrap(value).type)) return false;
  const names = new Set([name]);
  const is = (node: Node | null | undefined): boolean => {
    const inner = node ? unwrap(node) : null;
    return inner?.type === 'identifier' && names.has(source.textOf(inner));
  };
  /** `rows[0]`, `rows[0]["a"]`. */
  const isPlaceIn = (node: Node | null): boolean => {
    const holder = node?.type === 'subscript' ? part(node, 'value') : null;
    return holder !== null && (is(holder) || isPlaceIn(holder));
  };
  return some(body, (node) => {
    switch (node.type) {
      case 'assignment': {
        const [target, given] = [part(node, 'left'), part(node, 'right')];
        // From here on it is another object: `seen = list(seen)`.
        if (is(target) && !is(given)) names.delete(source.textOf(target!));
        if (target?.type === 'identifier' && is(given)) names.add(source.textOf(target));
        if (target?.type === 'attribute') return is(given) && isChangedLater(source, fn, target);
        return target?.type === 'subscript' && (isPlaceIn(target) || is(given));
      }
      case 'augmented_assignment': {
        const target = part(node, 'left');
        return is(target) || isPlaceIn(target);
      }
      case 'delete_statement':
        return node.children.some(isPlaceIn);
      case 'return_statement': case 'yield':
        return is(node.children[0]) || (node.children[0]?.type === 'expression_list' && node.children[0].children.some(is));
      case 'call': {
        const callee = calleeName(source, functionOf(node));
        return callee.root !== null && callee.path.length === 1 && names.has(source.textOf(callee.root)) && CHANGES.test(callee.text);
      }
      default:
        return false;
    }
  });
}

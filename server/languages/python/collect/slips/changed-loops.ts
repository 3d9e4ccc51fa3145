/** `for item in items: items.remove(item)`: a collection that changes while a loop goes through it. */
import { calleeName, functionOf } from '../../names.ts';
import type { Scopes } from '../../scopes.ts';
import { around, each, isFunction, leavesBehind, part, parts, unwrap, type Node, type Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** The tags of mutagen's files give lists of their keys, and Blender goes on to the next object before it hands one out. */
const OWN_COLLECTIONS = /\b(mutagen|bpy)\b/;

/** Records the change, not the loop. */
export function changedLoops(source: Source, scopes: Scopes, add: AddSlip): Collector {
  const isBound = OWN_COLLECTIONS.test(source.text);
  return {
    on: {
      for_statement: (loop) => {
        if (isBound) return;
        const over = collectionOf(loop);
        const body = part(loop, 'body');
        if (over === null || body === null || isGivenAnew(body, over.name) || isRepeated(loop, over.name)) return;
        each(body, (node) => {
          const isKeys = over.isKeyed || isKeyed(over.node);
          if (removes(node, over.name, isKeys) && !leavesBehind(node, loop)) add(isKeys ? 'changed-keys' : 'changed-list', node);
        }, true);
      },
    },
  };

  /** What is gone through itself, or by its keys, values or items; not a copy. */
  function collectionOf(loop: Node): { node: Node; name: string; isKeyed: boolean } | null {
    let right = unwrap(part(loop, 'right') ?? loop);
    let isKeyed = false;
    if (right.type === 'call') {
      const callee = functionOf(right);
      const object = callee.type === 'attribute' ? part(callee, 'object') : null;
      if (object === null || !/^(keys|values|items)$/.test(source.textOf(part(callee, 'attribute') ?? callee))) return null;
      [right, isKeyed] = [object, true];
    }
    if (right.type !== 'identifier' && !(right.type === 'attribute' && part(right, 'object')?.type === 'identifier')) return null;
    return { node: right, name: source.textOf(right), isKeyed };
  }

  /** A variable that only ever holds a dictionary or a set that is written out. */
  function isKeyed(node: Node): boolean {
    const declared = node.type === 'identifier' ? scopes.lookup(source.textOf(node), node) : null;
    return declared?.kind === 'variable' && declared.values.every(({ value, whole }) => whole && value !== null && isKeyedValue(unwrap(value)));
  }

  function isKeyedValue(value: Node): boolean {
    return /^(dictionary|dictionary_comprehension|set|set_comprehension)$/.test(value.type)
      || (value.type === 'call' && /^(dict|set|defaultdict|OrderedDict|Counter)$/.test(calleeName(source, functionOf(value)).text));
  }

  function isGivenAnew(body: Node, name: string): boolean {
    let isGiven = false;
    each(body, (node) => {
      if (node.type === 'assignment' && parts(node, 'left').some((left) => source.textOf(left) === name)) isGiven = true;
    }, true);
    return isGiven;
  }

  /** A `while` around the loop goes on until nothing is left, so that what was skipped has its turn. */
  function isRepeated(loop: Node, name: string): boolean {
    const outer = around(loop, (node) => isFunction(node) || node.type === 'while_statement');
    return outer?.type === 'while_statement' && source.textOf(part(outer, 'condition') ?? outer).includes(name);
  }

  /** `items.remove(x)`, `del items[x]`, `items.pop(x)`; with keys only what must be of the collection itself. */
  function removes(node: Node, name: string, isKeys: boolean): boolean {
    if (node.type === 'delete_statement') return node.children.some((each) => each.type === 'subscript' && source.textOf(part(each, 'value') ?? each) === name);
    if (node.type !== 'call' || node.parent.type !== 'expression_statement') return false;
    const method = source.textOf(functionOf(node));
    return method === `${name}.remove` || method === `${name}.pop` || (isKeys && (method === `${name}.discard` || method === `${name}.popitem`));
  }
}

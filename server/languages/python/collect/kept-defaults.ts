/** Which parameters visibly share a mutable default: the next call sees what one call did to it. */
import { functionOf } from '../names.ts';
import { around, part, some, unwrap, type Node, type Source } from '../syntax.ts';

const MUTABLE = /^(list|dictionary|set|call|list_comprehension|set_comprehension|dictionary_comprehension)$/;
const FILLS = /\.(append|extend|insert|add|update|setdefault|appendleft|__setitem__|put|fill)$/;
/** Changes nothing if the value is empty. */
const REMOVES = /\.(pop|popitem|popleft|remove|discard|clear|sort|reverse|difference_update)$/;
const EMPTY = /^(?:\[\s*\]|\{\s*\}|(?:dict|list|set|deque|defaultdict|OrderedDict)\(\s*\))$/;
/** Kept between calls on purpose. */
const KEPT_ON_PURPOSE = /^_|cache|memo/i;

/**
 * Whether a node changes a value in place: `rows.append(x)`, `rows[0] = x`, `rows += x`, `del rows[0]["a"]`.
 * @param source of the node
 * @param node a statement or a call
 * @param is recognises the value
 * @param isEmpty the value contains only what was put there in place
 */
function changesInPlace(source: Source, node: Node, is: (node: Node) => boolean, isEmpty: boolean): boolean {
  const isValue = (each: Node | null): boolean => each !== null && is(each);
  const isPlaceIn = (each: Node | null): boolean => {
    const holder = each?.type === 'subscript' ? part(each, 'value') : null;
    return isValue(holder) || (holder !== null && isPlaceIn(holder));
  };
  const target = part(node, 'left');
  switch (node.type) {
    case 'assignment':
      // Under its own fixed keys, a call finds what it has just stored.
      return isPlaceIn(target) && !(isEmpty && isFixedKey(target));
    case 'augmented_assignment':
      return isValue(target) || isPlaceIn(target);
    case 'delete_statement':
      return node.children.some(isPlaceIn);
    case 'call': {
      const callee = functionOf(node);
      return callee.type === 'attribute' && isValue(part(callee, 'object'))
        && (FILLS.test(source.textOf(callee)) || (!isEmpty && REMOVES.test(source.textOf(callee))));
    }
    default:
      return false;
  }
}

/** `results["train"]` */
function isFixedKey(target: Node | null): boolean {
  const isDirect = target?.type === 'subscript' && part(target, 'value')?.type === 'identifier';
  const key = isDirect ? part(target, 'subscript') : null;
  return key?.type === 'string' && !key.children.some(({ type }) => type === 'interpolation');
}

/** `if "blocked" in changes:` around it: where the value is empty, this is never reached. */
function isOnlyIfFilled(source: Source, fn: Node, node: Node, names: ReadonlySet<string>): boolean {
  for (let inner = node, outer = node.parent; inner !== fn; inner = outer, outer = outer.parent) {
    const isThen = outer.type === 'if_statement' && part(outer, 'consequence') === inner;
    const condition = isThen ? part(outer, 'condition') : null;
    if (condition !== null && asksForContent(source, condition, names)) return true;
  }
  return false;
}

function asksForContent(source: Source, condition: Node, names: ReadonlySet<string>): boolean {
  const asked = unwrap(condition);
  if (asked.type === 'identifier') return names.has(source.textOf(asked));
  if (asked.type === 'boolean_operator')
    return asked.tokens[0] === 'and' && asked.children.some((each) => asksForContent(source, each, names));
  if (asked.type !== 'comparison_operator') return false;
  const [, container] = source.textOf(asked).split(/(?<!\bnot)\s+in\s+/);
  return container !== undefined && names.has(container.trim());
}

/** Somewhere in the class, the field that holds the value is changed in place. */
function isChangedLater(source: Source, fn: Node, field: Node, isEmpty: boolean): boolean {
  const holder = around(fn, (node) => node.type === 'class_definition');
  const name = source.textOf(field);
  return holder !== null && some(part(holder, 'body')!, (node) => changesInPlace(source, node, (each) => source.textOf(each) === name, isEmpty));
}

/**
 * @param fn the function
 * @param name of the parameter
 * @param value its default
 * @returns whether the function changes its argument, or keeps it in a field that the class changes
 */
export function isDefaultKept(source: Source, fn: Node, name: string, value: Node): boolean {
  const body = part(fn, 'body');
  if (body === null || !MUTABLE.test(unwrap(value).type) || KEPT_ON_PURPOSE.test(name)) return false;
  const isEmpty = EMPTY.test(source.textOf(unwrap(value)));
  const names = new Set([name]);
  const is = (node: Node | null | undefined): boolean => {
    const inner = node ? unwrap(node) : null;
    return inner?.type === 'identifier' && names.has(source.textOf(inner));
  };
  return some(body, (node) => {
    if (changesInPlace(source, node, is, isEmpty) && !(isEmpty && isOnlyIfFilled(source, fn, node, names))) return true;
    switch (node.type) {
      case 'assignment': {
        const [target, given] = [part(node, 'left'), part(node, 'right')];
        // From here on it is another object: `seen = list(seen)`.
        if (is(target) && !is(given)) names.delete(source.textOf(target!));
        if (target?.type === 'identifier' && is(given)) names.add(source.textOf(target));
        return target?.type === 'attribute' && is(given) && isChangedLater(source, fn, target, isEmpty);
      }
      default:
        return false;
    }
  });
}

/** Names in calls that make a class: `namedtuple('Point', 'x y')`, `Enum('State', {'NEW': 1})`. */
import { isPlainString, stringValue } from '../../strings.ts';
import type { Node, Source } from '../../syntax.ts';
import { callArguments } from './nodes.ts';

export interface CallName {
  name: string;
  /** Where it stands. */
  node: Node;
  /** What stands beside it: the type of a field, the value of a member. */
  beside: Node | null;
}

export function namesInCall(source: Source, call: Node): CallName[] {
  const { positional, named } = callArguments(source, call);
  const list = positional[1] ?? named.get('field_names') ?? named.get('fields') ?? named.get('names');
  if (!list) return [];
  if (isPlainString(list)) return stringValue(source, list).split(/[\s,]+/).filter(Boolean).map((name) => ({ name, node: list, beside: null }));
  return list.children.flatMap((child): CallName[] => {
    const [key, beside = null] = child.type === 'pair' || child.type === 'tuple' ? child.children : [child];
    return key && isPlainString(key) ? [{ name: stringValue(source, key), node: key, beside }] : [];
  });
}

/** What stands in the brackets of a subscript, and whether rows or columns are meant. */
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import type { Scope } from '../domain/scope.ts';
import type { Selector } from '../domain/selections.ts';

/** `df.loc[…]`, `X.iloc[…]`: rows are meant, not columns. */
export function byLabel(node: Light): boolean {
  const value = node.fields['value'];
  return value?.type === 'attribute' && /^(loc|iloc|at|iat|ix)$/.test(value.fields['attribute']?.token ?? '');
}

export function selectorsOf(machine: Machine, node: Light, scope: Scope): Selector[] {
  const value = node.fields['value'];
  const parts = node.children.filter((child) => child !== value).flatMap((child) => (child.type === 'tuple' ? child.children : [child]));
  return parts.filter((each) => each.type !== 'ellipsis').map((each) => {
    if (each.type !== 'slice') return { value: machine.evaluate(each, scope), node: each };
    for (const child of each.children) if (child.type !== 'integer') machine.evaluate(child, scope);
    return { slice: machine.source(each) };
  });
}

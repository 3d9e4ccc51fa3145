/** What stands in the brackets of a subscript, and whether rows or columns are meant. */
import { columnNames } from '../domain/columns.ts';
import type { Value, Scope } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';

/** One part of a subscript: a slice as written, or a value. */
export type Selector = { slice: string; borders: Value[] } | { value: Value };

/** `df.loc[…]`, `X.iloc[…]`: rows are meant, not columns. */
export function byLabel({ libraries }: Machine, node: Light): boolean {
  const value = node.fields['value'];
  return value?.type === 'attribute' && libraries.is(value.fields['attribute']?.token ?? '', 'view');
}

/** @param node a subscript @returns what stands in its brackets, part by part */
export function selectorsOf(machine: Machine, node: Light, scope: Scope): Selector[] {
  const value = node.fields['value'];
  const parts = node.children.filter((child) => child !== value).flatMap((child) => (child.type === 'tuple' ? child.children : [child]));
  return parts.filter((each) => each.type !== 'ellipsis').map((each) => {
    if (each.type !== 'slice') return { value: machine.evaluate(each, scope) };
    return { slice: machine.source(each), borders: each.children.map((child) => machine.evaluate(child, scope)) };
  });
}

/** @returns the value of a part that is not a slice */
export const valueIn = (selector: Selector | undefined): Value | null => (selector !== undefined && 'value' in selector ? selector.value : null);

/** @param label rows are meant first @returns columns that a subscript names, or null */
export function columnsOf(selectors: readonly Selector[], label: boolean): string[] | null {
  const by = valueIn(label ? selectors[1] : selectors.length === 1 ? selectors[0] : undefined);
  return by === null ? null : columnNames(by);
}

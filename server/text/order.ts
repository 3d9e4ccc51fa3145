/** Puts things in order and in groups. */

/** For `sort`: negative when `a` comes first, 0 when both are equal. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Groups items, keeping their order.
 * @param items in any order
 * @param keyOf key shared by the items of one group
 * @returns groups in order of their first items, each in the original order
 */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

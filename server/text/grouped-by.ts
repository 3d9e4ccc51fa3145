/** Groups of items. */

/**
 * Groups while keeping order.
 * @param items in any order
 * @param keyOf what items of one group have in common
 * @returns groups in the order of their first items, each in the order given
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

/** Texts that are written once for each scope. */

type Writer<Item, Scope> = (item: Item, scope: Scope) => string;

/**
 * Keeps the texts of what was written before in the same scope.
 * @returns takes what writes a text, and gives the same with a memory
 */
export function remembering<Item extends object, Scope extends object>(): (write: Writer<Item, Scope>) => Writer<Item, Scope> {
  const texts = new WeakMap<Scope, Map<Item, string>>();
  return (write) => (item, scope) => {
    const known = texts.get(scope) ?? new Map<Item, string>();
    texts.set(scope, known);
    let text = known.get(item);
    if (text === undefined) known.set(item, (text = write(item, scope)));
    return text;
  };
}

/** How what is shown differs from what a fresh review shows. */

type Shown = ReadonlyMap<string, readonly string[]>;

/** @returns a line for each difference: what is too much with `-`, what is missing with `+` */
export function differencesBetween(shown: Shown, fresh: Shown): string[] {
  return [...new Set([...shown.keys(), ...fresh.keys()])].sort().flatMap((path) => {
    const [has, should] = [[...shown.get(path) ?? []], [...fresh.get(path) ?? []]];
    const missing = should.filter((each) => !take(has, each));
    return [...has.map((each) => `- ${path} ${each}`), ...missing.map((each) => `+ ${path} ${each}`)];
  });
}

/** Takes one such item out. @returns whether there was one */
function take(items: string[], item: string): boolean {
  const at = items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
  return at >= 0;
}

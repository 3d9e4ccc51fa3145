/** Finds the name that was probably meant by an unknown one. */
import { distance } from 'fastest-levenshtein';

/**
 * @param written the unknown name
 * @param known existing names
 * @returns the closest of them, or null when none is close enough
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: { name: string; slips: number } | null = null;
  for (const name of known) {
    const slips = slipsBetween(written.toLowerCase(), name.toLowerCase());
    if (slips <= limit && slips < written.length && (best === null || slips < best.slips)) best = { name, slips };
  }
  if (best !== null) return best.name;
  // A rule without its category, or with a wrong one: `layer-crossing`.
  const tail = written.slice(written.indexOf('/') + 1);
  const sameTail = [...known].filter((name) => name.includes('/') && name.slice(name.indexOf('/') + 1) === tail);
  return sameTail.length === 1 ? sameTail[0]! : null;
}

/**
 * @param written the unknown name
 * @param known existing names
 * @returns ` Did you mean "x"?`, or nothing
 */
export function didYouMean(written: string, known: Iterable<string>): string {
  const name = nearestName(written, [...known]);
  return name === null ? '' : ` Did you mean "${name}"?`;
}

/** Letters to add, to remove or to replace; a swap of neighbours counts as one slip and not as two. */
function slipsBetween(written: string, name: string): number {
  let fewest = distance(written, name);
  for (let at = 1; at < written.length; at++) {
    const swapped = `${written.slice(0, at - 1)}${written[at]}${written[at - 1]}${written.slice(at + 1)}`;
    fewest = Math.min(fewest, distance(swapped, name) + 1);
  }
  return fewest;
}

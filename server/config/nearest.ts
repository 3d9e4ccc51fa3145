/** Finds the name that was probably meant by an unknown one. */

/**
 * @param written the unknown name
 * @param known existing names
 * @returns the closest of them, or null when none is close enough
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < written.length && (best === null || distance < best.distance)) best = { name, distance };
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

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

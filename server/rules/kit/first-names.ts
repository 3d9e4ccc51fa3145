/** Long lists of names in a sentence. */

/**
 * @param names in their order
 * @param most that are named; of the others only the number
 * @returns `a, b, c and 2 more`
 */
export function firstNames(names: readonly string[], most = 3): string {
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}

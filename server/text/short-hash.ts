/** Short names of commits. */

/** Characters by which people know a commit. */
const SHORT = 7;

/** @param hash whole name of a commit @returns its short name */
export function shortHash(hash: string): string {
  return hash.slice(0, SHORT);
}

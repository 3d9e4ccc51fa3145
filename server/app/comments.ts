/** How files write comments. */

/**
 * @param path of a file
 * @param inCell the code of a notebook is meant, not its file
 * @returns what begins a comment; null where there are none, as in JSON
 */
export function commentPrefix(path: string, inCell = false): '//' | '#' | null {
  if (/\.([cm]?[jt]sx?|jsonc)$/i.test(path)) return '//';
  if (/\.ipynb$/i.test(path)) return inCell ? '#' : null;
  return /\.json$/i.test(path) ? null : '#';
}

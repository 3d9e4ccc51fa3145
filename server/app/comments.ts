/** Comment syntax by file type. */

/**
 * @param path of a file
 * @param inCell true for code in a notebook cell, false for the notebook file itself
 * @returns the comment prefix; null for files without comments, such as JSON
 */
export function commentPrefix(path: string, inCell = false): '//' | '#' | null {
  if (/\.([cm]?[jt]sx?|jsonc)$/i.test(path)) return '//';
  if (/\.ipynb$/i.test(path)) return inCell ? '#' : null;
  return /\.json$/i.test(path) ? null : '#';
}

/** Writes the file of a notebook that is open in an editor, which provides the cells and not the file. */

export interface OpenCell {
  code: boolean;
  /** As the editor calls it: `python`, `r`. */
  language: string;
  text: string;
}

/** The contents of a file's cells, in order; null for what cannot be compared with open cells. */
export type SavedCells = readonly Pick<OpenCell, 'code' | 'text'>[] | null;

/**
 * @param file text of an `.ipynb` file
 * @returns its cells; null when it is not a notebook, or uses an old format
 */
export function savedCells(file: string): SavedCells {
  try {
    const { cells } = JSON.parse(file) as { cells: { cell_type?: unknown; source?: unknown }[] };
    return cells.map(({ cell_type, source }) =>
      ({ code: cell_type === 'code', text: Array.isArray(source) ? source.join('') : typeof source === 'string' ? source : '' }));
  } catch {
    return null;
  }
}

/**
 * Returns whether the open notebook equals the saved one. If so, the file itself is the better text: its lines are
 * those that other programs name, and it contains the outputs, which may reveal a secret.
 * @param cells as they are open
 * @param saved cells of the file
 */
export function isSaved(cells: readonly OpenCell[], saved: SavedCells): boolean {
  if (saved?.length !== cells.length) return false;
  return cells.every(({ code, language, text }, index) => {
    const other = saved[index]!;
    return code === other.code && (!code || isPython(language)) && withPlainEnds(text) === withPlainEnds(other.text);
  });
}

/**
 * @param cells in order
 * @returns text of an `.ipynb` file without outputs, whose code is read like that of the file on disk
 */
export function writeNotebook(cells: readonly OpenCell[]): string {
  const written = cells.map(({ code, language, text }) => ({
    // A cell in another language than the notebook's is not Python.
    cell_type: code && isPython(language) ? 'code' : 'raw',
    metadata: {},
    source: text.split(/(?<=\n)/),
  }));
  const main = cells.some((cell) => cell.code && isPython(cell.language)) ? 'python' : cells.find((cell) => cell.code)?.language ?? 'python';
  return `${JSON.stringify({ cells: written, metadata: { language_info: { name: main } }, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function isPython(language: string): boolean {
  return /^python$/i.test(language);
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

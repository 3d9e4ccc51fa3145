/** The file of a notebook that is open in an editor, which knows its cells and not its file. */

export interface OpenCell {
  code: boolean;
  /** As the editor names it: `python`, `r`. */
  language: string;
  text: string;
}

/**
 * @param cells in their order
 * @returns text of an `.ipynb` file without outputs, whose code is read as that of the file on disk is
 */
export function writeNotebook(cells: readonly OpenCell[]): string {
  const written = cells.map(({ code, language, text }) => ({
    // A cell in another language than the notebook's is none of Python.
    cell_type: code && /^python$/i.test(language) ? 'code' : 'raw',
    metadata: {},
    source: text.split(/(?<=\n)/),
  }));
  const main = cells.some((cell) => cell.code && /^python$/i.test(cell.language)) ? 'python' : cells.find((cell) => cell.code)?.language ?? 'python';
  return `${JSON.stringify({ cells: written, metadata: { language_info: { name: main } }, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

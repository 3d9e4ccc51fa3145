/** Tells what a notebook printed from what its author wrote. */

const PART = /"(outputs|source|cell_type|metadata|execution_count)"\s{0,4}:/g;
const REACH = 200_000;

/**
 * @param text of the whole notebook, as JSON
 * @param offset of a place in it
 * @returns true inside the outputs of a cell
 */
export function isInNotebookOutput(text: string, offset: number): boolean {
  let last = '';
  for (const match of text.slice(Math.max(0, offset - REACH), offset).matchAll(PART)) {
    // Outputs have metadata and counts of their own; only the next part of the cell ends them.
    if (last !== 'outputs' || match[1] === 'source' || match[1] === 'cell_type') last = match[1]!;
  }
  return last === 'outputs';
}

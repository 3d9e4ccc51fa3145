/** A Markdown table of figures. */
import { markdownTable } from '../../server/report/markdown-text.ts';
import { grouped } from '../../server/text/wording.ts';

/** Lines of a table; numbers are written with their thousands apart. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return markdownTable(head, rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell))));
}

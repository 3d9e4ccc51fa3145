/** A notebook file as editors show it: converts places and edits of the file to its cells. */
import type { TextEdit } from '../../../facts/adapter.ts';
import { ANY_LINE_END, lineStarts } from '../../../text/line-starts.ts';
import type { Span } from '../../../facts/span.ts';
import { placesOf, type CellPlace } from './places.ts';
import { readNotebook } from './read-notebook.ts';

/** An edit of a cell's own text. */
export interface CellEdit extends CellPlace {
  text: string;
}

/** Where something is shown. */
export interface ShownPlace extends CellPlace {
  /** It is in the code at this place; otherwise it only belongs to the cell (its text or outputs) or to the notebook as a whole. */
  inCode: boolean;
}

export interface CellMap {
  /** @param span in the file @returns where it is shown; outside code the start of the cell that it belongs to, or of the first; null without cells */
  place(span: Span): ShownPlace | null;
  /** @param line of the file @returns the cell and the line in it, each from 1; null when there is no code */
  line(line: number): { cell: number; line: number } | null;
  /** @param edits of the file @returns the same in cells; null when one of them is not entirely within the code of a cell */
  edits(edits: readonly TextEdit[]): CellEdit[] | null;
}

/** @param file text of an `.ipynb` file */
export function cellMap(file: string): CellMap {
  const read = readNotebook(file);
  if (read.kind !== 'python') return { place: () => null, line: () => null, edits: () => null };
  const places = placesOf(file, read.notebook);
  const { starts } = read.notebook;
  const lines = lineStarts(file, ANY_LINE_END);
  return {
    place(span) {
      if (starts.length === 0) return null;
      const found = places.toCell(span);
      if (found !== null) return { ...found, inCode: true };
      const at = (lines[span[0] - 1] ?? file.length) + span[1] - 1;
      return { cell: Math.max(0, starts.findLastIndex((start) => start <= at)), span: [1, 1, 1, 1], inCode: false };
    },
    line(line) {
      const found = places.lineInCell(line);
      return found === null ? null : { cell: found.cell + 1, line: found.span[0] };
    },
    edits(edits) {
      const moved = edits.map((edit): CellEdit | null => {
        const place = places.toCell(edit.span, true);
        const text = textOf(edit.text);
        return place === null || text === null ? null : { ...place, text };
      });
      return moved.every((each) => each !== null) ? moved : null;
    },
  };
}

/** The value of a piece of a JSON literal; null when it is not one. */
function textOf(json: string): string | null {
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return null;
  }
}

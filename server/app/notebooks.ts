/** Notebooks as editors show them: by cell, not by line of the file. */
import { cellMap, isSaved, savedCells, writeNotebook, type OpenCell, type SavedCells } from '../compose/tools.ts';
import { readSource } from '../host/read-source.ts';
import type { ReportRange } from '../protocol/report.ts';
import type { RangeEdit } from './fixes.ts';
import { rangeOf, spanOf } from '../engine/report.ts';

/** A cell as the editor holds it. */
export type Cell = OpenCell;

/** A notebook's file as it was last saved. */
export interface SavedNotebook {
  text: string;
  cells: SavedCells;
}

/** @param file absolute path @returns null when it cannot be read */
export function readNotebookFile(file: string): SavedNotebook | null {
  const read = readSource(file);
  return 'skipped' in read ? null : { text: read.text, cells: savedCells(read.text) };
}

/** @returns the text to judge for open cells: the saved text if nothing was changed */
export function notebookText(cells: readonly Cell[], saved: SavedNotebook | null): string {
  return saved !== null && isSaved(cells, saved.cells) ? saved.text : writeNotebook(cells);
}

/** A place in a cell; cells count from 0. */
export interface PlaceInCell {
  cell: number;
  range: ReportRange;
  /** False for parts outside the code, such as outputs: those are shown at the start of the cell. */
  inCode: boolean;
}

/** Maps places in the file to places in the cells. */
export interface CellPlaces {
  /** @returns null when there is no cell */
  place(range: ReportRange): PlaceInCell | null;
  /** @param line of the file @returns the cell and the line in it, each from 1; null for lines without code */
  line(line: number): { cell: number; line: number } | null;
  /** @returns the same edits by cell; null when an edit does not lie within the code of one cell */
  edits(edits: readonly RangeEdit[]): (RangeEdit & { cell: number })[] | null;
}

/** @param text of a notebook's file */
export function cellPlaces(text: string): CellPlaces {
  const map = cellMap(text);
  return {
    place(range) {
      const place = map.place(spanOf(range));
      return place === null ? null : { cell: place.cell, range: rangeOf(place.span), inCode: place.inCode };
    },
    line: (line) => map.line(line),
    edits: (edits) => map.edits(edits.map(({ range, text: added }) => ({ span: spanOf(range), text: added })))
      ?.map(({ cell, span, text: added }) => ({ cell, range: rangeOf(span), text: added })) ?? null,
  };
}

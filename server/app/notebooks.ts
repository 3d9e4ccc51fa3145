/** Notebooks as editors show them: by cells, and not by lines of their file. */
import { cellMap, isSaved, savedCells, writeNotebook, type OpenCell, type SavedCells } from '../compose/notebooks.ts';
import { readSource } from '../host/read-source.ts';
import type { ReportRange } from '../protocol/report.ts';
import type { RangeEdit } from './fixes.ts';
import { rangeOf, spanOf } from './ranges.ts';

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

/** @returns the text to judge for cells that are open: the saved one where nothing was changed */
export function notebookText(cells: readonly Cell[], saved: SavedNotebook | null): string {
  return saved !== null && isSaved(cells, saved.cells) ? saved.text : writeNotebook(cells);
}

/** A place in a cell; cells are counted from 0. */
export interface PlaceInCell {
  cell: number;
  range: ReportRange;
  /** False for what only belongs to the cell, such as its outputs: it is shown at the cell's start. */
  inCode: boolean;
}

/** Where places of the file stand in the cells. */
export interface CellPlaces {
  /** @returns null when there is no cell */
  place(range: ReportRange): PlaceInCell | null;
  /** @param line of the file @returns the cell and the line in it, each from 1; null where no code stands */
  line(line: number): { cell: number; line: number } | null;
  /** @returns the same by cells; null when an edit is not wholly within the code of one */
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

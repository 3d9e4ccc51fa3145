/** Open notebooks, each with the text that represents its file. */
import type { Location, TextEdit as ProtocolEdit } from 'vscode-languageserver/node';
import type { OpenText } from '../../app/editing/editor-events.ts';
import type { RangeEdit } from '../../app/fixes.ts';
import { cellPlaces, type CellPlaces } from '../../app/notebooks.ts';
import type { ReportRange } from '../../protocol/report.ts';
import { toRange } from '../places.ts';

/** A place in a cell. */
export interface CellLocation extends Location {
  /** False for parts outside the code, such as outputs: those are shown at the start of the cell. */
  inCode: boolean;
}

/** One state of an open notebook: its cells, and the text read instead of its file. */
export class OpenNotebook implements OpenText {
  /** URIs of all cells, in order. */
  readonly cells: readonly string[];
  readonly text: string;
  readonly version: number;
  readonly #versions: ReadonlyMap<string, number>;
  #places: CellPlaces | null = null;

  /**
   * @param versions of the documents of all cells, by URI, in order
   * @param version of the notebook
   * @param text of an `.ipynb` file with these cells
   */
  constructor(versions: ReadonlyMap<string, number>, version: number, text: string) {
    this.#versions = versions;
    this.cells = [...versions.keys()];
    this.version = version;
    this.text = text;
  }

  /** @returns version of a cell's document; undefined if it is not a cell of this state */
  versionOf(cell: string): number | undefined {
    return this.#versions.get(cell);
  }

  /** @param range in the text @returns the cell and the place in it; null when there is no cell */
  locate(range: ReportRange): CellLocation | null {
    const place = this.#cellPlaces().place(range);
    const uri = place === null ? undefined : this.cells[place.cell];
    return place === null || uri === undefined ? null : { uri, range: toRange(place.range), inCode: place.inCode };
  }

  /** @param line of the text @returns how the user sees it, to follow "line": `2 of cell 4` */
  lineWords(line: number): string | null {
    const place = this.#cellPlaces().line(line);
    return place === null ? null : `${place.line} of cell ${place.cell}`;
  }

  /** @param edits of the text @returns the same edits by cell; null when one does not lie within the code of one cell */
  edits(edits: readonly RangeEdit[]): Map<string, ProtocolEdit[]> | null {
    const byCell = new Map<string, ProtocolEdit[]>();
    for (const edit of this.#cellPlaces().edits(edits) ?? [null]) {
      const uri = edit === null ? undefined : this.cells[edit.cell];
      if (edit === null || uri === undefined) return null;
      byCell.set(uri, [...byCell.get(uri) ?? [], { range: toRange(edit.range), newText: edit.text }]);
    }
    return byCell;
  }

  #cellPlaces(): CellPlaces {
    // Computed on first use: most keystrokes are followed by another.
    return this.#places ??= cellPlaces(this.text);
  }
}

/** Knows which files are open as notebooks, and which notebook each cell belongs to. */
export class OpenNotebooks {
  readonly #byFile = new Map<string, OpenNotebook>();
  readonly #fileOfCell = new Map<string, string>();

  /** @param file absolute path with `/` */
  get(file: string): OpenNotebook | undefined {
    return this.#byFile.get(file);
  }

  /** @param cell URI of a document @returns absolute path of the notebook file; undefined if it is not a cell */
  fileOf(cell: string): string | undefined {
    return this.#fileOfCell.get(cell);
  }

  /** Stores a new state. @returns the previous state */
  set(file: string, notebook: OpenNotebook): OpenNotebook | undefined {
    const before = this.delete(file);
    this.#byFile.set(file, notebook);
    for (const cell of notebook.cells) this.#fileOfCell.set(cell, file);
    return before;
  }

  /** @returns the last state */
  delete(file: string): OpenNotebook | undefined {
    const before = this.#byFile.get(file);
    this.#byFile.delete(file);
    for (const cell of before?.cells ?? []) this.#fileOfCell.delete(cell);
    return before;
  }
}

/** Sends diagnostics to where the user sees the code: files, or the cells of open notebooks. */
import type { Connection, Diagnostic, Location } from 'vscode-languageserver/node';
import type { OpenText } from '../app/editing/editor-events.ts';
import { OpenNotebook, type OpenNotebooks } from './notebooks/open-notebooks.ts';
import { toReportRange, pathOfUri, uriOfPath } from './places.ts';

/** Tracks what is shown where. */
export class DiagnosticPublisher {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #notebooks: OpenNotebooks;
  /** URIs that currently show something. */
  readonly #speaking = new Set<string>();
  /** URIs that a file was last shown in. */
  readonly #places = new Map<string, string[]>();

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, notebooks: OpenNotebooks) {
    this.#connection = connection;
    this.#notebooks = notebooks;
  }

  /**
   * @param file absolute path with `/`
   * @param diagnostics all diagnostics of the file, by its lines
   * @param judged the open text that they are about; undefined for the file as it is on disk
   */
  publish(file: string, diagnostics: readonly Diagnostic[], judged: OpenText | undefined): void {
    const located = diagnostics.map((each) => this.#withRelated(each));
    const places = judged instanceof OpenNotebook ? inCells(judged, located) : new Map([[uriOfPath(file), { diagnostics: located, version: judged?.version }]]);
    const before = this.#places.get(file) ?? [];
    this.clear(before.filter((uri) => !places.has(uri)));
    this.#places.set(file, [...places.keys()]);
    for (const [uri, { diagnostics: own, version }] of places) this.#send(uri, own, version);
  }

  /** Clears documents that no longer exist. */
  clear(uris: Iterable<string>): void {
    for (const uri of uris) this.#send(uri, []);
  }

  /** Where the user sees a place in a file. @param location in the file */
  locate(location: Location): Location {
    const file = pathOfUri(location.uri);
    const place = file === null ? undefined : this.#notebooks.get(file)?.locate(toReportRange(location.range));
    return place ? { uri: place.uri, range: place.range } : location;
  }

  #withRelated(diagnostic: Diagnostic): Diagnostic {
    const { relatedInformation } = diagnostic;
    if (relatedInformation === undefined || relatedInformation.length === 0) return diagnostic;
    return { ...diagnostic, relatedInformation: relatedInformation.map((each) => ({ ...each, location: this.locate(each.location) })) };
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    if (diagnostics.length === 0 && !this.#speaking.delete(uri)) return;
    if (diagnostics.length > 0) this.#speaking.add(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** What a document shows, and in which of its versions. */
interface Shown {
  diagnostics: Diagnostic[];
  version: number | undefined;
}

/** Diagnostics by cell. They are placed by the state of the notebook that was judged, which may be older than the present one. */
function inCells(notebook: OpenNotebook, diagnostics: readonly Diagnostic[]): Map<string, Shown> {
  const byCell = new Map<string, Shown>(notebook.cells.map((cell) => [cell, { diagnostics: [], version: notebook.versionOf(cell) }]));
  for (const each of diagnostics) {
    const place = notebook.locate(toReportRange(each.range));
    if (place !== null) byCell.get(place.uri)?.diagnostics.push({ ...each, range: place.range });
  }
  return byCell;
}

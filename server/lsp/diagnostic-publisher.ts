/** Sends diagnostics to where the user sees the code: files, or the cells of open notebooks. */
import type { Connection, Diagnostic, Location } from 'vscode-languageserver/node';
import type { OpenNotebooks } from './notebooks/open-notebooks.ts';
import { pathOfUri, uriOfPath } from './paths.ts';
import { toReportRange } from './positions.ts';

/** Tracks what is shown where. */
export class DiagnosticPublisher {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #notebooks: OpenNotebooks;
  /** URIs that currently show something. */
  readonly #speaking = new Set<string>();

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, notebooks: OpenNotebooks) {
    this.#connection = connection;
    this.#notebooks = notebooks;
  }

  /**
   * @param file absolute path with `/`
   * @param diagnostics all diagnostics of the file, by its lines
   */
  publish(file: string, diagnostics: readonly Diagnostic[]): void {
    const notebook = this.#notebooks.get(file);
    const located = diagnostics.map((each) => this.#withRelated(each));
    if (notebook === undefined) return this.#send(uriOfPath(file), located);
    const byCell = new Map<string, Diagnostic[]>(notebook.cells.map((cell) => [cell, []]));
    for (const each of located) {
      const place = notebook.locate(toReportRange(each.range));
      if (place !== null) byCell.get(place.uri)?.push({ ...each, range: place.range });
    }
    this.#send(uriOfPath(file), []);
    for (const [cell, own] of byCell) this.#send(cell, own);
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

  #send(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#speaking.delete(uri)) return;
    if (diagnostics.length > 0) this.#speaking.add(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}

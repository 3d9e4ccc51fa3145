/** Has the client ask again for code lenses. */
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node';

export class LensRefresh {
  readonly #connection: Connection;
  /** The client can be asked to. */
  isKnown = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What lenses show may be another. */
  refresh(): void {
    // A client that answers with an error, or ends, misses nothing else.
    if (this.isKnown) this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }
}

/** Decides what happens when the language server dies: a few restarts, then a question to the user. */
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult, type Message } from 'vscode-languageclient/node';

const MAX_RESTARTS = 4;
const WINDOW_MS = 3 * 60 * 1000;

/** Restarts a server that died, and gives up with words when it goes on dying. */
export class CrashHandler implements ErrorHandler {
  private crashes: number[] = [];
  private readonly gaveUp: () => void;

  /** @param gaveUp called when the server crashed too often to be started again. */
  constructor(gaveUp: () => void) {
    this.gaveUp = gaveUp;
  }

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < WINDOW_MS), now];
    if (this.crashes.length <= MAX_RESTARTS) {
      return { action: CloseAction.Restart, handled: true, message: `The language server ended unexpectedly (${this.crashes.length} of ${MAX_RESTARTS} restarts in three minutes).` };
    }
    this.gaveUp();
    return { action: CloseAction.DoNotRestart, handled: true, message: 'The language server ended unexpectedly too often and was not started again.' };
  }
}

/** Decides what happens when the language server crashes: a few restarts, then a message to the user. */
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult, type Message } from 'vscode-languageclient/node';

const MAX_RESTARTS = 4;
const WINDOW_MS = 3 * 60 * 1000;

/** Restarts a server that crashed, and gives up when it keeps crashing. */
export class CrashHandler implements ErrorHandler {
  private crashes: number[] = [];
  private readonly gaveUp: () => void;

  /** @param gaveUp called when the server crashed too often to be restarted. */
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
      const message = `The language server crashed and was restarted (${this.crashes.length} of ${MAX_RESTARTS} restarts in three minutes).`;
      return { action: CloseAction.Restart, handled: true, message };
    }
    this.gaveUp();
    return { action: CloseAction.DoNotRestart, handled: true, message: 'The language server crashed too often and was not restarted.' };
  }
}

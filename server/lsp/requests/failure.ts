/** Answers requests that cannot be carried out with a message for the user. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import { Failure } from '../../app/failure.ts';
import type { OpenFolder, Session } from '../session.ts';

/**
 * The open folder of a key.
 * @throws {Failure} when the folder is not open
 */
export function requireFolder(session: Session, key: string): OpenFolder {
  const folder = session.folders.get(key);
  if (folder === undefined) throw new Failure(`The folder ${key} is not open.`);
  return folder;
}

/** @returns the same handler, with failures passed on to the client as messages */
export function answering<Params, Result>(
  handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>> {
  return async (params, token) => {
    try {
      return await handle(params, token);
    } catch (error) {
      if (error instanceof Failure) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  };
}

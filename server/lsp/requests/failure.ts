/** A request that cannot be carried out, said so that the user understands. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { OpenFolder, Session } from '../session.ts';

/** A request that could not be answered, with words for the user. */
export class RequestFailure extends ResponseError<void> {
  constructor(message: string) {
    super(LSPErrorCodes.RequestFailed, message);
  }
}

/**
 * The open folder of a key.
 * @throws {RequestFailure} when the folder is not open
 */
export function requireFolder(session: Session, key: string): OpenFolder {
  const folder = session.folders.get(key);
  if (folder === undefined) throw new RequestFailure(`The folder ${key} is not open.`);
  return folder;
}

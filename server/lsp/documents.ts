/** Follows the documents of the editor and the files on disk. */
import { TextDocuments, type FileEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FollowedNotebooks } from './notebooks/follow-notebooks.ts';
import type { Session } from './session.ts';

/**
 * Registers the handlers. Text is taken on every edit or on saving, depending on the settings.
 * @param session that receives it
 * @param notebooks notified when files change on disk
 */
export function followDocuments(session: Session, notebooks: FollowedNotebooks): TextDocuments<TextDocument> {
  const documents = new TextDocuments(TextDocument);
  const place = (uri: string): ReturnType<Session['locate']> => {
    const found = session.locate(uri);
    // If both a notebook and its file are open, the cells take precedence.
    return found === null || session.notebooks.get(found.absolute) !== undefined ? null : found;
  };
  const take = (document: TextDocument): void => {
    const found = place(document.uri);
    found?.folder.edited.edit(found.path, { text: document.getText(), version: document.version });
  };
  documents.onDidOpen(({ document }) => take(document));
  documents.onDidChangeContent(({ document }) => {
    if (session.settings.run === 'onType') take(document);
  });
  documents.onDidSave(({ document }) => take(document));
  documents.onDidClose(({ document }) => {
    const found = place(document.uri);
    found?.folder.edited.close(found.path);
  });
  documents.listen(session.connection);
  session.onTextsWanted(() => documents.all().forEach(take));
  session.connection.onDidChangeWatchedFiles(({ changes }) => changes.forEach((change: FileEvent) => {
    if (session.gitWatch.takes(change.uri)) return;
    notebooks.changedOnDisk(change.uri);
    const found = session.locate(change.uri);
    found?.folder.edited.changedOnDisk(found.path);
  }));
  return documents;
}

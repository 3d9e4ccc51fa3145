/** Follows the documents of the editor and the files on disk. */
import { TextDocuments, type FileEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from './session.ts';

/** Registers the handlers. Text is taken on every edit, or on saving, as the settings say. */
export function followDocuments(session: Session): TextDocuments<TextDocument> {
  const documents = new TextDocuments(TextDocument);
  const take = (document: TextDocument): void => {
    const place = session.locate(document.uri);
    place?.folder.session.edit(place.path, document.getText());
  };
  documents.onDidOpen(({ document }) => take(document));
  documents.onDidChangeContent(({ document }) => {
    if (session.settings.run === 'onType') take(document);
  });
  documents.onDidSave(({ document }) => take(document));
  documents.onDidClose(({ document }) => {
    const place = session.locate(document.uri);
    place?.folder.session.close(place.path);
  });
  documents.listen(session.connection);
  session.connection.onDidChangeWatchedFiles(({ changes }) => changes.forEach((change: FileEvent) => {
    const place = session.locate(change.uri);
    place?.folder.session.changedOnDisk(place.path);
  }));
  return documents;
}

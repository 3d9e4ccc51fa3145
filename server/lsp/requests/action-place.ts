/** Where actions are requested and where their edits go: a file, or a cell of a notebook. */
import { StringValue, type Range, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { EditedText } from '../../app/fixes.ts';
import type { ReportRange } from '../../protocol/report.ts';
import { toRange, uriOfPath } from '../places.ts';
import type { OpenFolder, Session } from '../session.ts';

export interface ActionPlace {
  folder: OpenFolder;
  /** Of the file, relative to the folder. */
  path: string;
  /** URI of the requested document. */
  uri: string;
  /** The document is a cell of a notebook. */
  isCell: boolean;
  /** @param range in the file @returns the place in the document, and whether a comment can go before it; null when it is elsewhere */
  find(range: ReportRange): { range: Range; takesComment: boolean } | null;
  /** @param edits of files @returns the same edits for the client; null when they cannot be applied */
  edit(edits: readonly EditedText[]): WorkspaceEdit | null;
}

/**
 * @param session of the request
 * @param uri of a document
 * @returns null for a document outside all open folders
 */
export function actionPlace(session: Session, uri: string): ActionPlace | null {
  const place = session.locate(uri);
  if (place === null) return null;
  const { folder, path } = place;
  const isCell = session.notebooks.fileOf(uri) !== undefined;
  const notebook = session.notebooks.get(place.absolute);
  return {
    folder, path, uri, isCell,
    // A notebook with open cells shows nothing in its file.
    find(range) {
      if (notebook === undefined) return { range: toRange(range), takesComment: true };
      const location = notebook.locate(range);
      return location?.uri === uri ? { range: location.range, takesComment: location.inCode } : null;
    },
    edit: (edits) => toWorkspaceEdit(session, folder, edits),
  };
}

function toEdit({ range, text, snippet }: EditedText['edits'][number]): TextEdit | SnippetTextEdit {
  return snippet === undefined ? { range: toRange(range), newText: text } : { range: toRange(range), snippet: StringValue.createSnippet(snippet) };
}

function toWorkspaceEdit(session: Session, folder: OpenFolder, edits: readonly EditedText[]): WorkspaceEdit | null {
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const edit of edits) {
    const absolute = `${folder.edited.root}/${edit.path}`;
    const notebook = session.notebooks.get(absolute);
    const isToFill = edit.edits.some(({ snippet }) => snippet !== undefined);
    // Without its places to fill in, such a text says nothing; editors take no snippets for the cells of a notebook.
    if (isToFill && (!session.knowsSnippets || notebook !== undefined)) return null;
    if (notebook !== undefined) {
      const byCell = notebook.edits(edit.edits);
      if (byCell === null) return null;
      for (const [uri, own] of byCell) documentChanges.push({ textDocument: { uri, version: null }, edits: own });
      continue;
    }
    const uri = uriOfPath(absolute);
    if (edit.create) documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    documentChanges.push({ textDocument: { uri, version: null }, edits: edit.edits.map(toEdit) });
  }
  return { documentChanges };
}

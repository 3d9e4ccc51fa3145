/** Follows open notebooks: their cells take precedence over the file on disk. */
import { NotebookCellKind, NotebookDocuments, type NotebookDocument, type NotebookDocumentSyncOptions } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { notebookText, readNotebookFile, type Cell, type SavedNotebook } from '../../app/notebooks.ts';
import type { Session } from '../session.ts';
import { OpenNotebook } from './open-notebooks.ts';

/** All cells, including Markdown: positions count all of them, and text may contain a secret. */
export const NOTEBOOK_SYNC: NotebookDocumentSyncOptions = {
  notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook', scheme: 'file' } }],
  save: true,
};

export interface FollowedNotebooks {
  /** A file changed on disk; it may be an open notebook. */
  changedOnDisk(uri: string): void;
}

/** Registers the handlers. Cells are taken on every edit or on saving, depending on the settings. */
export function followNotebooks(session: Session): FollowedNotebooks {
  const notebooks = new NotebookDocuments(TextDocument);
  /** The files as last read, by URI. */
  const onDisk = new Map<string, SavedNotebook | null>();
  const open = new Set<string>();

  const cellsOf = (notebook: NotebookDocument): Cell[] => notebook.cells.map((cell) => {
    const document = notebooks.getCellTextDocument(cell);
    return { code: cell.kind === NotebookCellKind.Code, language: document?.languageId ?? '', text: document?.getText() ?? '' };
  });
  const take = (uri: string): void => {
    const notebook = notebooks.getNotebookDocument(uri);
    if (notebook === undefined) return;
    let disk = onDisk.get(uri);
    if (disk === undefined) onDisk.set(uri, disk = readDisk(session, uri));
    const versions = new Map(notebook.cells.map((cell) => [cell.document, notebooks.getCellTextDocument(cell)?.version ?? 0]));
    session.takeNotebook(uri, new OpenNotebook(versions, notebook.version, notebookText(cellsOf(notebook), disk)));
  };

  notebooks.onDidOpen(({ uri }) => {
    open.add(uri);
    take(uri);
  });
  notebooks.onDidSave(({ uri }) => {
    onDisk.delete(uri);
    take(uri);
  });
  notebooks.onDidClose(({ uri }) => {
    open.delete(uri);
    onDisk.delete(uri);
    session.closeNotebook(uri);
  });
  session.onTextsWanted(() => open.forEach(take));

  const { synchronization } = session.connection.notebooks;
  notebooks.listen({
    notebooks: {
      synchronization: {
        ...synchronization,
        // Not the notebook's own event, which does not fire when cells are only moved.
        onDidChangeNotebookDocument: (handle) => synchronization.onDidChangeNotebookDocument(async (params) => {
          await handle(params);
          session.publisher.clear(params.change.cells?.structure?.didClose?.map((cell) => cell.uri) ?? []);
          if (session.settings.run === 'onType') take(params.notebookDocument.uri);
        }),
      },
    },
  } as Parameters<typeof notebooks.listen>[0]);
  return {
    changedOnDisk(uri) {
      if (onDisk.delete(uri) && session.settings.run === 'onType') take(uri);
    },
  };
}

function readDisk(session: Session, uri: string): SavedNotebook | null {
  const place = session.locate(uri);
  return place === null ? null : readNotebookFile(place.absolute);
}

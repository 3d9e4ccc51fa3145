/** A notebook as an editor has it open: its cells are documents, and every change goes to the server. */
import { pathToFileURL } from 'node:url';
import {
  NotebookCellKind,
  type CodeAction,
  type Diagnostic,
  type NotebookDocumentChangeEvent,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeIn } from './temporary-folder.ts';
import type { LspClient } from './lsp-client.ts';

export interface NewCell {
  text: string;
  /** `python` when left out; `markdown` makes a cell of text. */
  language?: string;
}

interface Cell { uri: string; language: string; text: string; version: number }

let made = 0;

export class NotebookInEditor {
  readonly uri: string;
  readonly cells: Cell[];
  readonly #client: LspClient;
  readonly #path: string;
  #version = 1;

  private constructor(client: LspClient, path: string, cells: readonly NewCell[]) {
    this.#client = client;
    this.#path = path;
    this.uri = pathToFileURL(path).href;
    this.cells = cells.map((cell) => this.#make(cell));
  }

  /** Opens it with these cells, whatever the file on disk holds. */
  static async open(client: LspClient, path: string, cells: readonly NewCell[]): Promise<NotebookInEditor> {
    const notebook = new NotebookInEditor(client, path, cells);
    await notebook.openIn(client);
    return notebook;
  }

  /** Opens it as it is now in another session too. */
  async openIn(client: LspClient): Promise<void> {
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: { uri: this.uri, notebookType: 'jupyter-notebook', version: this.#version, cells: this.cells.map(asCell) },
      cellTextDocuments: this.cells.map(asDocument),
    });
  }

  /** Types a new text over that of a cell. */
  async edit(index: number, text: string): Promise<void> {
    const cell = this.cells[index]!;
    const { uri, text: before } = cell;
    const { line, character } = endOf(before);
    Object.assign(cell, { text, version: cell.version + 1 });
    await this.#change({
      cells: {
        textContent: [{ document: { uri, version: cell.version }, changes: [{ range: { start: { line: 0, character: 0 }, end: { line, character } }, text }] }],
      },
    });
  }

  async insert(index: number, cell: NewCell): Promise<void> {
    const own = this.#make(cell);
    this.cells.splice(index, 0, own);
    await this.#change({ cells: { structure: { array: { start: index, deleteCount: 0, cells: [asCell(own)] }, didOpen: [asDocument(own)], didClose: [] } } });
  }

  async remove(index: number): Promise<void> {
    const [gone] = this.cells.splice(index, 1);
    await this.#change({ cells: { structure: { array: { start: index, deleteCount: 1 }, didOpen: [], didClose: [{ uri: gone!.uri }] } } });
  }

  /** Turns the order of all cells round, as an editor says it: no document is opened or closed for it. */
  async reverse(): Promise<void> {
    this.cells.reverse();
    await this.#change({
      cells: { structure: { array: { start: 0, deleteCount: this.cells.length, cells: this.cells.map(asCell) }, didOpen: [], didClose: [] } },
    });
  }

  /** Writes the file as editors do and says so. */
  async save(root: string): Promise<void> {
    writeIn(root, this.#path.slice(root.length + 1), notebookFile(this.cells));
    await this.#client.connection.sendNotification('notebookDocument/didSave', { notebookDocument: { uri: this.uri } });
  }

  async close(): Promise<void> {
    await this.#client.connection.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri: this.uri },
      cellTextDocuments: this.cells.map(({ uri }) => ({ uri })),
    });
  }

  diagnosticsIn(index: number): Diagnostic[] {
    return this.#client.diagnosticsOf(this.cells[index]!.uri);
  }

  /** Lines, from 0, on which a rule speaks, cell by cell. */
  linesOf(rule: string): number[][] {
    return this.cells.map((_, index) => this.diagnosticsIn(index).filter(({ code }) => code === rule).map(({ range }) => range.start.line));
  }

  async actions(index: number, range: Range, only?: string[]): Promise<CodeAction[]> {
    return await this.#client.actions(this.cells[index]!.uri, range, only);
  }

  /** What an edit makes of the cells' texts. @throws when it edits anything else */
  after(edit: WorkspaceEdit): string[] {
    const texts = new Map(this.cells.map(({ uri, text }) => [uri, text]));
    for (const { textDocument: { uri }, edits } of edit.documentChanges as TextDocumentEdit[]) {
      const text = texts.get(uri);
      if (text === undefined) throw new Error(`${uri} is no cell`);
      texts.set(uri, TextDocument.applyEdits(TextDocument.create(uri, 'python', 1, text), edits as { range: Range; newText: string }[]));
    }
    return [...texts.values()];
  }

  async #change(change: NotebookDocumentChangeEvent): Promise<void> {
    this.#version++;
    await this.#client.connection.sendNotification('notebookDocument/didChange', { notebookDocument: { uri: this.uri, version: this.#version }, change });
  }

  #make({ text, language = 'python' }: NewCell): Cell {
    return { uri: `vscode-notebook-cell:${this.#path}#W${made++}`, language, text, version: 1 };
  }
}

/** Text of an `.ipynb` file with these cells, and with outputs where a cell names some. */
export function notebookFile(cells: readonly (NewCell & { outputs?: object[] })[]): string {
  return `${JSON.stringify({
    cells: cells.map(({ text, language, outputs = [] }) => (language === 'markdown'
      ? { cell_type: 'markdown', metadata: {}, source: text.split(/(?<=\n)/) }
      : { cell_type: 'code', execution_count: null, metadata: {}, outputs, source: text.split(/(?<=\n)/) })),
    metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } }, nbformat: 4, nbformat_minor: 5,
  }, null, 1)}\n`;
}

function asCell({ uri, language }: Cell): object & { kind: NotebookCellKind; document: string } {
  return { kind: language === 'markdown' ? NotebookCellKind.Markup : NotebookCellKind.Code, document: uri };
}

function asDocument({ uri, language, text, version }: Cell): { uri: string; languageId: string; version: number; text: string } {
  return { uri, languageId: language, version, text };
}

function endOf(text: string): { line: number; character: number } {
  const lines = text.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

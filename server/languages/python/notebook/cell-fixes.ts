/**
 * Python fixes in notebooks: they see and edit the notebook's Python text, and their edits are converted to the file,
 * as JSON. Fixes that reach beyond one cell are not offered: cells are separate documents, run one by one, and
 * changing a cell other than the finding's would surprise.
 */
import type { FileEdit, FixContext, FixProvider, FixRequest, TextEdit } from '../../../facts/adapter.ts';
import { lineStarts, positionIn } from '../../../text/line-starts.ts';
import type { Span } from '../../../facts/span.ts';
import { openedOnce } from '../../kit/opened-once.ts';
import { placesOf, moveSpans, type Places } from './places.ts';
import { readNotebook, type Cell, type Notebook } from './read-notebook.ts';

/**
 * @param fixes of Python
 * @returns the same for notebooks
 */
export function cellFixes(fixes: Readonly<Record<string, FixProvider>>): Record<string, FixProvider> {
  return Object.fromEntries(Object.entries(fixes).map(([id, provider]) => [id, (request, context) => inNotebook(provider, request, context)]));
}

function inNotebook(provider: FixProvider, request: FixRequest, context: FixContext): FileEdit[] | null {
  const file = context.read(request.path);
  const opened = file === undefined ? null : openedNotebook(request.path, file, context);
  const span = opened?.places.toText(request.span) ?? null;
  if (opened === null || span === null) return null;
  const { notebook, places, toText } = opened;
  const edits = provider({ ...request, span, data: moveSpans(request.data, toText) }, opened.inside(context));
  if (edits === null) return null;
  const lines = lineStarts(notebook.text);
  const cell = cellAt(notebook, lines, span);
  const moved = edits.map((edit) => (edit.path === request.path ? movedEdit(edit, cell, notebook, lines, places) : edit));
  return moved.every((each) => each !== null) ? moved : null;
}

interface OpenedNotebook {
  notebook: Notebook;
  places: Places;
  /** A place in the Python text. */
  toText(span: Span): Span;
  /** What a fix of Python sees; the same object for the same context. */
  inside(context: FixContext): FixContext;
}

const openedNotebook = openedOnce((file: string, text: string): OpenedNotebook | null => {
  const read = readNotebook(text);
  if (read.kind !== 'python') return null;
  const { notebook } = read;
  const places = placesOf(text, notebook);
  const toText = (each: Span): Span => places.toText(each) ?? each;
  let inner: FixContext | undefined;
  const inside = (context: FixContext): FixContext => (inner ??= {
    ...context,
    read: (path) => (path === file ? notebook.text : context.read(path)),
    facts: (path) => {
      const facts = context.facts(path);
      return path === file && facts !== undefined ? moveSpans(facts, toText) : facts;
    },
  });
  return { notebook, places, toText, inside };
});

function movedEdit(edit: FileEdit, cell: Cell | undefined, notebook: Notebook, lines: readonly number[], places: Places): FileEdit | null {
  if (cell === undefined) return null;
  const edits = edit.edits.map((each) => movedText(each, cell, notebook, lines, places));
  return edits.every((each) => each !== null) ? { path: edit.path, edits } : null;
}

/** Null for edits that leave the cell or touch a line that only IPython understands. */
function movedText({ span, text }: TextEdit, cell: Cell, notebook: Notebook, lines: readonly number[], places: Places): TextEdit | null {
  const [from, to] = [offsetAt(lines, span[0], span[1]), offsetAt(lines, span[2], span[3])];
  if (from < cell.start || from >= cell.end || to > cell.end) return null;
  const lastLine = to > from && span[3] === 1 ? span[2] - 1 : span[2];
  for (let line = span[0]; line <= lastLine; line++) if (notebook.masked.has(line)) return null;
  if (to < cell.end - 1 || !text.endsWith('\n')) return { span: places.toFile(span), text: asJson(text) };
  // The last line of a cell has its own line end or needs none: its replacement must not add one.
  const [line, column] = positionIn(lines, Math.max(from, endOfLine(notebook.text, cell)));
  return { span: places.toFile([span[0], span[1], line, column]), text: asJson(text.replace(/\r?\n$/, '')) };
}

function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Offset after the last line of a cell and before its line end. */
function endOfLine(text: string, { end }: Cell): number {
  return text.startsWith('\r\n', end - 2) ? end - 2 : end - 1;
}

function cellAt({ cells }: Notebook, lines: readonly number[], span: Span): Cell | undefined {
  const at = offsetAt(lines, span[0], span[1]);
  return cells.find((each) => each.start <= at && at < each.end);
}

function offsetAt(lines: readonly number[], line: number, column: number): number {
  return (lines[line - 1] ?? lines.at(-1)!) + column - 1;
}

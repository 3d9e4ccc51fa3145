/**
 * A notebook's file as one Python text: the code cells in order, one below the other, with IPython syntax masked.
 * Each character remembers its place in the file. Of the outputs only the names of errors are read: the rest can be large,
 * and contains anything that was computed.
 */
import { printParseErrorCode, visit, type JSONPath, type JSONVisitor, type ParseErrorCode } from 'jsonc-parser';
import { maskMagics } from './magics.ts';

export interface Cell {
  /** Counts all cells of the notebook from 0, including text cells, as editors do. */
  index: number;
  /** Where it begins and ends in `text`. */
  start: number;
  end: number;
  /** Python could not parse it when it was run; absent otherwise. */
  unreadable?: true;
}

export interface Notebook {
  /** Python, lines ended by `\n` or `\r\n`; each cell ends with a line end. */
  text: string;
  cells: readonly Cell[];
  /** For every cell, including text cells: the offset in the file at which it begins. */
  starts: readonly number[];
  /** By position in `text`, including its end: the offset in the file. */
  offsets: Uint32Array;
  /** Lines of `text`, from 1, that were masked. */
  masked: ReadonlySet<number>;
}

export type NotebookRead =
  | { kind: 'python'; notebook: Notebook }
  /** A language other than Python, as the file names it. */
  | { kind: 'other'; language: string }
  /** Not a notebook. @see offset in the file */
  | { kind: 'broken'; message: string; offset: number };

/** A piece of a cell's source: a literal in the file, including quotes. */
interface Piece { offset: number; length: number }
interface FoundCell { offset: number; type: string; language: string | null; pieces: Piece[]; unreadable: boolean }

const BROKEN_ESCAPE = 'InvalidEscapeCharacter';
/** Where VS Code keeps the language of a cell that is not the notebook's. */
const LANGUAGE_IN_EDITOR = 'metadata.vscode.languageId';
/** Names of errors in the outputs of a cell that Python could not parse. */
const UNREADABLE = /^(Syntax|Indentation|Tab)Error$/;

/** @param file text of an `.ipynb` file; never throws */
export function readNotebook(file: string): NotebookRead {
  const found = new Map<string, FoundCell>();
  const names = new Map<string, string>();
  let hasCells = false;
  let problem: { code: ParseErrorCode; offset: number } | null = null;

  const cellAt = (path: JSONPath): FoundCell => {
    const key = path.slice(0, cellDepth(path)).join();
    let cell = found.get(key);
    if (cell === undefined) found.set(key, cell = { offset: 0, type: '', language: null, pieces: [], unreadable: false });
    return cell;
  };
  const visitor: JSONVisitor = {
    onObjectBegin: (offset, _length, _line, _character, path) => {
      const at = path();
      if (isCell(at)) cellAt(at).offset = offset;
      return at.length <= 4 || isOutput(at);
    },
    onArrayBegin: (_offset, _length, _line, _character, path) => {
      const at = path();
      const last = at.at(-1);
      if (last === 'cells' && at.length <= 3) hasCells = true;
      return last === 'cells' || last === 'worksheets' || isSource(at) || isOutput([...at, 0]);
    },
    // The parser skips values only when there is a handler for their end.
    onObjectEnd: () => undefined,
    onArrayEnd: () => undefined,
    onObjectProperty: (property, _offset, _length, _line, _character, path) => {
      const at = [...path(), property];
      // When a key is repeated, the last one counts.
      if (isSource(at)) cellAt(at).pieces = [];
    },
    onLiteralValue: (value: unknown, offset, length, _line, _character, path) => {
      if (typeof value !== 'string') return;
      const at = path();
      const inCell = isCell(at.slice(0, cellDepth(at)));
      if (at.at(-1) === 'ename' && UNREADABLE.test(value) && isOutput(at.slice(0, -1))) cellAt(at).unreadable = true;
      if (inCell && (isSource(at) || (isSource(at.slice(0, -1)) && typeof at.at(-1) === 'number'))) cellAt(at).pieces.push({ offset, length });
      else if (inCell && at.length === cellDepth(at) + 1 && at.at(-1) === 'cell_type') cellAt(at).type = value;
      else if (inCell && at.length === cellDepth(at) + 1 && at.at(-1) === 'language') cellAt(at).language = value;
      else if (inCell && at.slice(cellDepth(at)).join('.') === LANGUAGE_IN_EDITOR) cellAt(at).language = value;
      else if (at[0] === 'metadata') names.set(at.join('.'), value);
    },
    onError: (code, offset, length) => {
      // Secrets were masked before: their asterisks may have replaced the letter after a backslash.
      if (printParseErrorCode(code) === BROKEN_ESCAPE && file.slice(offset, offset + length).includes('*')) return;
      problem ??= { code, offset };
    },
  };
  try {
    visit(file, visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'broken', message: 'the notebook is nested too deeply to read.', offset: 0 };
  }
  if (problem !== null) {
    const { code, offset } = problem as { code: ParseErrorCode; offset: number };
    return { kind: 'broken', message: `the notebook is not valid JSON (${inWords(code)}).`, offset };
  }
  if (!hasCells) return { kind: 'broken', message: 'this is not a notebook: it has no list of cells.', offset: 0 };
  const language = names.get('metadata.kernelspec.language') ?? names.get('metadata.language_info.name')
    ?? languageOf(names.get('metadata.kernelspec.name') ?? '');
  if (!/^i?python\s?[23]?$/i.test(language)) return { kind: 'other', language };
  return { kind: 'python', notebook: join(file, [...found.values()]) };
}

/** `cells, 3` or, in old notebooks, `worksheets, 0, cells, 3`. */
function cellDepth(path: JSONPath): number {
  return path[0] === 'worksheets' ? 4 : 2;
}

function isCell(path: JSONPath): boolean {
  return path.length === cellDepth(path) && path.at(-2) === 'cells' && typeof path.at(-1) === 'number';
}

function isSource(path: JSONPath): boolean {
  return path.length === cellDepth(path) + 1 && isCell(path.slice(0, -1)) && (path.at(-1) === 'source' || path.at(-1) === 'input');
}

function isOutput(path: JSONPath): boolean {
  const depth = cellDepth(path);
  return path.length === depth + 2 && isCell(path.slice(0, depth)) && path[depth] === 'outputs' && typeof path.at(-1) === 'number';
}

/** When only the kernel's name is given. */
function languageOf(kernel: string): string {
  return /^(ir|.*\br\b.*)$/i.test(kernel) ? 'R' : /julia|scala|javascript|typescript|bash|ruby|rust|java|kotlin|sql|go/i.exec(kernel)?.[0] ?? 'python';
}

function inWords(code: ParseErrorCode): string {
  return printParseErrorCode(code).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function join(file: string, found: readonly FoundCell[]): Notebook {
  const isCode = ({ type, language }: FoundCell): boolean => type === 'code' && (language === null || /python/i.test(language));
  const room = found.filter(isCode).reduce((sum, { pieces }) => sum + pieces.reduce((length, piece) => length + piece.length, 1), 1);
  const offsets = new Uint32Array(room);
  const texts: string[] = [];
  const cells: Cell[] = [];
  const masked = new Set<number>();
  let at = 0;
  let line = 1;
  for (const [index, cell] of found.entries()) {
    if (!isCode(cell) || cell.pieces.length === 0) continue;
    const start = at;
    let source = '';
    for (const piece of cell.pieces) {
      const read = decode(file, piece, offsets, at);
      source += read;
      at += read.length;
    }
    if (source === '') continue;
    // Some readers end a line at a lone carriage return and others do not: all do at a line feed.
    source = source.replace(/\r(?!\n)/g, '\n');
    if (!source.endsWith('\n')) {
      const last = cell.pieces.at(-1)!;
      offsets[at++] = last.offset + last.length - 1;
      source += '\n';
    }
    const { text, lines } = maskMagics(source);
    for (const each of lines) masked.add(line + each);
    texts.push(text);
    cells.push({ index, start, end: at, ...(cell.unreadable ? { unreadable: true as const } : {}) });
    line += source.split('\n').length - 1;
  }
  offsets[at] = at === 0 ? 0 : offsets[at - 1]!;
  return { text: texts.join(''), cells, starts: found.map(({ offset }) => offset), offsets: offsets.slice(0, at + 1), masked };
}

/** Reads a literal and records the position of each of its characters. */
function decode(file: string, { offset, length }: Piece, offsets: Uint32Array, from: number): string {
  const parts: string[] = [];
  const end = offset + length - 1;
  let at = from;
  for (let index = offset + 1; index < end;) {
    offsets[at++] = index;
    const width = widthAt(file, index);
    parts.push(width === 1 ? file[index]! : unescape(file.slice(index, index + width)));
    index += width;
  }
  return parts.join('');
}

/** How many characters of the file represent one of the text: escapes take two or six. */
export function widthAt(file: string, offset: number): number {
  const char = file[offset];
  if (char === '"' || char === undefined) return 0;
  if (char !== '\\') return 1;
  return file[offset + 1] === 'u' && /^[0-9a-fA-F]{4}$/.test(file.slice(offset + 2, offset + 6)) ? 6 : 2;
}

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescape(escape: string): string {
  return escape.length === 6 ? String.fromCharCode(Number.parseInt(escape.slice(2), 16)) : SHORT[escape[1]!] ?? escape[1]!;
}

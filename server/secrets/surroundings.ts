/** The context of a place in a file: comments, documentation, the name that a value is assigned to. */
import type { Syntax } from './file-kind.ts';

/** How far back to look, so that huge lines stay cheap. */
const REACH = 300;
/** `name =`, `name: Type =`, `"name":`, `["name"] =`, `name ||`, `call("name",`, up to the opening quote. */
const NAME_BEFORE = new RegExp(
  String.raw`(?:^|[^\w$.-])([A-Za-z_$][\w$.-]{0,80})(?:\\{0,3}["'\x60])?\]?[?!]?\s{0,8}`
  + String.raw`(?::\s{0,4}[A-Za-z_][\w.<>[\]| ]{0,40}=|:=|={1,3}|=>|:|\?\?=?|\|\|=?|,)\s{0,8}`
  + String.raw`(?:[A-Za-z_.]{1,30}\()?\s{0,4}[rbfuRBFU]{0,2}(?:\\{0,3}["'\x60])?$`,
);
const CALL = /(?:^|[^\w$])([A-Za-z_$][\w$]{0,60})\(\s{0,8}[rbfuRBFU]{0,2}["'`]$/;

/**
 * The text of a line before a place, at most a few hundred characters.
 * @param text the whole file
 * @param offset the place
 */
export function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - REACH);
  const piece = text.slice(from, offset);
  const end = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
  return piece.slice(end + 1);
}

/**
 * The name that the value at a place is assigned to.
 * @param text the whole file
 * @param offset where the value begins, inside its quotes
 * @returns the last part of a dotted name; empty when there is none
 */
export function nameBefore(text: string, offset: number): string {
  const before = lineBefore(text, offset) || openingLine(text, offset);
  if (CALL.test(before)) return '';
  const name = NAME_BEFORE.exec(before)?.[1] ?? '';
  return /^(?:return|await|const|let|var|throw|yield|import|from|export|default|case|new|typeof)$/.test(name) ? '' : lastPart(name);
}

/** The line before a value that begins on a line of its own: `FIRST = """\`. */
function openingLine(text: string, offset: number): string {
  const line = lineBefore(text, Math.max(0, offset - (text.startsWith('\r\n', offset - 2) ? 2 : 1))).trimEnd();
  return /(?:"""|'''|`)\\?$/.test(line) ? line.replace(/(?:""|'')?(["'`])\\?$/, '$1') : '';
}

/**
 * The last part of a dotted name, without punctuation around it.
 * @param name as written
 */
export function lastPart(name: string): string {
  const bare = name.replace(/^[.$-]+|[.$-]+$/g, '');
  return bare.slice(bare.lastIndexOf('.') + 1);
}

/**
 * True in a comment, as far as the line shows.
 * @param text the whole file
 * @param offset the place
 * @param syntax how the file is written
 */
export function inComment(text: string, offset: number, syntax: Syntax): boolean {
  const before = lineBefore(text, offset);
  if (syntax === 'script') return /^\s*(?:\*|\/[/*])|(?:^|[\s;,{}()])\/[/*]\s/.test(before);
  if (syntax === 'json') return /^\s*(?:\/\/|"#)/.test(before);
  return /^\s*[#;]|\s#\s/.test(before);
}

type Stretch = [start: number, end: number];

/** Tells whether a place is in a Python string of several lines, which is mostly documentation. */
export class Documentation {
  private readonly text: string;
  private ranges: Stretch[] | null = null;

  /** @param text the whole file */
  constructor(text: string) {
    this.text = text;
  }

  /** @param offset the place */
  covers(offset: number): boolean {
    return this.at(offset) !== undefined;
  }

  /** True in a string that is not used as a value: a docstring. @param offset the place */
  isDocstring(offset: number): boolean {
    const [start] = this.at(offset) ?? [];
    if (start === undefined || !/^\s*[rbfu]?$/i.test(lineBefore(this.text, start))) return false;
    return !/[=(,[{+\\]\s*[rbfu]?$/i.test(this.text.slice(Math.max(0, start - REACH), start));
  }

  private at(offset: number): Stretch | undefined {
    this.ranges ??= this.read();
    return this.ranges.find(([start, end]) => start <= offset && offset < end);
  }

  private read(): Stretch[] {
    const ranges: Stretch[] = [];
    const quotes = /"""|'''/g;
    for (let open = quotes.exec(this.text); open !== null; open = quotes.exec(this.text)) {
      const end = this.text.indexOf(open[0], quotes.lastIndex);
      const stop = end < 0 ? this.text.length : end;
      if (this.text.slice(open.index, stop).includes('\n')) ranges.push([open.index, stop]);
      quotes.lastIndex = stop + 3;
    }
    return ranges;
  }
}

/** Parts of a notebook's cells. */
const CELL_PART = /"(outputs|source|cell_type|metadata|execution_count)"\s{0,4}:/g;
/** How far back to look for the part that a place in a notebook belongs to. */
const CELL_REACH = 200_000;

/**
 * Tells what a notebook printed from what its author wrote.
 * @param text of the whole notebook, as JSON
 * @param offset of a place in it
 * @returns true inside the outputs of a cell
 */
export function isInNotebookOutput(text: string, offset: number): boolean {
  let last = '';
  for (const match of text.slice(Math.max(0, offset - CELL_REACH), offset).matchAll(CELL_PART)) {
    // Outputs have metadata and counts of their own; only the next part of the cell ends them.
    if (last !== 'outputs' || match[1] === 'source' || match[1] === 'cell_type') last = match[1]!;
  }
  return last === 'outputs';
}

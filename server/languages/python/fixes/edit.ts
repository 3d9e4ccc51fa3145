/** What fixes of Python share: the file as it stands now, places in it, and how it is written. */
import type { FixContext, TextEdit } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { parsePython } from '../parser.ts';
import { createSource, type Node, type Source } from '../syntax.ts';

/**
 * @param path of a Python file
 * @param context gives its text
 * @returns null for a file that cannot be read, or that does not parse: nothing is known of what an edit does to it
 */
export function openSource(path: string, context: FixContext): Source | null {
  const text = context.read(path);
  if (text === undefined || /\r(?!\n)/.test(text)) return null;
  const tree = parsePython(text);
  try {
    return tree.rootNode.hasError ? null : createSource(path, text, tree);
  } finally {
    tree.delete();
  }
}

/**
 * @param source the file
 * @param line counted from 1
 * @param column counted from 1
 * @returns the offset; the end of the text for a line that it does not have
 */
export function offsetAt(source: Source, line: number, column: number): number {
  const start = source.lineStarts[line - 1];
  return start === undefined ? source.text.length : Math.min(start + column - 1, source.text.length);
}

/**
 * @param source the file
 * @param span a stretch of it
 * @param is tells which nodes count
 * @returns the innermost node of the kind that covers the stretch; null when there is none
 */
export function nodeAround(source: Source, span: Span, is: (node: Node) => boolean): Node | null {
  const from = offsetAt(source, span[0], span[1]);
  const to = offsetAt(source, span[2], span[3]);
  let found: Node | null = null;
  let next: Node | undefined = source.root;
  while (next !== undefined) {
    if (is(next)) found = next;
    next = next.children.find((child) => child.start <= from && child.end >= to);
  }
  return found;
}

/**
 * @param source the file
 * @param span as a rule gives it
 * @param type of the node
 * @returns the node that stands exactly there, or null
 */
export function nodeAt(source: Source, span: Span, type: string): Node | null {
  const from = offsetAt(source, span[0], span[1]);
  const to = offsetAt(source, span[2], span[3]);
  return nodeAround(source, span, (node) => node.type === type && node.start === from && node.end === to);
}

/**
 * @param source the file
 * @returns how its lines end
 */
export function newlineOf(source: Source): string {
  return source.text.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * @param source the file
 * @param node any
 * @returns the white space in front of the line that the node begins on
 */
export function indentOf(source: Source, node: Node): string {
  return /^[ \t]*/.exec(source.text.slice(source.lineStarts[source.lineAt(node.start)]))![0];
}

/**
 * @param source the file
 * @returns one level of indentation, from its first block
 */
export function indentUnit(source: Source): string {
  let unit = '';
  const visit = (node: Node): void => {
    if (unit !== '') return;
    if (node.type === 'block') {
      const [outer, inner] = [indentOf(source, node.parent), indentOf(source, node)];
      if (inner.length > outer.length && inner.startsWith(outer)) unit = inner.slice(outer.length);
    }
    for (const child of node.children) visit(child);
  };
  visit(source.root);
  return unit === '' ? '    ' : unit;
}

/**
 * @param source the file
 * @returns the quote of most of its strings
 */
export function quoteOf(source: Source): string {
  return source.text.split("'").length > source.text.split('"').length ? "'" : '"';
}

/**
 * @param source the file
 * @param node a statement
 * @returns true when nothing but a comment shares its lines
 */
export function standsAlone(source: Source, node: Node): boolean {
  const before = source.text.slice(source.lineStarts[source.lineAt(node.start)], node.start);
  const after = source.text.slice(node.end, endOfLine(source, node.end));
  return before.trim() === '' && /^\s*(#.*)?$/.test(after);
}

/**
 * @param source the file
 * @param offset anywhere in a line
 * @returns the offset of the line's end, before what ends it
 */
export function endOfLine(source: Source, offset: number): number {
  const next = source.lineStarts[source.lineAt(offset) + 1];
  if (next === undefined) return source.text.length;
  return source.text[next - 2] === '\r' ? next - 2 : next - 1;
}

/**
 * @param source the file
 * @param start in the first line
 * @param end in the last line
 * @returns an edit that takes these lines out, with what ends them
 */
export function removeLines(source: Source, start: number, end: number): TextEdit {
  const from = source.lineStarts[source.lineAt(start)]!;
  const to = source.lineStarts[source.lineAt(end) + 1] ?? source.text.length;
  return { span: source.spanBetween(from, to), text: '' };
}

/**
 * @param source the file
 * @param offset where
 * @param text what
 * @returns an edit that inserts
 */
export function insert(source: Source, offset: number, text: string): TextEdit {
  return { span: source.spanBetween(offset, offset), text };
}

/**
 * @param source the file
 * @param node what is replaced
 * @param text by what
 * @returns an edit that replaces
 */
export function replace(source: Source, node: Node, text: string): TextEdit {
  return { span: source.span(node), text };
}

/** Shared by the Python fixes: the current text of the file, places in it, and its style. */
import type { FixContext, TextEdit } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { openedOnce } from '../../kit/opened-once.ts';
import { rememberedSource } from '../last-source.ts';
import { parsePython } from '../parser.ts';
import { createSource, type Node, type Source } from '../syntax.ts';

/**
 * @param path of a Python file
 * @param context gives its text
 * @returns null for a file that cannot be read or does not parse: the effect of an edit would be unknown
 */
export function openSource(path: string, context: FixContext): Source | null {
  const text = context.read(path);
  if (text === undefined || /\r(?!\n)/.test(text)) return null;
  return parsedOnce(path, text, context);
}

const parsedOnce = openedOnce((path: string, text: string): Source | null => {
  const known = rememberedSource(path, text);
  if (known !== undefined) return known;
  const tree = parsePython(text);
  try {
    return tree.rootNode.hasError ? null : createSource(path, text, tree);
  } finally {
    tree.delete();
  }
});

/**
 * @param source the file
 * @param line counted from 1
 * @param column counted from 1
 * @returns the offset; the end of the text when there is no such line
 */
export function offsetAt(source: Source, line: number, column: number): number {
  const start = source.lineStarts[line - 1];
  return start === undefined ? source.text.length : Math.min(start + column - 1, source.text.length);
}

/**
 * @param source the file
 * @param span a range in it
 * @param is decides which nodes count
 * @returns the innermost such node that covers the range; null when there is none
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
 * @param span from a rule
 * @param type of the node
 * @returns the node with exactly this span, or null
 */
export function nodeAt(source: Source, span: Span, type: string): Node | null {
  const from = offsetAt(source, span[0], span[1]);
  const to = offsetAt(source, span[2], span[3]);
  return nodeAround(source, span, (node) => node.type === type && node.start === from && node.end === to);
}

/**
 * @param source the file
 * @returns its line ending
 */
export function newlineOf(source: Source): string {
  return source.text.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * @param source the file
 * @param node any
 * @returns the indentation of the line that the node begins on
 */
export function indentOf(source: Source, node: Node): string {
  return /^[ \t]*/.exec(source.text.slice(source.lineStarts[source.lineAt(node.start)]))![0];
}

/**
 * @param source the file
 * @returns one level of indentation, taken from its first block
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
 * @returns the quote used for most of its strings
 */
export function quoteOf(source: Source): string {
  return source.text.split("'").length > source.text.split('"').length ? "'" : '"';
}

/**
 * @param source the file
 * @param node a statement
 * @returns true when only a comment shares its lines
 */
export function standsAlone(source: Source, node: Node): boolean {
  const before = source.text.slice(source.lineStarts[source.lineAt(node.start)], node.start);
  const after = source.text.slice(node.end, endOfLine(source, node.end));
  return before.trim() === '' && /^\s*(#.*)?$/.test(after);
}

/**
 * @param source the file
 * @param offset anywhere in a line
 * @returns the end of the line, before its line ending
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
 * @returns an edit that deletes these lines with their line endings
 */
export function removeLines(source: Source, start: number, end: number): TextEdit {
  const from = source.lineStarts[source.lineAt(start)]!;
  const to = source.lineStarts[source.lineAt(end) + 1] ?? source.text.length;
  return { span: source.spanBetween(from, to), text: '' };
}

/**
 * @param source the file
 * @param offset where to insert
 * @param text to insert
 * @returns the insertion
 */
export function insert(source: Source, offset: number, text: string): TextEdit {
  return { span: source.spanBetween(offset, offset), text };
}

/**
 * @param source the file
 * @param node to replace
 * @param text the replacement
 * @returns the replacing edit
 */
export function replace(source: Source, node: Node, text: string): TextEdit {
  return { span: source.span(node), text };
}

/** How a file is written, so that added code matches. */
import type { FixContext } from '../../../facts/adapter.ts';
import { openedOnce } from '../../kit/opened-once.ts';
import { parse, ts, type Source } from '../syntax.ts';

const parsedOnce = openedOnce(parse);

/** @param path of a file @param context gives its text @returns null for a file that cannot be read */
export function openSource(path: string, context: FixContext): Source | null {
  const text = context.read(path);
  return text === undefined ? null : parsedOnce(path, text, context);
}

export interface Style {
  quote: string;
  /** `;`, or empty when statements end without one. */
  semicolon: string;
  /** One level of indentation. */
  indent: string;
  newline: string;
}

/** @param source a parsed file; an empty one counts as written with single quotes, semicolons and two spaces */
export function styleOf(source: Source): Style {
  const { text, file } = source;
  const single = text.split("'").length;
  const double = text.split('"').length;
  const ends = file.statements.filter((each) => ts.isVariableStatement(each) || ts.isExpressionStatement(each) || ts.isImportDeclaration(each));
  const without = ends.filter((each) => text[each.end - 1] !== ';').length;
  return {
    quote: double > single ? '"' : "'",
    semicolon: without > ends.length / 2 ? '' : ';',
    // Lines of comments begin with one blank and an asterisk.
    indent: /^(\t| +)[^\s*]/m.exec(text)?.[1] ?? '  ',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The innermost node of a kind that covers a range of text, or undefined. */
export function nodeAround<T extends ts.Node>(source: Source, from: number, to: number, is: (node: ts.Node) => node is T): T | undefined {
  let found: T | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart(source.file) > from || node.end < to) return;
    if (is(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(source.file);
  return found;
}

/** Offset of a place given by line and column, both from 1. */
export function offsetAt(source: Source, line: number, column: number): number {
  return source.file.getPositionOfLineAndCharacter(line - 1, column - 1);
}

/** Indentation of the line that a node begins on. */
export function indentOf(source: Source, node: ts.Node): string {
  const start = source.text.lastIndexOf('\n', node.getStart(source.file) - 1) + 1;
  return /^[ \t]*/.exec(source.text.slice(start))![0];
}

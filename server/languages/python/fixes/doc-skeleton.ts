/** Starts a docstring for the author to complete, or completes an existing one in its own style. */
import type { FixContext, FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { BLANK, withBlanks } from '../../kit/blanks.ts';
import { openedOnce } from '../../kit/opened-once.ts';
import { isBareString, part, type Node, type Source } from '../syntax.ts';
import { completed } from './doc-completion.ts';
import { partsOf } from './doc-parts.ts';
import { sectionLines } from './doc-sections.ts';
import { docStyleOf } from './doc-style.ts';
import { endOfLine, indentOf, indentUnit, insert, newlineOf, nodeAround, openSource, replace } from './edit.ts';

/** Applies to the function or class whose name stands at the request's span. */
export const docSkeleton: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const node = source === null ? null : nodeAround(source, request.span, (each) => each.type === 'function_definition' || each.type === 'class_definition');
  const body = node === null ? null : part(node, 'body');
  if (source === null || node === null || body === null || source.textOf(part(node, 'name')!) !== textAt(source, request.span)) return null;
  const [first] = body.children;
  const edit = first !== undefined && isBareString(first) ? extended(source, node, first.children[0]!, context) : begun(source, node, body, context);
  return edit === null ? null : [{ path: request.path, edits: [withBlanks(edit)] }];
};

function textAt(source: Source, [line, column, , end]: readonly [number, number, number, number]): string {
  const start = source.lineStarts[line - 1] ?? 0;
  return source.text.slice(start + column - 1, start + end - 1);
}

/** A new docstring as the first statement. */
function begun(source: Source, node: Node, body: Node, context: FixContext): TextEdit | null {
  const newline = newlineOf(source);
  const colon = colonOf(source, node);
  if (colon < 0) return null;
  const sameLine = source.lineAt(body.start) === source.lineAt(colon);
  const indent = sameLine ? indentOf(source, node) + indentUnit(source) : indentOf(source, body);
  const text = docString(source, node, indent, context);
  if (sameLine) return {
    span: source.spanBetween(colon + 1, body.start),
    text: `${newline}${indent}${text}${newline}${isPlaceholder(body) || node.type === 'function_definition' ? '' : newline}${indent}`,
  };
  const end = endOfLine(source, colon);
  const next = source.text.slice(end + newline.length, endOfLine(source, Math.min(end + newline.length, source.text.length)));
  // A blank line follows the docstring of a class.
  const apart = node.type === 'class_definition' && next.trim() !== '' && !isPlaceholder(body) ? newline : '';
  return insert(source, end, `${newline}${indent}${text}${apart}`);
}

/** `pass` or `...` alone. */
function isPlaceholder(body: Node): boolean {
  const [only] = body.children;
  return body.children.length === 1 && (only?.type === 'pass_statement' || only?.children[0]?.type === 'ellipsis');
}

/** The colon that ends the header of a definition. */
function colonOf(source: Source, node: Node): number {
  const before = part(node, 'return_type') ?? part(node, 'parameters') ?? part(node, 'superclasses') ?? part(node, 'type_parameters') ?? part(node, 'name')!;
  return source.text.indexOf(':', before.end);
}

/** The quotes of the file's docstrings, and whether they start on the line below them, as in some projects. */
const habitsOf = openedOnce((_path, text) => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    quotes: count(/^[^\S\n]*'''/gm) > count(/^[^\S\n]*"""/gm) ? "'''" : '"""',
    below: count(/^[ \t]+("""|''')[ \t]*\r?\n/gm) / 2 > count(/^[ \t]+("""|''')[^\s"'][^"\n]*\r?\n/gm),
  };
});

function docString(source: Source, node: Node, indent: string, context: FixContext): string {
  const newline = newlineOf(source);
  const { quotes, below } = habitsOf(source.path, source.text, context);
  const isClass = node.type === 'class_definition';
  const more = isClass ? [] : sectionLines(docStyleOf(source.path, source.text, context), partsOf(source, node), indentUnit(source));
  if (more.length === 0) return `${quotes}${BLANK}${quotes}`;
  const lines = [...more, ''].map((line) => (line === '' ? '' : indent + line));
  return [`${quotes}${below ? newline + indent : ''}${BLANK}`, ...lines.slice(0, -1), `${indent}${quotes}`].join(newline);
}

/** The existing docstring, completed. */
function extended(source: Source, node: Node, literal: Node, context: FixContext): TextEdit | null {
  const [, prefix = '', quotes = '', content = ''] = /^(\w*)("""|'''|"|')([\s\S]*)\2$/.exec(source.textOf(literal)) ?? [];
  if (quotes === '' || literal.type !== 'string') return null;
  const indent = indentOf(source, literal);
  if (content.trim() === '') return replace(source, literal, docString(source, node, indent, context));
  if (quotes.length !== 3 || node.type === 'class_definition') return null;
  const lines = content.split(/\r?\n/);
  const closing = lines.at(-1)!.trim() === '' ? lines.pop()! : null;
  const result = completed(lines, partsOf(source, node), indentUnit(source));
  if (result === null) return null;
  return replace(source, literal, `${prefix}${quotes}${[...result, closing ?? indent].join(newlineOf(source))}${quotes}`);
}

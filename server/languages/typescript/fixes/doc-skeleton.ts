/** Starts a documentation comment for the author to complete, or adds missing tags to an existing one. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { BLANK, withBlanks } from '../../kit/blanks.ts';
import { documentationOf, type Documentation } from '../collect/docs.ts';
import { statementAround } from '../collect/functions.ts';
import { isFunctionNode, parse, ts, type FunctionNode, type Source } from '../syntax.ts';
import { indentOf, nodeAround, offsetAt, styleOf } from './style.ts';

/** What is documented: the statement or member below the comment, and the function or class. */
interface Documented {
  holder: ts.Node;
  node: FunctionNode | ts.ClassLikeDeclaration;
}

/** Applies to the function or class whose name stands at the request's span. */
export const docSkeleton: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const found = documentedAt(source, offsetAt(source, request.span[0], request.span[1]), offsetAt(source, request.span[2], request.span[3]));
  if (found === null) return null;
  const doc = documentationOf(source, found.holder);
  const edit = doc === null ? begun(source, found) : completed(source, found, doc);
  return edit === null ? null : [{ path: request.path, edits: [withBlanks(edit)] }];
};

function documentedAt(source: Source, from: number, to: number): Documented | null {
  const around = nodeAround(source, from, to, (node): node is ts.Node => isFunctionNode(node) || ts.isClassLike(node)
    || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node) || ts.isBinaryExpression(node));
  if (around === undefined) return null;
  if (isFunctionNode(around) || ts.isClassLike(around)) return { holder: around, node: around };
  const value = ts.isBinaryExpression(around) ? around.right : (around as ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAssignment).initializer;
  const inner = value !== undefined && ts.isParenthesizedExpression(value) ? value.expression : value;
  if (inner === undefined || !(isFunctionNode(inner) || ts.isClassLike(inner))) return null;
  const holder = ts.isVariableDeclaration(around) ? around.parent.parent : ts.isBinaryExpression(around) ? statementAround(around) : around;
  return { holder, node: inner };
}

/** A new comment: room for a sentence, with tags if the file's other comments have them. */
function begun(source: Source, { holder, node }: Documented): TextEdit {
  const { newline } = styleOf(source);
  const indent = indentOf(source, holder);
  const start = holder.getStart(source.file);
  const tags = isFunctionNode(node) && /^[ \t]*(\/\*)?\*+[ \t]*@(param|returns?)\b/m.test(source.text) ? tagsOf(source, node) : [];
  return { span: source.spanBetween(start, start), text: written([BLANK, ...tags], indent, newline) + newline + indent };
}

/** The existing comment with the missing tags added and a wrong parameter name corrected. */
function completed(source: Source, { holder, node }: Documented, doc: Documentation): TextEdit | null {
  const range = ts.getLeadingCommentRanges(source.text, holder.pos)?.findLast((each) => source.text.startsWith('/**', each.pos));
  if (range === undefined) return null;
  const before = source.text.slice(range.pos, range.end);
  let lines = before.slice(3, -2).split(/\r?\n/).map((line, index) => (index === 0 ? line.trim() : line.replace(/^\s*\* ?/, '').trimEnd()));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  if (!doc.summary) lines.unshift(BLANK);
  if (isFunctionNode(node) && doc.params.length + doc.throws.length > 0) lines = withTags(lines, source, node, doc);
  const text = written(lines, indentOf(source, holder), styleOf(source).newline);
  return text === before ? null : { span: source.spanBetween(range.pos, range.end), text };
}

function withTags(lines: readonly string[], source: Source, node: FunctionNode, doc: Documentation): string[] {
  const own = node.parameters.filter((each) => ts.isIdentifier(each.name)).map((each) => (each.name as ts.Identifier).text).filter((each) => each !== 'this');
  const missing = own.filter((each) => !doc.params.includes(each) && !each.startsWith('_'));
  const unknown = doc.params.filter((each) => !each.includes('.') && !own.includes(each));
  const result = [...lines];
  const listed = doc.params.filter((each) => !each.includes('.'));
  for (const wrong of unknown) {
    // The parameter in the position of the wrong name was most likely renamed.
    const meant = missing.length === 1 && unknown.length === 1 ? missing[0]! : own[listed.indexOf(wrong)];
    const word = wrong.replaceAll('$', '\\$');
    const at = result.findIndex((line) => new RegExp(`@param\\b.*?\\b${word}\\b`).test(line));
    if (meant === undefined || !missing.includes(meant) || at < 0) continue;
    result[at] = result[at]!.replace(new RegExp(`\\b${word}\\b`), meant);
    missing.splice(missing.indexOf(meant), 1);
  }
  const tags = tagsOf(source, node).filter((tag) => {
    const [kind, what] = tag.split(' ');
    if (kind === '@param') return doc.params.length > 0 && missing.includes(what!);
    if (kind === '@returns') return doc.params.length > 0 && !doc.returns;
    return doc.throws.length > 0 && !doc.throws.some((each) => each.endsWith(what!));
  });
  for (const tag of tags) result.splice(placeFor(result, tag), 0, tag);
  return result;
}

/** After the last tag of its kind, or of a kind that comes before it. */
function placeFor(lines: readonly string[], tag: string): number {
  const before = tag.startsWith('@param') ? /^@param\b/ : tag.startsWith('@returns') ? /^@(param|returns?)\b/ : /^@(param|returns?|throws)\b/;
  const last = lines.findLastIndex((line) => before.test(line));
  if (last < 0) return lines.length;
  const next = lines.findIndex((line, index) => index > last && (line === '' || line.startsWith('@')));
  return next < 0 ? lines.length : next;
}

function tagsOf(source: Source, node: FunctionNode): string[] {
  const params = node.parameters.flatMap((each) => (ts.isIdentifier(each.name) && each.name.text !== 'this'
    ? [`@param ${each.name.text} ${BLANK}`]
    : []));
  const { returns, throws } = outcomesOf(source, node);
  const nothing = node.type !== undefined && /^(void|never|undefined|Promise<(void|undefined)>|asserts\b.*)$/.test(source.shorten(node.type));
  return [...params, ...(returns && !nothing ? [`@returns ${BLANK}`] : []), ...throws.map((each) => `@throws ${each}`)];
}

/** What a function's own body returns and throws, without nested functions. */
function outcomesOf(source: Source, node: FunctionNode): { returns: boolean; throws: string[] } {
  if (node.body === undefined) return { returns: false, throws: [] };
  if (!ts.isBlock(node.body)) return { returns: true, throws: [] };
  let returns = false;
  const throws = new Set<string>();
  const visit = (each: ts.Node, guarded: boolean): void => {
    if (isFunctionNode(each) || ts.isClassLike(each)) return;
    if (ts.isReturnStatement(each) && each.expression !== undefined) returns = true;
    if (ts.isThrowStatement(each) && !guarded && ts.isNewExpression(each.expression)) throws.add(source.shorten(each.expression.expression, 60));
    const catches = ts.isTryStatement(each) && each.catchClause !== undefined;
    ts.forEachChild(each, (child) => visit(child, guarded || (catches && child === each.tryBlock)));
  };
  visit(node.body, false);
  return { returns, throws: [...throws] };
}

function written(lines: readonly string[], indent: string, newline: string): string {
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ['/**', ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join(newline);
}

/** The compiler's tree of one file, and positions in it. */
import { ts } from '@ts-morph/common';
import { lastAtMost } from '../../text/line-starts.ts';
import type { Span } from '../../facts/span.ts';
import { checkDepth, isStackOverflow, tooDeep } from '../kit/budget.ts';

export { ts };

const SEPARATORS = /[\u2028\u2029]/;
const SCRIPT_KINDS: Record<string, ts.ScriptKind> = {
  '.ts': ts.ScriptKind.TS, '.mts': ts.ScriptKind.TS, '.cts': ts.ScriptKind.TS, '.tsx': ts.ScriptKind.TSX,
  '.js': ts.ScriptKind.JSX, '.mjs': ts.ScriptKind.JSX, '.cjs': ts.ScriptKind.JSX, '.jsx': ts.ScriptKind.JSX,
};

/** The file extension that decides how a path is parsed, or an empty string. */
export function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(dot).toLowerCase();
}

export interface CalleeName {
  text: string;
  /** The identifier that the chain starts from, or null (`this`, a call, a literal). */
  root: ts.Identifier | null;
  /** Property names after the root. */
  path: string[];
}

/** A parsed file with what every collector needs from it. */
export interface Source {
  path: string;
  text: string;
  file: ts.SourceFile;
  /** Resolved callee names, cached because several collectors need the same ones (names.ts). */
  calleeNames: Map<ts.Node, CalleeName>;
  /** Written in TypeScript. */
  typescript: boolean;
  span(node: ts.Node): Span;
  spanBetween(start: number, end: number): Span;
  /** Offsets at which lines begin, as editors count them. */
  lineStarts: readonly number[];
  /** Line of a position, from 0. */
  lineAt(position: number): number;
  /** Source text of a node, with white space collapsed, shortened to `limit` characters. */
  shorten(node: ts.Node, limit?: number): string;
}

/**
 * Parses one file. Bad source is no error: the tree then holds what could be parsed.
 * @param path its extension selects TypeScript, TSX or JavaScript
 * @param text the source
 * @throws NotJudged when the code is nested too deeply
 */
export function parse(path: string, text: string): Source {
  const extension = extensionOf(path);
  const kind = SCRIPT_KINDS[extension] ?? ts.ScriptKind.TS;
  const file = treeOf(path, text, kind);
  setParents(file);
  const lineStarts = lineStartsOf(file);
  const lineAt = lineSearch(lineStarts);
  const spanBetween = (start: number, end: number): Span => {
    const from = lineAt(start);
    const to = lineAt(end);
    return [from + 1, start - lineStarts[from]! + 1, to + 1, end - lineStarts[to]! + 1];
  };
  return {
    path,
    text,
    file,
    lineStarts,
    calleeNames: new Map(),
    typescript: kind === ts.ScriptKind.TS || kind === ts.ScriptKind.TSX,
    spanBetween,
    lineAt,
    span: (node) => spanBetween(node.getStart(file), node.end),
    shorten: (node, limit = 120) => {
      const start = node.getStart(file);
      const written = text.slice(start, Math.min(node.end, start + limit * 4));
      const raw = /\s/.test(written) ? written.replace(/\s+/g, ' ') : written;
      return raw.length > limit ? `${raw.slice(0, limit - 1)}…` : raw;
    },
  };
}

function treeOf(path: string, text: string, kind: ts.ScriptKind): ts.SourceFile {
  // Documentation comments are read by our own, much cheaper parser (collect/docs.ts).
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  try {
    return ts.createSourceFile(path, text, options, false, kind);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    // Until it reaches the end of a file, the compiler's parser keeps its state of this file and would use it for the next one.
    ts.createSourceFile(path, '', options, false, kind);
    throw tooDeep();
  }
}

/** Offsets at which lines begin, as editors count them: the compiler also breaks lines at U+2028 and U+2029, editors do not. */
function lineStartsOf(file: ts.SourceFile): readonly number[] {
  const starts = file.getLineStarts();
  return SEPARATORS.test(file.text) ? starts.filter((start) => start === 0 || !SEPARATORS.test(file.text[start - 1]!)) : starts;
}

/** Sets the parent of every node. The compiler can do so too, building a list of children for each node; one shared function takes half the time. */
function setParents(file: ts.SourceFile): void {
  let parent: ts.Node = file;
  let depth = 0;
  const visit = (child: ts.Node): void => {
    (child as { parent: ts.Node }).parent = parent;
    const outer = parent;
    parent = child;
    checkDepth(++depth);
    ts.forEachChild(child, visit);
    depth--;
    parent = outer;
  };
  ts.forEachChild(file, visit);
}

/** Finds lines by position. The walk asks from top to bottom, so the answer is usually the previous line or the next. */
function lineSearch(starts: readonly number[]): (position: number) => number {
  let last = 0;
  const holds = (line: number, position: number): boolean => starts[line]! <= position && (line + 1 >= starts.length || position < starts[line + 1]!);
  return (position) => {
    if (holds(last, position)) return last;
    if (last + 1 < starts.length && holds(last + 1, position)) return ++last;
    return last = lastAtMost(starts, position);
  };
}

/** Removes wrappers that do not change a value: parentheses, `as`, `satisfies`, `!`, `await`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner)
    || ts.isNonNullExpression(inner) || ts.isTypeAssertionExpression(inner) || ts.isAwaitExpression(inner)
  ) inner = inner.expression;
  return inner;
}

export type FunctionNode =
  | ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration
  | ts.ConstructorDeclaration | ts.GetAccessorDeclaration | ts.SetAccessorDeclaration;

/** A function that can have a body (interface signatures do not count). */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return true;
    default:
      return false;
  }
}

/** True when a node has the modifier. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  // Most have none, and the compiler's own list of them is made anew for each question.
  const { modifiers } = node as { modifiers?: readonly ts.Node[] };
  return modifiers !== undefined && ts.canHaveModifiers(node) && modifiers.some((modifier) => modifier.kind === kind);
}

/** Decorators' names, without arguments. */
export function decoratorNames(source: Source, node: ts.Node): string[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const inner = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression;
    return source.shorten(inner);
  });
}

/** Text of a property or declaration name; for a computed name its source text. */
export function nameText(source: Source, name: ts.Node | undefined): string {
  if (name === undefined) return '';
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return source.shorten(name, 60);
}

/** `true`, `false` and `null`. */
export function isKeywordLiteral(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword;
}

/** A string, or a sum with one. */
function holdsText(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner)) return true;
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken && (holdsText(inner.left) || holdsText(inner.right));
}

/** The list that the variable of a `for … of` loop takes its values from. */
export function listOf(declaration: ts.Node): ts.Expression | undefined {
  const loop = declaration.parent?.parent;
  return loop !== undefined && ts.isForOfStatement(loop) ? loop.expression : undefined;
}

/** Both are in the body of the same function. */
export function sameFunction(a: ts.Node, b: ts.Node): boolean {
  const holder = (node: ts.Node): ts.Node | undefined => {
    let current: ts.Node | undefined = node.parent;
    while (current !== undefined && !isFunctionNode(current)) current = current.parent;
    return current;
  };
  return holder(a) === holder(b);
}

/** A template, a sum with a string in it, or `concat` on a string. */
export function isAssembledText(node: ts.Expression): boolean {
  if (ts.isTemplateExpression(node)) return true;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return holdsText(node);
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'concat'
    && holdsText(node.expression.expression);
}

/** What the parser could not read; the compiler keeps it on the file, and its types do not say so. */
export function parseDiagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
}

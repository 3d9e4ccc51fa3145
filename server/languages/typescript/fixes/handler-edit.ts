/** Inserts a statement into an error handler; shared by the fixes that log and that rethrow. */
import type { FileEdit, FixContext, FixRequest } from '../../../facts/adapter.ts';
import { calleeName } from '../names.ts';
import { ts, parse, unwrap, type Source } from '../syntax.ts';
import { indentOf, nodeAround, offsetAt, styleOf, type Style } from './style.ts';

export interface HandlerParts {
  source: Source;
  style: Style;
  /** The clause, or the callback. */
  node: ts.CatchClause | ts.ArrowFunction | ts.FunctionExpression | ts.Identifier;
  /** Null when it is the name of a function that does nothing. */
  body: ts.ConciseBody | null;
  /** What failed, in short: `save failed`. */
  words: string;
  /** Name of the error, existing or new. */
  error: string;
}

/**
 * @param request the finding on a handler
 * @param context where the text is read
 * @param write gives the statement, without semicolon, and how many of the last statements it replaces
 */
export function editHandler(
  request: FixRequest, context: FixContext,
  write: (parts: HandlerParts) => { statement: string; replacesLast: boolean } | null,
): FileEdit[] | null {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const found = partsAt(source, request);
  const { failed } = request.data;
  // The rule names one call of several; a name that is none comes from an expression.
  const parts = found && typeof failed === 'string' && /^[A-Za-z_$][\w$]*$/.test(failed) ? { ...found, words: `${failed} failed` } : found;
  const written = parts && write(parts);
  if (!parts || !written) return null;
  const { node, body, style, error } = parts;
  const [own] = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parameters : [];
  // Where the type of the promise is not known, a new parameter needs its own.
  const added = source.typescript ? `${error}: unknown` : error;
  const given = own === undefined ? added : source.text.slice(own.getStart(source.file), own.end);
  const statement = written.statement + style.semicolon;
  const edit = (start: number, end: number, inserted: string): FileEdit[] =>
    [{ path: request.path, edits: [{ span: source.spanBetween(start, end), text: inserted }] }];
  if (ts.isIdentifier(node)) return edit(node.getStart(source.file), node.end, callback(statement, null));
  if (body !== null && !ts.isBlock(body)) return edit(
    node.getStart(source.file), node.end,
    callback(statement, written.replacesLast ? null : source.text.slice(body.getStart(source.file), body.end)),
  );
  const indent = indentOf(source, ts.isCatchClause(node) ? node.parent : node);
  const inner = indent + style.indent;
  const block = (body ?? (node as ts.CatchClause).block) as ts.Block;
  const kept = written.replacesLast ? block.statements.slice(0, -1) : [...block.statements];
  const before = kept.map((each) => source.text.slice(each.getStart(source.file), each.end));
  const lines = written.replacesLast ? [...before, statement] : [statement, ...before];
  const newBlock = `{${style.newline}${lines.map((line) => `${inner}${line}${style.newline}`).join('')}${indent}}`;
  const head = ts.isCatchClause(node) ? `catch (${error}) ` : `${headOf(node)} `;
  return edit(node.getStart(source.file), block.end, head + newBlock);

  function headOf(callbackNode: ts.ArrowFunction | ts.FunctionExpression): string {
    if (callbackNode.parameters.length > 0) return source.text.slice(callbackNode.getStart(source.file), block.getStart(source.file)).trimEnd();
    const isAsync = callbackNode.modifiers?.some((each) => each.kind === ts.SyntaxKind.AsyncKeyword) ? 'async ' : '';
    return ts.isArrowFunction(callbackNode) ? `${isAsync}(${given}) =>` : `${isAsync}function (${given})`;
  }

  function callback(first: string, result: string | null): string {
    const outer = indentOf(source, node);
    const returned = result === null || result === 'undefined' ? '' : `${outer}${style.indent}return ${result}${style.semicolon}${style.newline}`;
    return `(${given}) => {${style.newline}${outer}${style.indent}${first}${style.newline}${returned}${outer}}`;
  }
}

function partsAt(source: Source, { span }: FixRequest): HandlerParts | null {
  const from = offsetAt(source, span[0], span[1]);
  const to = offsetAt(source, span[2], span[3]);
  const style = styleOf(source);
  const clause = nodeAround(source, from, to, ts.isCatchClause);
  if (clause && source.span(clause)[0] === span[0] && source.span(clause)[1] === span[1]) {
    const variable = clause.variableDeclaration?.name;
    if (variable !== undefined && !ts.isIdentifier(variable)) return null;
    return {
      source, style, node: clause, body: clause.block,
      words: wordsFor(source, (clause.parent as ts.TryStatement).tryBlock),
      error: variable?.text ?? freeName(clause.block),
    };
  }
  const name = nodeAround(source, from, to, ts.isIdentifier);
  const access = name?.parent;
  if (!access || !ts.isPropertyAccessExpression(access) || access.name !== name || !ts.isCallExpression(access.parent)) return null;
  const given = unwrap(access.parent.arguments[access.name.text === 'catch' ? 0 : 1]!);
  const words = access.name.text === 'catch' || access.name.text === 'then' ? wordsFor(source, access.expression) : 'unexpected error';
  if (ts.isIdentifier(given)) return { source, style, node: given, body: null, words, error: 'error' };
  if (!ts.isArrowFunction(given) && !ts.isFunctionExpression(given)) return null;
  const parameter = given.parameters[0]?.name;
  if (parameter !== undefined && !ts.isIdentifier(parameter)) return null;
  return { source, style, node: given, body: given.body, words, error: parameter?.text ?? freeName(given.body) };
}

/** `error`, or `caught` when a statement of the handler already uses that name for something else. */
function freeName(body: ts.Node): string {
  const uses = (node: ts.Node): boolean => (ts.isIdentifier(node) && node.text === 'error') || (ts.forEachChild(node, uses) ?? false);
  return uses(body) ? 'caught' : 'error';
}

function wordsFor(source: Source, guarded: ts.Node): string {
  let found: string | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    if (ts.isCallExpression(node)) {
      const callee = calleeName(source, node.expression);
      const name = callee.path.at(-1) ?? callee.root?.text ?? '';
      if (/^[A-Za-z_$][\w$]*$/.test(name) && !/^(then|catch|finally)$/.test(name)) {
        found = name;
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(guarded);
  return found === null ? 'unexpected error' : `${found as string} failed`;
}

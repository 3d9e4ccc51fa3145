/** Wraps what follows an opening in `try`, and the closing in `finally`. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { createScopes } from '../scopes.ts';
import { ts, parse, type Source } from '../syntax.ts';
import { indentOf, nodeAround, offsetAt, styleOf } from './style.ts';

/** `data`: the variable, the name of what closes it, whether that is a function of the opening module, and whether to await it. */
export const closeInFinally: FixProvider = ({ path, span, data }, context) => {
  const text = context.read(path);
  const { variable, close, byModule, awaited } = data as { variable: string; close: string; byModule: boolean; awaited: boolean };
  if (text === undefined) return null;
  const source = parse(path, text);
  const opening = nodeAround(
    source, offsetAt(source, span[0], span[1]), offsetAt(source, span[2], span[3]),
    (node): node is ts.CallExpression | ts.NewExpression => ts.isCallExpression(node) || ts.isNewExpression(node),
  );
  const statement = opening && statementOf(opening);
  if (!opening || !statement || !ts.isBlock(statement.parent)) return null;
  const all = statement.parent.statements;
  const following = all.slice(all.indexOf(statement) + 1);
  const closing = byModule ? closerOf(source, opening, close) : { callee: `${variable}.${close}`, edits: [] };
  if (following.length === 0 || closing === null || following.some(ts.isFunctionDeclaration)) return null;
  const { indent: unit, newline, semicolon } = styleOf(source);
  const indent = indentOf(source, statement);
  const closes = (each: ts.Statement): boolean => ts.isExpressionStatement(each) && closesPlainly(each.expression, variable, close);
  const kept = following.filter((each) => !closes(each));
  if (kept.length === 0) return null;
  const from = lineStart(text, kept[0]!.getFullStart(), kept[0]!.getStart(source.file));
  const end = following.at(-1)!.end;
  let body = '';
  for (const each of kept) body += text.slice(lineStart(text, each.getFullStart(), each.getStart(source.file)), each.end) + newline;
  const call = byModule ? `${closing.callee}(${variable})` : `${closing.callee}()`;
  const code = `${indent}try {${newline}${shift(body, unit, source, kept)}${indent}} finally {${newline}${indent}${unit}${awaited
    ? 'await '
    : ''}${call}${semicolon}${newline}${indent}}`;
  const start = Math.min(from, lineStart(text, following[0]!.getFullStart(), following[0]!.getStart(source.file)));
  return [{ path, edits: [...closing.edits, { span: source.spanBetween(start, end), text: code }] }];
};

function statementOf(node: ts.Node): ts.Statement | null {
  let current = node;
  while (!ts.isStatement(current)) {
    if (current.parent === undefined) return null;
    current = current.parent;
  }
  return ts.isVariableStatement(current) || ts.isExpressionStatement(current) ? current : null;
}

/** Start of the line that a statement begins on, including its comments. */
function lineStart(text: string, fullStart: number, start: number): number {
  const firstBreak = text.indexOf('\n', fullStart);
  return firstBreak >= 0 && firstBreak < start ? firstBreak + 1 : start;
}

/** Indents by one level, except for lines inside multi-line text. */
function shift(body: string, unit: string, source: Source, statements: readonly ts.Statement[]): string {
  const raw = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      for (const line of node.getText(source.file).split('\n').slice(1)) raw.add(line.trimEnd());
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  const within = (line: string): boolean => [...raw].some((each) => each !== '' && line.trimEnd().startsWith(each));
  return body.split('\n').map((line) => (line.trim() === '' || within(line) ? line : unit + line)).join('\n');
}

/** `x.close()` and `closeSync(x)`, also awaited. */
function closesPlainly(expression: ts.Expression, variable: string, close: string): boolean {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call)) return false;
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (name !== close) return false;
  if (call.arguments.length === 0) return ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === variable;
  return call.arguments.length === 1 && ts.isIdentifier(call.arguments[0]!) && (call.arguments[0] as ts.Identifier).text === variable;
}

/** The closing function, from the same object or import as the opening one. */
function closerOf(source: Source, opening: ts.CallExpression | ts.NewExpression, close: string): { callee: string; edits: TextEdit[] } | null {
  const callee = opening.expression;
  if (ts.isPropertyAccessExpression(callee)) return { callee: `${callee.expression.getText(source.file)}.${close}`, edits: [] };
  if (!ts.isIdentifier(callee)) return null;
  const scopes = createScopes();
  const known = scopes.lookup(close, opening);
  if (known !== null) return known.kind === 'import' && known.imported === close ? { callee: close, edits: [] } : null;
  const declared = scopes.lookup(callee.text, opening);
  if (declared?.kind !== 'import') return null;
  const element = declared.node;
  if (!ts.isImportSpecifier(element)) return null;
  return { callee: close, edits: [{ span: source.spanBetween(element.getStart(source.file), element.getStart(source.file)), text: `${close}, ` }] };
}

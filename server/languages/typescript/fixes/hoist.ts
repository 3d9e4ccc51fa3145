/** Moves an expression that is evaluated in every iteration into a constant before the loop. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { createScopes } from '../scopes.ts';
import { ts, isFunctionNode } from '../syntax.ts';
import { indentOf, nodeAround, offsetAt, openSource, styleOf } from './style.ts';

/** `data.span`: the expression. */
export const hoist: FixProvider = ({ path, data }, context) => {
  const source = openSource(path, context);
  if (source === null || !Array.isArray(data['span'])) return null;
  const { text } = source;
  const [line, column, endLine, endColumn] = data['span'] as unknown as Span;
  const expression = nodeAround(source, offsetAt(source, line, column), offsetAt(source, endLine, endColumn), ts.isNewExpression);
  const loop = expression && loopAround(expression);
  if (!expression || !loop || !(ts.isBlock(loop.parent) || ts.isSourceFile(loop.parent))) return null;
  const style = styleOf(source);
  const code = text.slice(expression.getStart(source.file), expression.end);
  const declaration = expression.parent;
  const start = loop.getStart(source.file);
  const constant = (name: string): string => `const ${name} = ${code}${style.semicolon}${style.newline}${indentOf(source, loop)}`;
  const scopes = createScopes();
  // `const pattern = new RegExp(…)` inside: move the whole statement, unless the name has another meaning outside.
  if (ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) && ts.isVariableDeclarationList(declaration.parent)
    && declaration.parent.declarations.length === 1 && (declaration.parent.flags & ts.NodeFlags.Const) !== 0
    && scopes.lookup(declaration.name.text, loop) === null) {
    const statement = declaration.parent.parent;
    const lineStart = text.lastIndexOf('\n', statement.getStart(source.file)) + 1;
    const lineEnd = text.indexOf('\n', statement.end) + 1;
    const alone = text.slice(lineStart, lineEnd).trim() === text.slice(statement.getStart(source.file), statement.end).trim();
    if (!alone) return null;
    return [{
      path,
      edits: [{ span: source.spanBetween(start, start), text: constant(declaration.name.text) }, { span: source.spanBetween(lineStart, lineEnd), text: '' }],
    }];
  }
  const name = ['pattern', 'loopPattern', 'hoisted'].find((each) => scopes.lookup(each, expression) === null);
  if (name === undefined) return null;
  return [{ path, edits: [{ span: source.spanBetween(start, start), text: constant(name) }, { span: source.span(expression), text: name }] }];
};

function loopAround(node: ts.Node): ts.Statement | null {
  for (let current = node.parent; current !== undefined && !isFunctionNode(current); current = current.parent) {
    if (ts.isIterationStatement(current, false)) return current;
  }
  return null;
}

/** Combines the parameters of a function into one object, in the declaration and at every call in the file. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { ts, parse, type Source } from '../syntax.ts';
import { nodeAround, offsetAt } from './style.ts';

/** Applies to a function declaration that is only called, and only in its own file. */
export const optionsObject: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const start = offsetAt(source, request.span[0], request.span[1]);
  const node = nodeAround(source, start, start, ts.isFunctionDeclaration);
  if (node?.name === undefined || node.name.getStart(source.file) !== start) return null;
  const names = node.parameters.map((each) => (ts.isIdentifier(each.name) && each.dotDotDotToken === undefined ? each.name.text : null));
  const calls = callsOf(source, node.name);
  if (calls === null || names.includes(null) || names.includes('this')
    || calls.some((call) => call.arguments.length > names.length || call.arguments.some(ts.isSpreadElement))) return null;
  // One call is an argument of another: its text would be both moved and edited.
  if (calls.some((call) => calls.some((other) => other !== call && call.arguments.some((each) => each.pos <= other.pos && other.end <= each.end)))) return null;
  if (source.typescript && node.parameters.some((each) => each.type === undefined && literalType(each.initializer) === null)) return null;
  return [{ path: request.path, edits: [signature(source, node), ...calls.flatMap((call) => argument(source, call, names as string[]))] }];
};

/** Every call of the name in the file; null when it is used in other ways, which cannot be followed. */
function callsOf(source: Source, name: ts.Identifier): ts.CallExpression[] | null {
  const calls: ts.CallExpression[] = [];
  let other = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name) {
      if (ts.isCallExpression(node.parent) && node.parent.expression === node) calls.push(node.parent);
      else if (!ts.isPropertyAccessExpression(node.parent) || node.parent.name !== node) other = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(source.file);
  return other ? null : calls;
}

function signature(source: Source, node: ts.FunctionDeclaration): TextEdit {
  const first = node.parameters[0]!;
  const last = node.parameters.at(-1)!;
  const text = (each: ts.Node): string => source.text.slice(each.getStart(source.file), each.end);
  const bound = node.parameters.map((each) => (each.initializer ? `${text(each.name)} = ${text(each.initializer)}` : text(each.name)));
  const types = node.parameters.map((each) =>
    `${text(each.name)}${each.questionToken || each.initializer ? '?' : ''}: ${each.type ? text(each.type) : literalType(each.initializer)}`);
  const annotation = source.typescript ? `: { ${types.join('; ')} }` : '';
  return { span: source.spanBetween(first.getStart(source.file), last.end), text: `{ ${bound.join(', ')} }${annotation}` };
}

/** The parameter's type according to its default, or null when it is not obvious. */
function literalType(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isNumericLiteral(node)) return 'number';
  if (ts.isStringLiteralLike(node)) return 'string';
  return node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword ? 'boolean' : null;
}

function argument(source: Source, call: ts.CallExpression, names: readonly string[]): TextEdit[] {
  const [first] = call.arguments;
  const last = call.arguments.at(-1);
  if (first === undefined || last === undefined) return [{ span: source.spanBetween(call.end - 1, call.end - 1), text: '{}' }];
  const parts = call.arguments.map((each, index) => {
    const value = source.text.slice(each.getStart(source.file), each.end);
    return value === names[index] ? value : `${names[index]}: ${value}`;
  });
  return [{ span: source.spanBetween(first.getStart(source.file), last.end), text: `{ ${parts.join(', ')} }` }];
}

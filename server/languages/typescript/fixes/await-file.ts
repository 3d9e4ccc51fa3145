/** Replaces a blocking call of `node:fs` with the awaited one of `node:fs/promises`. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { createScopes } from '../scopes.ts';
import { ts, type Source } from '../syntax.ts';
import { nodeAround, offsetAt, openSource, styleOf } from './style.ts';

/** Same arguments and same result in both modules. */
const SAME = new Set([
  'readFileSync', 'writeFileSync', 'appendFileSync', 'readdirSync', 'statSync', 'lstatSync', 'mkdirSync', 'rmSync',
  'rmdirSync', 'unlinkSync', 'renameSync', 'copyFileSync', 'chmodSync', 'utimesSync', 'realpathSync', 'readlinkSync',
  'symlinkSync', 'mkdtempSync', 'truncateSync', 'accessSync', 'cpSync',
]);

/** Replaces a synchronous file call with the awaited one. */
export const awaitFile: FixProvider = ({ path, span }, context) => {
  const source = openSource(path, context);
  if (source === null) return null;
  const call = nodeAround(
    source, offsetAt(source, span[0], span[1]), offsetAt(source, span[2], span[3]),
    (node): node is ts.CallExpression => ts.isCallExpression(node) && source.span(node.expression).join() === span.join(),
  );
  if (call === undefined || call.arguments.some((each) => /throwIfNoEntry/.test(each.getText(source.file)))) return null;
  const callee = call.expression;
  const member = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (!SAME.has(member)) return null;
  const name = member.replace(/Sync$/, '');
  const edits = ts.isPropertyAccessExpression(callee) ? throughNamespace(source, callee, name) : throughName(source, callee as ts.Identifier, name);
  if (edits === null) return null;
  const start = call.getStart(source.file);
  // `readFileSync(x).length` needs parentheses around the await.
  const inner = ts.isPropertyAccessExpression(call.parent) || ts.isElementAccessExpression(call.parent)
    || (ts.isCallExpression(call.parent) && call.parent.expression === call);
  const before: TextEdit = { span: source.spanBetween(start, start), text: inner ? '(await ' : 'await ' };
  const after: TextEdit[] = inner ? [{ span: source.spanBetween(call.end, call.end), text: ')' }] : [];
  return [{ path, edits: merge([...edits, before, ...after]) }];
};

/** `fs.readFileSync` becomes `fs.promises.readFile`. */
function throughNamespace(source: Source, callee: ts.PropertyAccessExpression, name: string): TextEdit[] | null {
  return ts.isIdentifier(callee.expression) ? [{ span: source.span(callee.name), text: `promises.${name}` }] : null;
}

/** `readFileSync` becomes `readFile`, with its own import; the old one is removed with its last use. */
function throughName(source: Source, callee: ts.Identifier, name: string): TextEdit[] | null {
  const declared = createScopes().lookup(name, callee);
  const own = declared?.kind === 'import' && /^(node:)?fs\/promises$/.test(declared.specifier) && declared.imported === name;
  if (declared !== null && !own) return null;
  const statement = source.file.statements.find((each): each is ts.ImportDeclaration => ts.isImportDeclaration(each)
    && ts.isStringLiteral(each.moduleSpecifier) && /^(node:)?fs$/.test(each.moduleSpecifier.text));
  const bindings = statement?.importClause?.namedBindings;
  if (!statement || !bindings || !ts.isNamedImports(bindings)) return null;
  const element = bindings.elements.find((each) => each.name.text === callee.text);
  if (element === undefined || element.propertyName) return null;
  const edits: TextEdit[] = [{ span: source.span(callee), text: name }];
  const { quote, semicolon, newline } = styleOf(source);
  const prefix = (statement.moduleSpecifier as ts.StringLiteral).text.startsWith('node:') ? 'node:' : '';
  const line = `import { ${name} } from ${quote}${prefix}fs/promises${quote}${semicolon}`;
  const last = uses(source, callee.text) === 2;
  if (last && bindings.elements.length === 1 && !statement.importClause.name) {
    edits.push(own ? { span: source.spanBetween(statement.getFullStart(), statement.end), text: '' } : { span: source.span(statement), text: line });
    return edits;
  }
  if (last) {
    const at = bindings.elements.indexOf(element);
    const [from, to] = at === 0
      ? [element.getStart(source.file), bindings.elements[1]?.getStart(source.file) ?? element.end]
      : [bindings.elements[at - 1]!.end, element.end];
    edits.push({ span: source.spanBetween(from, to), text: '' });
  }
  if (!own) edits.push({ span: source.spanBetween(statement.end, statement.end), text: newline + line });
  return edits;
}

function uses(source: Source, name: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name) count++;
    ts.forEachChild(node, visit);
  };
  visit(source.file);
  return count;
}

/** Merges an insertion with the replacement that begins at the same place. */
function merge(edits: TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const same = result.find((each) => each.span[0] === edit.span[0] && each.span[1] === edit.span[1]);
    if (same === undefined) result.push(edit);
    else if (edit.span[0] === edit.span[2] && edit.span[1] === edit.span[3]) same.text = edit.text + same.text;
    else result.push(edit);
  }
  return result;
}

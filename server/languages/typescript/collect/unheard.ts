/** Checks of a test that cannot fail because their result is not used, and results that the test never examines. */
import type { TestFact } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { calleeName } from '../names.ts';
import { ts, isFunctionNode, unwrap, type Source } from '../syntax.ts';

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken, ts.SyntaxKind.InstanceOfKeyword,
]);
const PRINTS = /^(console|logger|log|t|debug)\.\w+$/;
/** Calls that prepare something: their value is often not needed. */
const PREPARES = new RegExp(
  String.raw`(^|\.)_*([A-Z]\w*|(create|make|build|mock|spy|patch|stub|render|setup|set|fake|new|open|start|use|init|prepare|`
  + String.raw`register|add|insert|save|factory|login|connect|mount)([A-Z]\w*)?)$`,
);

/** `expect(x);`, which checks nothing unless its argument does: `expect(assertSelected(x));`. */
export function isWithoutMatcher(node: ts.CallExpression): boolean {
  if (!ts.isExpressionStatement(node.parent) || !ts.isIdentifier(node.expression) || node.expression.text !== 'expect') return false;
  const [given, asked] = node.arguments;
  if (given === undefined) return false;
  // `expect(list, 'to contain', item)` of unexpected states the check in words.
  if (asked !== undefined && ts.isStringLiteralLike(asked) && /^(?:\[?not\]? |\[?!?\]?(?:to|when|with|always|was|were|had) )/.test(asked.text)) return false;
  const value = ts.isAwaitExpression(given) ? unwrap(given.expression) : unwrap(given);
  // `expect(x.should.equal(1))`, `expect(read(() => expectEqual(a, b)))`: the inner check throws.
  if (/\.should\b|\b(expect|assert)\w*\(/.test(value.getText())) return false;
  return !ts.isCallExpression(value) || !THROWS.test(value.expression.getText());
}

/** Fails by itself: `getByText(…)`, `orderSchema.parse(…)`. */
const THROWS = /(^|[.(])_*(assert|expect|check|verify|ensure|wait|get(All)?By|find(All)?By)\w*$|(schema|validator)\w*\.(parse|validateSync)$/i;

/** `expect(promise).resolves.toBe(y);` and `assert.rejects(promise);` as separate statements. */
export function isFloating(node: ts.CallExpression): boolean {
  if (!ts.isExpressionStatement(node.parent) || !ts.isPropertyAccessExpression(node.expression)) return false;
  if (ts.isIdentifier(node.expression.expression) && /^assert/.test(node.expression.expression.text))
    return /^(rejects|doesNotReject|isRejected|isFulfilled)$/.test(node.expression.name.text) && !isGiven(node.expression.expression);
  let promised = false;
  // `stub.rejects(error)` of Sinon is called and sets up a result; `expect(promise).rejects` is not.
  const isCalled = /^(resolves|rejects)$/.test(node.expression.name.text);
  let object: ts.Expression = node.expression;
  for (; ts.isPropertyAccessExpression(object) || ts.isCallExpression(object); object = object.expression) {
    if (ts.isPropertyAccessExpression(object) && /^(resolves|rejects|eventually|rejected|rejectedWith|fulfilled)$/.test(object.name.text)) promised = true;
  }
  // `expectTypeOf(promise).resolves` is judged by the compiler.
  if (!promised || (ts.isIdentifier(object) && /Type(Of)?$/.test(object.text)) || BUN.test(node.getSourceFile().text)) return false;
  return !isCalled || (ts.isIdentifier(object) && object.text === 't' && !TAP.test(node.getSourceFile().text));
}

/** QUnit hands each test its `assert`, which makes the test wait for the promises that it is asked about. */
function isGiven(assert: ts.Identifier): boolean {
  for (let outer: ts.Node = assert.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (isFunctionNode(outer) && outer.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === assert.text)) return true;
  }
  return false;
}

/**
 * A test that ends by calling what it was given is late, and so fails, where a check before that call did not hold.
 * @param callback the function of the test
 * @param text of it
 */
export function endsByCall({ parameters: [first] }: ts.FunctionExpression | ts.ArrowFunction, text: string): boolean {
  return first !== undefined && ts.isIdentifier(first.name) && new RegExp(`(?<![\\w$.])${escapePattern(first.name.text)}\\(`).test(text);
}

/** The tests of tap wait for the promises that they were given; those of others that are also called `t` do not. */
const TAP = /\b(?:require\(|from )\s*['"](?:tap|libtap|@tapjs\/[\w-]+)['"]/;

/** Bun stops at `expect(promise).rejects` until the promise has settled, whether or not somebody waits. */
const BUN = /\bfrom\s*['"]bun:test['"]/;

/** `a === b;` and `expect(a);` as statements, whose value nothing reads. */
export function isUnheard(node: ts.Node): boolean {
  if (!ts.isExpressionStatement(node.parent)) return false;
  const isDropped = ts.isCallExpression(node) ? isWithoutMatcher(node)
    : ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind) && !isTried(node) && !CHECKS.test(node.left.getText());
  return isDropped && !isForTheCompiler(node.parent);
}

/** Fails by itself, whatever its result is compared with: `assert.ok(x) === true`, `expect(x).toBe(1) == true`. */
const CHECKS = /^(assert|should|t|expect)\b[^=]*\.\w+\(|^assert\(/;

/** `// @ts-expect-error` or `// assert types` above it, or the latter above the statements before it: the compiler does the check. */
function isForTheCompiler(statement: ts.ExpressionStatement): boolean {
  if (/@ts-(expect-error|ignore)\b/.test(remarkAbove(statement))) return true;
  const { parent } = statement;
  return (ts.isBlock(parent) || ts.isSourceFile(parent)) && statementsAboutTypes(parent).has(statement);
}

const aboutTypes = new WeakMap<ts.Node, ReadonlySet<ts.Statement>>();

/** Statements below a remark on types, up to the next remark, call or other statement: found once for each block, however many there are. */
function statementsAboutTypes(parent: ts.Block | ts.SourceFile): ReadonlySet<ts.Statement> {
  const before = aboutTypes.get(parent);
  if (before !== undefined) return before;
  const found = new Set<ts.Statement>();
  let isAbout = false;
  for (const each of parent.statements) {
    const remark = remarkAbove(each);
    if (!ts.isExpressionStatement(each) || ts.isCallExpression(each.expression)) isAbout = false;
    else if (remark !== '') isAbout = ABOUT_TYPES.test(remark);
    if (isAbout) found.add(each);
  }
  aboutTypes.set(parent, found);
  return found;
}

const ABOUT_TYPES = /\b(assert|check|test|verify)\w*\b.*\btyp(es?|ings?)\b|\btyp(e|es|ing) (check|assert|test)/i;

function remarkAbove(statement: ts.Statement): string {
  const { text } = statement.getSourceFile();
  return (ts.getLeadingCommentRanges(text, statement.pos) ?? []).map(({ pos, end }) => text.slice(pos, end)).join('\n');
}

/** The statement itself may be what has to fail: `expect(() => { a < b; }).toThrow()`. */
export function isTried(node: ts.Node): boolean {
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isTryStatement(outer)) return true;
    if (isFunctionNode(outer)) return ts.isCallExpression(outer.parent) && /^(expect|assert|throws|rejects)\b/.test(outer.parent.expression.getText());
  }
  return false;
}

/** The value of the last call, when the test then ends or prints it: it was computed for a person to look at. */
export function unreadResult(source: Source, callback: ts.FunctionExpression | ts.ArrowFunction): TestFact['unread'] {
  if (!ts.isBlock(callback.body)) return undefined;
  const { statements } = callback.body;
  const last = statements.findLast((each) => !isOutput(source, each));
  if (last === undefined || !ts.isVariableStatement(last)) return undefined;
  const declared = last.declarationList.declarations.at(-1)!;
  if (!ts.isIdentifier(declared.name) || declared.initializer === undefined || declared.name.text.startsWith('_')) return undefined;
  const value = ts.isAwaitExpression(declared.initializer) ? unwrap(declared.initializer.expression) : unwrap(declared.initializer);
  // A written type is a check by the compiler.
  if (!ts.isCallExpression(value) || declared.type !== undefined || PREPARES.test(calleeName(source, value.expression).text)) return undefined;
  const name = declared.name.text;
  // `log.info('x')` prints, unless `log` is what the test is about.
  if (statements.slice(statements.indexOf(last) + 1).some((each) => outputOf(source, each)?.startsWith(`${name}.`) === true)) return undefined;
  return { name, ...(last === statements.at(-1) ? {} : { printed: true }) };
}

function isOutput(source: Source, statement: ts.Statement): boolean {
  return outputOf(source, statement) !== undefined;
}

/** @returns what a statement prints with; undefined for one that does not print */
function outputOf(source: Source, statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const { text } = calleeName(source, statement.expression.expression);
  return PRINTS.test(text) ? text : undefined;
}

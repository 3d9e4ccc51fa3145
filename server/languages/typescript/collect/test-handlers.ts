/** Handlers in tests: whether they make the test fail, and what it means that all checks are in one of them. */
import type { TestFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, type Source } from '../syntax.ts';
import { keywordSpan } from './functions.ts';

/** Makes the test fail right there. */
const FAILS = /^((assert|expect|chai|t|jest|vi)\.)*(fail|unreachable)$|^done(\.fail)?$|^reject$/;
/** Fails no matter what the code does. */
const REJECTED = /^Promise\.reject$/;

/** `throw`, `fail()`, `expect(true).toBe(false)`. */
export function failsHere(node: ts.Node): boolean {
  return (
    ts.isThrowStatement(node) ||
    (ts.isCallExpression(node) && (FAILS.test(node.expression.getText()) || /^(assert(\.\w+)?|expect)\((false|true\)\.toBe\(false)\b/.test(node.getText())))
  );
}

/**
 * @param source the file
 * @param handler holds all checks of a test
 * @returns facts of the test; none when what the handler guards surely fails
 */
export function handlerFact(source: Source, handler: ts.CatchClause): Pick<TestFact, 'onlyInHandler' | 'handlerWaits'> {
  const guarded = handler.parent.tryBlock;
  const isRejected = (node: ts.Node): boolean => ts.isAwaitExpression(node) && ts.isCallExpression(node.expression)
    && REJECTED.test(node.expression.expression.getText(source.file));
  if (some(guarded, (node) => isRejected(node) || failsHere(node)) || some(handler.block, (node) => deniesError(source, node, handler))) return {};
  return { onlyInHandler: keywordSpan(source, handler), ...(some(guarded, ts.isAwaitExpression) ? { handlerWaits: true as const } : {}) };
}

/** `assert(!error)`, `assert.ifError(error)`, `expect(error).toBeUndefined()`: checks that there is none, which always fails in its handler. */
function deniesError(source: Source, node: ts.Node, { variableDeclaration }: ts.CatchClause): boolean {
  if (!ts.isCallExpression(node) || variableDeclaration === undefined || !ts.isIdentifier(variableDeclaration.name)) return false;
  const call = node.getText(source.file).replace(/\s+/g, '');
  const error = variableDeclaration.name.text.replaceAll('$', String.raw`\$`);
  const denials = [
    String.raw`(chai\.)?assert(\.(ok|isOk))?\(!${error}[,)]`, String.raw`(chai\.)?assert\.(ifError|isNull|isUndefined|isNotOk|notExists)\(${error}[,)]`,
    String.raw`(chai\.)?assert\.(strict|deep|deepStrict)?[eE]qual\(${error},(null|undefined)[,)]`,
    String.raw`expect\(${error}\)\.(toBe(Undefined|Null|Falsy)\(|(toBe|toEqual|toStrictEqual)\((null|undefined)\)|not\.toBe(Defined|Truthy)\()`,
    String.raw`expect\(${error}\)\.to\.(be\.(null|undefined)|not\.exist)`,
    String.raw`should\.not\.exist\(${error}[,)]`,
  ];
  return new RegExp(`^(${denials.join('|')})`).test(call);
}

/** Searches a block, but not the functions in it. */
function some(node: ts.Node, is: (node: ts.Node) => boolean): boolean {
  return is(node) || (!isFunctionNode(node) && (ts.forEachChild(node, (child) => some(child, is)) ?? false));
}

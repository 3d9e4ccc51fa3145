/** Checks of a test that cannot fail because their result is not used, and results that the test never examines. */
import type { TestFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { calleeName, functionOf } from '../names.ts';
import { isFunction, part, some, unwrap, type Node, type Source } from '../syntax.ts';

/** Return true or false and do nothing else. */
const ANSWERS = /^((np|numpy|jnp|torch|math|cmath|tf|pd|mx)\.(\w+\.)*(allclose|isclose|array_equal|array_equiv|equal)|isinstance|issubclass|hasattr|callable)$/;
/** Raises when it does not hold. */
const CHECKS = /(^|[._])assert\w*$/;
/** An error that is created but not raised. */
const MADE = /^(builtins\.)?AssertionError$/;
/** What is inside is expected to fail. */
const EXPECTS = /(^|\.)(raises|warns|assertRaises\w*|assertWarns\w*|assertLogs|suppress|deprecated_call|subTest)$/;
const PRINTS = /^(print|pprint|pprint\.pprint|logging\.\w+|logger\.\w+|log\.\w+|sys\.stdout\.write)$/;
/** Calls that prepare something: their value is often not needed. */
const PREPARES = new RegExp(
  String.raw`(^|\.)_*([A-Z]\w*|(?:init|enter)\w*|(create|make|build|mock|spy|patch|stub|render|set_?up|fake|new|open|start|use|prepare|`
  + String.raw`register|add|insert|save|load_fixtures?|factory|login|connect|get_client)(_\w+)?)$`,
);

/** Comparisons and predicate calls as statements, asserted tuples, and errors that are created but not raised. */
export function unheardChecks(source: Source, test: Node): Span[] {
  const found: Span[] = [];
  const visit = (node: Node): void => {
    if (node !== test && (isFunction(node) || node.type === 'class_definition')) return;
    // The comparison itself may be what is expected to raise.
    if (node.type === 'with_statement' && expectsFailure(source, node)) return;
    if (node.type === 'try_statement' && part(node, 'body') !== null) {
      for (const child of node.children) if (child.field !== 'body' || !isComparison(child.children.at(-1))) visit(child);
      return;
    }
    if (node.type === 'expression_statement' && isUnheard(source, node.children[0]!)) found.push(source.span(node.children[0]!));
    if (node.type === 'assert_statement' && node.children[0]?.type === 'tuple' && node.children[0].children.length > 1) found.push(source.span(node));
    for (const child of node.children) visit(child);
  };
  visit(test);
  return found;
}

/** The value of the last call, when the test then ends or prints it: it was computed for a person to look at. */
export function unreadResult(source: Source, test: Node): TestFact['unread'] {
  const body = part(test, 'body');
  const last = body === null ? undefined : lastDoing(source, body);
  const assignment = last?.type === 'expression_statement' ? last.children[0] : undefined;
  if (assignment?.type !== 'assignment') return undefined;
  const name = part(assignment, 'left');
  const value = part(assignment, 'right');
  if (name?.type !== 'identifier' || value === null || unwrap(value, true).type !== 'call') return undefined;
  const text = source.textOf(name);
  if (text.startsWith('_') || PREPARES.test(calleeName(source, functionOf(unwrap(value, true))).text)) return undefined;
  const isShared = some(test, (each) => /^(global|nonlocal)_statement$/.test(each.type));
  // `log.info("x")` prints, unless `log` is what the test is about.
  if (some(body!, (each) => outputOf(source, each)?.startsWith(`${text}.`) === true)) return undefined;
  return isShared ? undefined : { name: text };
}

/** The last statement that does not print. */
function lastDoing(source: Source, body: Node): Node | undefined {
  const last = body.children.findLast((each) => !isOutput(source, each));
  const inner = last?.type === 'with_statement' && !expectsFailure(source, last) ? part(last, 'body') : null;
  return inner === null ? last : lastDoing(source, inner);
}

function isOutput(source: Source, statement: Node): boolean {
  return statement.type === 'pass_statement' || outputOf(source, statement) !== undefined;
}

/** @returns what a statement prints with; undefined for one that does not print */
function outputOf(source: Source, statement: Node): string | undefined {
  const call = statement.type === 'expression_statement' ? statement.children[0] : undefined;
  if (call?.type !== 'call') return undefined;
  const { text } = calleeName(source, functionOf(call));
  return PRINTS.test(text) ? text : undefined;
}

function isUnheard(source: Source, node: Node): boolean {
  // `mock.assert_not_called() == 1`: what it compares is beside the point, for the call fails by itself.
  if (isComparison(node)) return !some(node, (each) => each.type === 'call' && CHECKS.test(calleeName(source, functionOf(each)).text));
  if (node.type !== 'call') return false;
  const callee = calleeName(source, functionOf(node)).text;
  return ANSWERS.test(callee) || MADE.test(callee);
}

function isComparison(node: Node | undefined): boolean {
  const inner = node?.type === 'expression_statement' ? node.children[0] : node;
  return inner !== undefined && unwrap(inner).type === 'comparison_operator';
}

function expectsFailure(source: Source, statement: Node): boolean {
  return some(statement, (each) => each.type === 'call' && EXPECTS.test(calleeName(source, functionOf(each)).text), (each) => each.field !== 'body');
}

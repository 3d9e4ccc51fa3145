/** Assertions that hold no matter what the code under test does. */
import { argumentsOf, calleeName, functionOf } from '../names.ts';
import { isPlainString } from '../strings.ts';
import { some, unwrap, type Node, type Source } from '../syntax.ts';

/** An assertion that is true over literals alone, or that compares something with itself. */
export function isTautology(source: Source, node: Node): boolean {
  if (node.type === 'assert_statement') return node.children[0] !== undefined && holds(source, node.children[0]);
  if (node.type !== 'call') return false;
  const matcher = /^self\.assert(\w+)$/.exec(calleeName(source, functionOf(node)).text)?.[1];
  const [first, second] = argumentsOf(source, node).positional;
  if (matcher === undefined || first === undefined) return false;
  if (matcher === 'True') return holds(source, first);
  if (matcher === 'False') return /^(false|none)$/.test(unwrap(first).type);
  if (matcher === 'IsNone') return unwrap(first).type === 'none';
  return /^(Equal|Equals|Is|ListEqual|DictEqual|TupleEqual|SetEqual|AlmostEqual)$/.test(matcher) && second !== undefined && isSame(source, first, second);
}

/** About literals alone: `assert True`, and not the tuple of `assert (x == 1, 'message')`. */
export function isAboutLiterals(node: Node): boolean {
  return node.children[0]?.type !== 'tuple';
}

/** A message behind what is compared: `assert True, "no logic yet"`. */
export function givesReason(source: Source, node: Node): boolean {
  const isText = (each: Node | undefined): boolean => each?.type === 'string' && each.end - each.start > 2;
  if (node.type === 'assert_statement') return isText(node.children[1]);
  const { positional, keywords } = argumentsOf(source, node);
  const compared = /(True|False|IsNone)$/.test(calleeName(source, functionOf(node)).text) ? 1 : 2;
  return isText(positional[compared]) || keywords.some(({ name }) => name === 'msg');
}

function holds(source: Source, node: Node): boolean {
  // `assert (x == 1, 'message')` is a non-empty tuple, which is always true.
  if (node.type === 'tuple') return node.children.length > 0;
  const inner = unwrap(node);
  switch (inner.type) {
    case 'true': return true;
    case 'integer': case 'float': return Number(source.textOf(inner)) !== 0;
    case 'string': return isPlainString(inner) && inner.end - inner.start > 2;
    case 'comparison_operator': {
      const [left, right] = inner.children;
      return inner.children.length === 2 && /^(==|is|<=|>=)$/.test(inner.tokens[0] ?? '') && isSame(source, left!, right!);
    }
    default: return false;
  }
}

/** The same literal, or the same name; a call may return another value each time. */
function isSame(source: Source, a: Node, b: Node): boolean {
  const [left, right] = [unwrap(a), unwrap(b)];
  if (source.textOf(left) !== source.textOf(right) || some(left, (node) => node.type === 'call')) return false;
  return /^(integer|float|string|true|false|none)$/.test(left.type) && isConstant(left);
}

function isConstant(node: Node): boolean {
  return node.type !== 'string' || isPlainString(node);
}

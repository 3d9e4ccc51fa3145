/** Conditions that always have the same result, whatever the values in them are; ruff finds the other kinds. */
import type { FixedConditionFact } from '../../../facts/file-facts.ts';
import { isPlainString } from '../strings.ts';
import { unwrap, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface ConditionCollector extends Collector {
  conditions: FixedConditionFact[];
}

const TESTS = new Set(['if_statement', 'elif_clause', 'while_statement', 'conditional_expression', 'assert_statement', 'if_clause']);

/** Records `kind == 'a' or 'b'` in a test: the second text is always true. */
export function conditionCollector(source: Source): ConditionCollector {
  const conditions: FixedConditionFact[] = [];
  return {
    conditions,
    on: {
      boolean_operator: (node) => {
        const [left, right] = node.children;
        if (node.tokens[0] !== 'or' || left === undefined || right === undefined || !isTextual(source, unwrap(right)) || !isTested(node)) return;
        if (startsWithComparison(unwrap(left))) conditions.push({ kind: 'always-true-part', text: source.shorten(node), span: source.span(node) });
      },
    },
  };
}

function isTextual(source: Source, node: Node): boolean {
  if (node.type === 'string') return isPlainString(node) && node.end - node.start > 2;
  return /^(integer|float)$/.test(node.type) && Number(source.textOf(node)) !== 0;
}

function startsWithComparison(left: Node): boolean {
  let first = left;
  while (first.type === 'boolean_operator' && first.tokens[0] === 'or') {
    if (first.children[0] === undefined) return false;
    first = unwrap(first.children[0]);
  }
  return first.type === 'comparison_operator' && /^(==|!=)$/.test(first.tokens[0] ?? '');
}

/** Decides about a branch. */
function isTested(node: Node): boolean {
  let inner = node;
  while (inner.parent !== inner && (inner.parent.type === 'parenthesized_expression'
    || (inner.parent.type === 'boolean_operator' && inner.parent.children[0] === inner))) inner = inner.parent;
  const { parent } = inner;
  if (parent === undefined || !TESTS.has(parent.type)) return false;
  if (parent.type === 'conditional_expression') return parent.children[1] === inner;
  return parent.type === 'assert_statement' ? parent.children[0] === inner : parent.type === 'if_clause' || inner.field === 'condition';
}

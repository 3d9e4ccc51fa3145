/** Code that is tried to see whether it fails. */
import { around, isFunction, type Node, type Source } from './syntax.ts';

/** Blocks that wait for an error or a warning. */
const EXPECTS = /\b(raises|warns|assertWarns\w*|assertRaises\w*|assertLogs|deprecated_call|catch_warnings|suppress)\b/;

/**
 * @param node a statement or expression
 * @param errors names of errors for which the code may provide
 * @returns whether it stands in a block that waits for an error, or in a `try` that catches one of these or any
 */
export function isProbe(source: Source, node: Node, errors: RegExp): boolean {
  const block = around(node, (each) => isFunction(each) || (each.type === 'try_statement' && catches(source, each, errors))
    || (each.type === 'with_statement' && isExpecting(source, each)));
  return block !== null && !isFunction(block);
}

/** @returns whether a `with` waits for an error or a warning */
export function isExpecting(source: Source, block: Node): boolean {
  return EXPECTS.test(source.shorten(block, 200));
}

function catches(source: Source, block: Node, errors: RegExp): boolean {
  return block.children.some((clause) => {
    if (clause.type !== 'except_clause') return false;
    const [what] = clause.children;
    return what === undefined || what.type === 'block' || errors.test(source.shorten(what, 200));
  });
}

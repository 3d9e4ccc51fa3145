/** Handlers in tests that are certain to run, or that examine the error while it is being handled. */
import { calleeName, functionOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { bodyOf, isFunction, part, some, type Node, type Source } from '../syntax.ts';

/** How many functions of the same file are followed. */
const MAX_STEPS = 3;
/** Evaluated later, or only under a condition. */
const NOT_SURELY = /^(lambda|conditional_expression|boolean_operator|list_comprehension|set_comprehension|dictionary_comprehension|generator_expression)$/;
/** Reads the error being handled, which does not exist outside the handler. */
const READS_CURRENT = /(^|\.)(exc_info|print_exc(eption)?|format_exc(eption)?|print_exception|Traceback)$|^traceback\.\w+$|^\w*log\w*\.exception$/i;

/**
 * @param source of the file
 * @param scopes of it
 * @param handler an `except` clause
 * @returns whether its checks are certain to run, or could not be anywhere else
 */
export function mustBeInHandler(source: Source, scopes: Scopes, handler: Node): boolean {
  const guarded = part(handler.parent, 'body');
  if (guarded !== null && surelyRaises(guarded.children, 0)) return true;
  return some(handler, (each) => each.type === 'call' && READS_CURRENT.test(calleeName(source, functionOf(each)).text))
    || some(handler, (each) => each.type === 'attribute' && source.textOf(part(each, 'attribute') ?? each) === '__traceback__');

  function surelyRaises(statements: readonly Node[], steps: number): boolean {
    for (const statement of statements) {
      if (raises(statement, steps)) return true;
      if (statement.type === 'return_statement') return false;
    }
    return false;
  }

  function raises(statement: Node, steps: number): boolean {
    switch (statement.type) {
      case 'raise_statement': return true;
      case 'with_statement': return surelyRaises(part(statement, 'body')?.children ?? [], steps);
      case 'expression_statement': case 'return_statement': return some(statement, (each) => fails(each, steps), isEvaluated);
      default: return false;
    }
  }

  /** `1 / 0`, and calls of functions that always raise. */
  function fails(node: Node, steps: number): boolean {
    if (node.type === 'binary_operator') return /^(\/|\/\/|%)$/.test(node.tokens[0] ?? '') && /^0+(\.0*)?$/.test(source.textOf(part(node, 'right') ?? node));
    if (node.type !== 'call' || steps >= MAX_STEPS) return false;
    const { root, path } = calleeName(source, functionOf(node));
    const declared = root === null || path.length > 0 ? null : scopes.lookup(source.textOf(root), root);
    return declared?.kind === 'function' && surelyRaises(bodyOf(declared.node), steps + 1);
  }
}

function isEvaluated(node: Node): boolean {
  return !isFunction(node) && !NOT_SURELY.test(node.type);
}

/** Throws a caught error again, as the cause of one that says what failed. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts } from '../syntax.ts';
import { editHandler } from './handler-edit.ts';

/** Throws a dropped error again, as the cause of a new one. */
export const rethrow: FixProvider = (request, context) => editHandler(request, context, ({ style, node, body, words, error }) => {
  const block = body ?? (ts.isCatchClause(node) ? node.block : null);
  const last = block && ts.isBlock(block) ? block.statements.at(-1) : undefined;
  // A statement that left the handler would be unreachable after the `throw`; other statements stay before it.
  const leaves = last !== undefined && (ts.isReturnStatement(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last));
  if (last !== undefined && !leaves) return null;
  return {
    statement: `throw new Error(${style.quote}${words}${style.quote}, { cause: ${error} })`,
    replacesLast: leaves || (block !== null && !ts.isBlock(block)),
  };
});

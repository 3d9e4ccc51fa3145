/** Throws a caught error again, as the cause of one that says what failed. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts } from '../syntax.ts';
import { editHandler } from './handler-edit.ts';

/** Throws a dropped error again, with it as the cause. */
export const rethrow: FixProvider = (request, context) => editHandler(request, context, ({ style, node, body, words, error }) => {
  const block = body ?? (ts.isCatchClause(node) ? node.block : null);
  const last = block && ts.isBlock(block) ? block.statements.at(-1) : undefined;
  // What left the handler before would never be reached after a `throw`; what does more stays in front of it.
  const leaves = last !== undefined && (ts.isReturnStatement(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last));
  if (last !== undefined && !leaves) return null;
  return { statement: `throw new Error(${style.quote}${words}${style.quote}, { cause: ${error} })`, replacesLast: leaves || (block !== null && !ts.isBlock(block)) };
});

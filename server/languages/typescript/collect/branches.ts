/** Code that runs under a condition. */
import type { BranchFact } from '../../../facts/file-facts.ts';
import { ts, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface BranchCollector extends Collector {
  branches: BranchFact[];
}

/** Records what depends on the condition of `if`, `c ? x : y` and `c && x`. */
export function branchCollector(source: Source): BranchCollector {
  const branches: BranchFact[] = [];
  const add = (node: ts.Node | undefined, condition: ts.Expression, otherwise = false): void => {
    if (node) branches.push({ span: source.span(node), condition: source.shorten(condition), ...(otherwise ? { otherwise: true as const } : {}) });
  };
  return {
    branches,
    on: {
      [ts.SyntaxKind.IfStatement]: (node: ts.IfStatement) => {
        add(node.thenStatement, node.expression);
        add(node.elseStatement, node.expression, true);
      },
      [ts.SyntaxKind.ConditionalExpression]: (node: ts.ConditionalExpression) => {
        add(node.whenTrue, node.condition);
        add(node.whenFalse, node.condition, true);
      },
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression) => {
        if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) add(node.right, node.left);
      },
    },
  };
}

/** Code that runs under a condition. */
import type { BranchFact } from '../../../facts/file-facts.ts';
import { part, parts, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface BranchCollector extends Collector {
  branches: BranchFact[];
}

/** Conditions of one chain that a later branch is recorded with: with all of them, a long chain would cost the square of its length. */
const MOST_FAILED = 30;

/** Records what depends on the condition of `if`, `x if c else y` and `c and x`. */
export function branchCollector(source: Source): BranchCollector {
  const branches: BranchFact[] = [];
  const add = (node: Node | null | undefined, condition: Node | null | undefined, otherwise = false): void => {
    if (node && condition) branches.push({ span: source.span(node), condition: source.shorten(condition), ...(otherwise ? { otherwise: true as const } : {}) });
  };
  return {
    branches,
    on: {
      if_statement: (node) => {
        add(part(node, 'consequence'), part(node, 'condition'));
        // Each further branch runs only when all conditions before it failed.
        const failed = [part(node, 'condition')];
        for (const next of parts(node, 'alternative')) {
          for (const condition of failed) add(next, condition, true);
          add(part(next, 'consequence'), part(next, 'condition'));
          if (failed.length < MOST_FAILED) failed.push(part(next, 'condition'));
        }
      },
      conditional_expression: ({ children: [then, condition, otherwise] }) => {
        add(then, condition);
        add(otherwise, condition, true);
      },
      boolean_operator: (node) => { if (node.tokens[0] === 'and') add(node.children[1], node.children[0]); },
    },
  };
}

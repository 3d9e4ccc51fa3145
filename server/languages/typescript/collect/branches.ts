/** Code that runs under a condition. */
import type { BranchFact } from '../../../facts/file-facts.ts';
import { ts, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface BranchCollector extends Collector {
  branches: BranchFact[];
}

/** Rules ask only about the few places that they are about to report, so nothing is read before. */
class BranchOnDemand implements BranchFact {
  otherwise?: true;
  readonly #source: Source;
  readonly #node: ts.Node;
  readonly #condition: ts.Expression;
  #span: BranchFact['span'] | null = null;
  #text: string | null = null;

  constructor(source: Source, node: ts.Node, condition: ts.Expression, otherwise: boolean) {
    this.#source = source;
    this.#node = node;
    this.#condition = condition;
    if (otherwise) this.otherwise = true;
  }

  get span(): BranchFact['span'] {
    return (this.#span ??= this.#source.span(this.#node));
  }

  get condition(): string {
    return (this.#text ??= this.#source.shorten(this.#condition));
  }
}

/** Records what depends on the condition of `if`, `c ? x : y` and `c && x`, and what runs in one case of a `switch` alone. */
export function branchCollector(source: Source): BranchCollector {
  const branches: BranchFact[] = [];
  const add = (node: ts.Node | undefined, condition: ts.Expression, otherwise = false): void => {
    if (node) branches.push(new BranchOnDemand(source, node, condition, otherwise));
  };
  const addCases = ({ clauses, parent }: ts.CaseBlock): void => {
    let before: ts.CaseOrDefaultClause | undefined;
    for (const clause of clauses) {
      const isReachedAlone = before === undefined || leaves(before.statements.at(-1));
      before = clause;
      const [first, last] = [clause.statements[0], clause.statements.at(-1)];
      if (!ts.isCaseClause(clause) || !isReachedAlone || first === undefined || last === undefined) continue;
      const condition = `${source.shorten(parent.expression)} === ${source.shorten(clause.expression)}`;
      const [startLine, startColumn] = source.span(first);
      const [, , endLine, endColumn] = source.span(last);
      branches.push({ span: [startLine, startColumn, endLine, endColumn], condition });
    }
  };
  return {
    branches,
    on: {
      [ts.SyntaxKind.CaseBlock]: addCases,
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

/** The next case is not reached after this statement. */
function leaves(statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (ts.isBlock(statement)) return leaves(statement.statements.at(-1));
  return ts.isBreakStatement(statement) || ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement);
}

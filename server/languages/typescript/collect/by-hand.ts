/** Loops that sort a list by swapping its elements, where one call would be enough. */
import type { LoopFact } from '../../../facts/file-facts.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

/** Records it on the loop that contains it. */
export function byHandCollector(source: Source, loops: readonly LoopFact[]): Collector {
  return {
    on: {
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression, at: Place) => {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || at.loop === -1 || loops[at.loop]!.parent === -1) return;
        const exchanged = exchangedInOne(node) ?? exchangedByThird(node);
        if (exchanged === null) return;
        const compared = conditionAbove(node);
        if (exchanged.every((each) => compared.includes(plain(each))))
          (loops[at.loop]!.byHand ??= []).push({ what: 'sort', name: source.shorten(exchanged[0].expression, 60), span: source.span(node) });
      },
    },
  };

  function plain(node: ts.Node): string {
    // `!` only satisfies the compiler.
    return node.getText(source.file).replace(/\s+|!(?!=)/g, '');
  }

  /** `[a[i], a[j]] = [a[j], a[i]]` */
  function exchangedInOne({ left, right }: ts.BinaryExpression): Exchanged | null {
    if (!ts.isArrayLiteralExpression(left) || !ts.isArrayLiteralExpression(right) || left.elements.length !== 2 || right.elements.length !== 2) return null;
    const [a, b] = left.elements;
    return a !== undefined && b !== undefined && plain(a) === plain(right.elements[1]!) && plain(b) === plain(right.elements[0]!) ? ofOneList(a, b) : null;
  }

  /** `a[i] = a[j]` between `const kept = a[i]` and `a[j] = kept` */
  function exchangedByThird(node: ts.BinaryExpression): Exchanged | null {
    const statement = node.parent;
    if (!ts.isExpressionStatement(statement) || !ts.isBlock(statement.parent)) return null;
    const { statements } = statement.parent;
    const at = statements.indexOf(statement);
    const [before, after] = [statements[at - 1], statements[at + 1]];
    if (before === undefined || after === undefined || !ts.isVariableStatement(before) || !ts.isExpressionStatement(after)
      || !ts.isBinaryExpression(after.expression)) return null;
    const [kept] = before.declarationList.declarations;
    const back = after.expression;
    const closes = kept?.initializer !== undefined && plain(kept.initializer) === plain(node.left) && plain(back.left) === plain(node.right)
      && plain(back.right) === plain(kept.name);
    return closes ? ofOneList(node.left, node.right) : null;
  }

  function ofOneList(left: ts.Expression, right: ts.Expression): Exchanged | null {
    const [a, b] = [unwrap(left), unwrap(right)];
    return ts.isElementAccessExpression(a) && ts.isElementAccessExpression(b) && plain(a.expression) === plain(b.expression) && plain(a) !== plain(b)
      ? [a, b]
      : null;
  }

  /** Text of an ordering comparison in the `if` right above, or an empty string. */
  function conditionAbove(node: ts.Node): string {
    let current = node.parent;
    while (!ts.isIfStatement(current) && !ts.isIterationStatement(current, false) && !ts.isFunctionLike(current) && !ts.isSourceFile(current))
      current = current.parent;
    if (!ts.isIfStatement(current)) return '';
    const text = plain(current.expression);
    return /[<>]/.test(text) ? text : '';
  }
}

type Exchanged = [ts.ElementAccessExpression, ts.ElementAccessExpression];

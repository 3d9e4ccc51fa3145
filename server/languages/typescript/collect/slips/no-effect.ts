/** Statements that leave everything as it was: comparisons, texts that nobody takes, methods that are named and not called. */
import { calleeName } from '../../names.ts';
import { ts, type Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import { isTried, isUnheard } from '../unheard.ts';
import type { AddSlip } from './slips.ts';

/** Only texts have these, and they change nothing. */
const OF_TEXT = /^(trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|padStart|padEnd)$/;
/** Methods without arguments whose call is all that is wanted of them. */
const DONE = /^(close|destroy|preventDefault|stopPropagation|focus|blur|submit|reload|save|commit|rollback|disconnect|abort|unsubscribe|play|pause|click)$/;

/** Records statements whose result nobody takes, and which do nothing else. */
export function noEffect(source: Source, add: AddSlip): Collector {
  return {
    on: {
      [ts.SyntaxKind.ExpressionStatement]: (statement: ts.ExpressionStatement) => {
        const { expression } = statement;
        if (ts.isBinaryExpression(expression) && isUnheard(expression)) add('comparison', expression);
        else if (ts.isPropertyAccessExpression(expression) && isUncalled(expression) && !isTried(statement)) add('uncalled', expression);
        else if (ts.isCallExpression(expression) && isDroppedText(expression) && !isTried(statement)) add('text-method', expression);
      },
    },
  };

  /** `stream.close;`, `expect(sum).toBeTruthy;` */
  function isUncalled(node: ts.PropertyAccessExpression): boolean {
    if (/^to[A-Z]\w+$/.test(node.name.text)) return /^expect\(\)(\.(not|resolves|rejects))*\.to[A-Z]\w+$/.test(calleeName(source, node).text);
    return DONE.test(node.name.text);
  }

  function isDroppedText({ expression: callee, arguments: given }: ts.CallExpression): boolean {
    // `this.trim()`: a class may have its own.
    if (!ts.isPropertyAccessExpression(callee) || callee.expression.kind === ts.SyntaxKind.ThisKeyword) return false;
    if (/^replace(All)?$/.test(callee.name.text)) return given.length === 2 && ts.isRegularExpressionLiteral(given[0]!) && !ts.isFunctionLike(given[1]!);
    return OF_TEXT.test(callee.name.text) && given.length < 3;
  }
}

/** `throw new Error('unknown key ${key}')`: a text that names variables as a template does, between plain quotes. */
import { calleeName } from '../../names.ts';
import type { Scopes } from '../../scopes.ts';
import { ts, type Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** Calls that say what they are given, or send it somewhere. */
const TAKES = new RegExp(
  String.raw`^(console\.\w+|(\w+\.)*(log|logger|_logger|log4js)\.(trace|debug|info|log|warn|error|fatal)|alert|confirm|fetch|axios(\.\w+)?|`
  + String.raw`(\w+\.)?(http|https|api|client|request)\.(get|post|put|patch|delete)|toast(\.\w+)?)$`,
);
const PLACEHOLDER = /\$\{\s*(this|[A-Za-z_$][\w$]*)(?:\??\.[A-Za-z_$][\w$]*|\[\w+\])*\s*\}/g;

/** Records texts that are thrown, printed, logged, requested or put into an attribute, with braces around variables of the file. */
export function plainBraces(source: Source, scopes: Scopes, add: AddSlip): Collector {
  return {
    on: {
      [ts.SyntaxKind.StringLiteral]: (node: ts.StringLiteral) => {
        if (!node.text.includes('${') || !isTaken(node)) return;
        const placeholder = placeholderIn(node);
        if (placeholder !== null) add('plain-braces', node, placeholder);
      },
    },
  };

  /** The first placeholder, if each of them begins with something that the file declares. */
  function placeholderIn(node: ts.StringLiteral): string | null {
    const found = [...node.text.matchAll(PLACEHOLDER)];
    if (found.length === 0 || found.length < node.text.split('${').length - 1) return null;
    return found.every(([, name]) => name === 'this' || scopes.lookup(name!, node) !== null) ? found[0]![0] : null;
  }

  function isTaken(node: ts.StringLiteral): boolean {
    if (ts.isJsxAttribute(node.parent)) return true;
    let inner: ts.Node = node;
    while (ts.isParenthesizedExpression(inner.parent)
      || (ts.isBinaryExpression(inner.parent) && inner.parent.operatorToken.kind === ts.SyntaxKind.PlusToken)) inner = inner.parent;
    const { parent } = inner;
    if (ts.isThrowStatement(parent)) return true;
    if (ts.isNewExpression(parent)) return parent.arguments?.[0] === inner && /(Error|Exception)$/.test(calleeName(source, parent.expression).text);
    // A logger may fill the text from what stands behind it.
    return ts.isCallExpression(parent) && parent.arguments[0] === inner && TAKES.test(calleeName(source, parent.expression).text)
      && !(/log/i.test(parent.expression.getText()) && parent.arguments.some(ts.isObjectLiteralExpression));
  }
}

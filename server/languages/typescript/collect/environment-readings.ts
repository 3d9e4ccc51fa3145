/** Environment variables that are read with a default: `process.env.HOST ?? 'localhost'`. */
import type { SettingReading } from '../../kit/setting-facts.ts';
import type { Scopes } from '../scopes.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

export interface EnvironmentCollector extends Collector {
  readings: SettingReading[];
}

/** @param source the file @param scopes resolves names */
export function environmentCollector(source: Source, scopes: Scopes): EnvironmentCollector {
  const readings: SettingReading[] = [];
  return {
    readings,
    on: {
      // This runs for every sum and comparison, so the cheapest test comes first.
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression, at: Place) => {
        const operator = node.operatorToken.kind;
        if (at.function === -1 || (operator !== ts.SyntaxKind.QuestionQuestionToken && operator !== ts.SyntaxKind.BarBarToken)) return;
        const { right } = node;
        if ((!ts.isStringLiteralLike(right) && !ts.isNumericLiteral(right)) || right.text === '') return;
        const name = variableOf(unwrap(node.left), scopes);
        if (name !== null) readings.push({ name, default: right.text, function: at.function, span: source.span(node) });
      },
    },
  };
}

/** `HOST` for `process.env.HOST` and `process.env['HOST']`. */
function variableOf(node: ts.Expression, scopes: Scopes): string | null {
  if (ts.isPropertyAccessExpression(node)) return isEnvironment(node.expression, scopes) ? node.name.text : null;
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteralLike(node.argumentExpression)) return null;
  return isEnvironment(node.expression, scopes) ? node.argumentExpression.text : null;
}

function isEnvironment(node: ts.Expression, scopes: Scopes): boolean {
  const inner = unwrap(node);
  if (ts.isIdentifier(inner)) {
    if (inner.text !== 'env') return false;
    const declared = scopes.lookup('env', inner);
    return declared?.kind === 'import' && declared.imported === 'env' && /^(node:)?process$/.test(declared.specifier);
  }
  if (!ts.isPropertyAccessExpression(inner) || inner.name.text !== 'env') return false;
  const owner = inner.expression;
  return ts.isMetaProperty(owner) || (ts.isIdentifier(owner) && owner.text === 'process');
}

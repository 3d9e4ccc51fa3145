/** Regular expressions that repeat a group, and the text that each is held against. */
import type { PatternFact } from '../../../facts/file-facts.ts';
import { ts, nameText, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';

/** All others take no exponential time. */
const REPEATS_GROUP = /\)(?:[*+]|\{\d+,\})/;
const TAKES_PATTERN = /^(match|matchAll|replace|replaceAll|search|split)$/;

export interface PatternCollector extends Collector {
  patterns: PatternFact[];
}

/** Records literals; what `RegExp` is given is an argument of a call. */
export function patternCollector(source: Source, values: Values): PatternCollector {
  const patterns: PatternFact[] = [];
  const subjectOf = (node: ts.Node): ts.Expression | null => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && /^(test|exec)$/.test(parent.name.text))
      return parent.parent.arguments[0] ?? null;
    return ts.isCallExpression(parent) && parent.arguments[0] === node && ts.isPropertyAccessExpression(parent.expression)
      && TAKES_PATTERN.test(parent.expression.name.text) ? parent.expression.expression : null;
  };
  return {
    patterns,
    on: {
      [ts.SyntaxKind.RegularExpressionLiteral]: (node: ts.RegularExpressionLiteral, at: Place) => {
        if (!REPEATS_GROUP.test(node.text)) return;
        const end = node.text.lastIndexOf('/');
        const subject = subjectOf(node);
        const { parent } = node;
        const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
        const name = isNamed ? nameText(source, parent.name) : '';
        patterns.push({
          source: node.text.slice(1, end), flags: node.text.slice(end + 1), span: source.span(node), function: at.function, name,
          subject: subject === null ? null : values.describe(subject),
        });
      },
    },
  };
}

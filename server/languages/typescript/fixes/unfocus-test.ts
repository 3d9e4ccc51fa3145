/** Removes the mark that makes a test run alone: `it.only` becomes `it`, `fit` becomes `it`. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts } from '../syntax.ts';
import { nodeAround, offsetAt, openSource } from './style.ts';

export const unfocusTest: FixProvider = ({ path, span }, context) => {
  const source = openSource(path, context);
  if (source === null) return null;
  const from = offsetAt(source, span[0], span[1]);
  const to = offsetAt(source, span[2], span[3]);
  const callee = nodeAround(source, from, to, (node): node is ts.Expression => ts.isPropertyAccessExpression(node) || ts.isIdentifier(node));
  for (let node = callee; node !== undefined; node = ts.isPropertyAccessExpression(node) ? node.expression : undefined) {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'only')
      return [{ path, edits: [{ span: source.spanBetween(node.expression.end, node.end), text: '' }] }];
    if (ts.isIdentifier(node) && /^f(it|describe)$/.test(node.text))
      return [{ path, edits: [{ span: source.spanBetween(node.getStart(source.file), node.getStart(source.file) + 1), text: '' }] }];
  }
  return null;
};

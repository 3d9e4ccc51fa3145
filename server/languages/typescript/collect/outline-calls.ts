/** What calls the functions that a function is handed, before it returns. */
import { CALLS_AT_ONCE, type NeedSet } from '../../kit/needs.ts';
import { ts, isFunctionNode, type FunctionNode } from '../syntax.ts';
import { bindingNames } from './exports.ts';

/** @param node a function @param needs gets `!`, or the names that what it is handed is passed on to @param bound names at the top level */
export function noteCalls(node: FunctionNode, needs: NeedSet, bound: ReadonlySet<string>): void {
  const params = new Set(node.parameters.flatMap((each) => bindingNames(each.name).map((name) => name.text)));
  if (params.size === 0 || node.body === undefined) return;
  const root = (each: ts.Node): string => (ts.isIdentifier(each) ? each.text : ts.isPropertyAccessExpression(each) ? root(each.expression) : '');
  const visit = (each: ts.Node): void => {
    if (isFunctionNode(each)) return;
    if (ts.isCallExpression(each) || ts.isNewExpression(each)) {
      const callee = root(each.expression);
      if (params.has(callee)) needs.calls.add('!');
      else if ((each.arguments ?? []).some((argument) => params.has(root(ts.isSpreadElement(argument) ? argument.expression : argument))))
        passOn(each.expression, callee);
    }
    ts.forEachChild(each, visit);
  };
  const passOn = (callee: ts.Expression, name: string): void => {
    const last = ts.isPropertyAccessExpression(callee) ? callee.name.text : name;
    if (bound.has(name)) needs.calls.add(ts.isIdentifier(callee) ? name : '!');
    else if (CALLS_AT_ONCE.has(last)) needs.calls.add('!');
  };
  visit(node.body);
}

/** Functions in a piece of code, and whether it calls any. */
import { ts, isFunctionNode, type FunctionNode } from '../syntax.ts';

/** Nothing is called when it is worked out. */
export function isInert(node: ts.Node): boolean {
  if (isFunctionNode(node) || ts.isTypeNode(node)) return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isAwaitExpression(node)
    || ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isClassExpression(node)) return false;
  return !ts.forEachChild(node, (child) => (isInert(child) ? undefined : true));
}

/** Bodies of functions, the outermost ones. */
export function bodiesOf(node: ts.Node): ts.Node[] {
  const bodies: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    if (isFunctionNode(each) && each.body !== undefined) bodies.push(each.body);
    else ts.forEachChild(each, visit);
  };
  visit(node);
  return bodies;
}

/** The outermost functions in it. */
export function outerFunctions(node: ts.Node): FunctionNode[] {
  return bodiesOf(node).map((body) => body.parent as FunctionNode);
}

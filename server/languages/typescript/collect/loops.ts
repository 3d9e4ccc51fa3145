/** Loops, and awaits with whether their order matters. */
import type { AwaitFact, LoopFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, type FunctionNode, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames } from './exports.ts';

/** Awaiting these one after another is the point: pauses, streams, cursors, locks, steps of a protocol. */
const SEQUENTIAL_NAME = /^(sleep|delay|wait\w*|pause|timeout|settimeout|setimmediate|tick|nexttick|yield\w*|next|step|advance|acquire|lock|release|drain|write|read|flush|seek|poll|retry|backoff|close|throttle|migrate|up|down|press|type|click|fill|goto)$/i;

export interface LoopCollector extends Collector {
  loops: LoopFact[];
  awaits: AwaitFact[];
  enterLoop(node: ts.Node, at: Place): number;
  enterCallback(call: ts.CallExpression, callback: FunctionNode, functionIndex: number): number;
}

export function loopCollector(source: Source): LoopCollector {
  const loops: LoopFact[] = [];
  const awaits: AwaitFact[] = [];
  const nodes: ts.Node[] = [];
  const ordered = new Map<ts.Node, boolean>();

  const push = (node: ts.Node, fact: LoopFact): number => {
    nodes.push(node);
    loops.push(fact);
    return loops.length - 1;
  };

  return {
    loops,
    awaits,
    enterLoop(node, at) {
      const iterable = ts.isForOfStatement(node) || ts.isForInStatement(node) ? source.shorten(node.expression, 80) : '';
      return push(node, {
        kind: loopKind(node), span: source.span(node), parent: at.loop, function: at.function,
        async: ts.isForOfStatement(node) && node.awaitModifier !== undefined, iterable, variables: loopVariables(node),
      });
    },
    enterCallback(call, callback, functionIndex) {
      const object = ts.isPropertyAccessExpression(call.expression) ? source.shorten(call.expression.expression, 80) : '';
      return push(callback, {
        kind: 'callback', span: source.span(call), parent: -1, function: functionIndex, async: false, iterable: object,
        variables: callback.parameters.flatMap((parameter) => bindingNames(parameter.name).map((name) => name.text)),
      });
    },
    on: {
      [ts.SyntaxKind.AwaitExpression]: (node: ts.AwaitExpression, at: Place) => {
        const loop = at.loop === -1 ? undefined : nodes[at.loop];
        awaits.push({
          span: source.span(node), function: at.function, loop: at.loop, text: source.shorten(node.expression, 80),
          ordered: loop !== undefined && (loopIsOrdered(loop) || awaitIsOrdered(node, loop)),
        });
      },
    },
  };

  /** The loop as a whole must run in order: it polls, pages, retries or may end early. */
  function loopIsOrdered(loop: ts.Node): boolean {
    let found = ordered.get(loop);
    if (found === undefined) {
      found = ts.isWhileStatement(loop) || ts.isDoStatement(loop)
        || (ts.isForStatement(loop) && (loop.condition === undefined || loop.incrementor === undefined))
        || (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined)
        || endsEarly(loop);
      ordered.set(loop, found);
    }
    return found;
  }

  function awaitIsOrdered(node: ts.AwaitExpression, loop: ts.Node): boolean {
    const call = ts.isCallExpression(node.expression) ? node.expression : null;
    if (call === null) return !ts.isNewExpression(node.expression) && ts.isIdentifier(node.expression);
    const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : ts.isIdentifier(call.expression) ? call.expression.text : '';
    if (SEQUENTIAL_NAME.test(name)) return true;
    const carried = carriedVariables(loop);
    return carried.size > 0 && (mentions(node, carried) || assignsTo(node, carried));
  }
}

function loopKind(node: ts.Node): LoopFact['kind'] {
  switch (node.kind) {
    case ts.SyntaxKind.ForOfStatement: return 'for-of';
    case ts.SyntaxKind.ForInStatement: return 'for-in';
    case ts.SyntaxKind.WhileStatement: return 'while';
    case ts.SyntaxKind.DoStatement: return 'do';
    default: return 'for';
  }
}

function loopVariables(node: ts.Node): string[] {
  if (!ts.isForOfStatement(node) && !ts.isForInStatement(node) && !ts.isForStatement(node)) return [];
  const initializer = node.initializer;
  return initializer && ts.isVariableDeclarationList(initializer) ? initializer.declarations.flatMap((each) => bindingNames(each.name).map((name) => name.text)) : [];
}

/** A `break`, `return` or `yield` of this loop, not of a function or loop inside it. */
function endsEarly(loop: ts.Node): boolean {
  const search = (node: ts.Node, breakable: boolean): boolean => {
    if (isFunctionNode(node)) return false;
    if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) return true;
    if (ts.isBreakStatement(node) && (breakable || node.label !== undefined)) return true;
    const ownBreaks = breakable && !ts.isSwitchStatement(node) && !ts.isIterationStatement(node, false);
    return ts.forEachChild(node, (child) => search(child, ownBreaks)) ?? false;
  };
  return ts.forEachChild(loop, (child) => search(child, true)) ?? false;
}

/** Variables declared outside the loop and assigned in it: they carry one turn's result into the next. */
function carriedVariables(loop: ts.Node): ReadonlySet<string> {
  const assigned = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) for (const name of bindingNames(node.name)) declared.add(name.text);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment && ts.isIdentifier(node.left)) assigned.add(node.left.text);
    if ((ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && ts.isIdentifier(node.operand)) assigned.add(node.operand.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(loop, visit);
  for (const name of declared) assigned.delete(name);
  return assigned;
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node) && names.has(node.text)) return true;
  return ts.forEachChild(node, (child) => mentions(child, names)) ?? false;
}

function assignsTo(node: ts.AwaitExpression, names: ReadonlySet<string>): boolean {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.right === node && ts.isIdentifier(parent.left) && names.has(parent.left.text);
}


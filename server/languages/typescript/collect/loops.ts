/** Loops, and awaits with whether their order matters. */
import type { AwaitFact, LoopFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, type FunctionNode, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames } from './exports.ts';

/** These are meant to be awaited one after another: pauses, streams, cursors, locks, steps of a protocol. */
const SEQUENTIAL_NAME = new RegExp(
  String.raw`^(sleep|delay|wait\w*|all|allSettled|race|any|pause|timeout|settimeout|setimmediate|tick|nexttick|yield\w*|next|step|advance|`
  + 'acquire|lock|release|drain|write|read|flush|seek|poll|retry|backoff|close|throttle|migrate|up|down|press|type|click|fill|'
  + 'goto)$',
  'i',
);

export interface LoopCollector extends Collector {
  loops: LoopFact[];
  awaits: AwaitFact[];
  enterLoop(node: ts.Node, at: Place): number;
  enterCallback(call: ts.CallExpression, callback: FunctionNode, functionIndex: number): number;
  /** The loop's node, or the callback. */
  nodeOf(loop: number): ts.Node;
  /** Names that are declared, assigned or added to in a loop: their values differ between iterations. */
  changing(loop: number): ReadonlySet<string>;
}

/** Describes loops, iteration callbacks, and what they await. */
export function loopCollector(source: Source): LoopCollector {
  const loops: LoopFact[] = [];
  const awaits: AwaitFact[] = [];
  const nodes: ts.Node[] = [];
  const ordered = new Map<ts.Node, boolean>();
  const changes = new Map<number, ReadonlySet<string>>();

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
    nodeOf: (loop) => nodes[loop]!,
    changing(loop) {
      let found = changes.get(loop);
      if (found === undefined) {
        const { assigned, declared } = namesIn(nodes[loop]!);
        found = new Set([...assigned, ...declared, ...mutatedIn(nodes[loop]!), ...loops[loop]!.variables]);
        changes.set(loop, found);
      }
      return found;
    },
    on: {
      [ts.SyntaxKind.SpreadElement]: (node: ts.SpreadElement, at: Place) => noteCopy(node, at),
      [ts.SyntaxKind.SpreadAssignment]: (node: ts.SpreadAssignment, at: Place) => noteCopy(node, at),
      [ts.SyntaxKind.AwaitExpression]: (node: ts.AwaitExpression, at: Place) => {
        const loop = at.loop === -1 ? undefined : nodes[at.loop];
        awaits.push({
          span: source.span(node), function: at.function, loop: at.loop, text: source.shorten(node.expression, 80),
          ordered: loop !== undefined && (loopIsOrdered(loop) || awaitIsOrdered(node, loop)),
        });
      },
    },
  };

  /** `all = [...all, x]` in a loop, and a `reduce` that returns `[...all, x]` or `{ ...all, x }`. */
  function noteCopy(node: ts.SpreadElement | ts.SpreadAssignment, at: Place): void {
    const loop = at.loop === -1 ? undefined : nodes[at.loop];
    const literal = node.parent;
    if (loop === undefined || !ts.isIdentifier(node.expression) || !(ts.isArrayLiteralExpression(literal) || ts.isObjectLiteralExpression(literal))) return;
    const { text } = node.expression;
    const size = ts.isArrayLiteralExpression(literal) ? literal.elements.length : literal.properties.length;
    if (size < 2 || !(isFunctionNode(loop)
      ? isAccumulator(loop, text) && isResult(literal, loop)
      : isAssignedBack(literal, text) && !namesIn(loop).declared.has(text))) return;
    (loops[at.loop]!.copies ??= []).push({ name: text, span: source.span(node) });
  }

  /** The loop as a whole must run in order: it polls, pages, retries or may end early. */
  function loopIsOrdered(loop: ts.Node): boolean {
    let found = ordered.get(loop);
    if (found === undefined) {
      found = ts.isWhileStatement(loop) || ts.isDoStatement(loop)
        || (ts.isForStatement(loop) && (loop.condition === undefined || loop.incrementor === undefined))
        || (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined)
        || endsEarly(loop) || pauses(loop);
      ordered.set(loop, found);
    }
    return found;
  }

  function awaitIsOrdered(node: ts.AwaitExpression, loop: ts.Node): boolean {
    const call = ts.isCallExpression(node.expression) ? node.expression : null;
    // Anything but a call was started before: awaiting one after the other costs nothing.
    if (call === null) return !ts.isNewExpression(node.expression);
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
  return initializer && ts.isVariableDeclarationList(initializer)
    ? initializer.declarations.flatMap((each) => bindingNames(each.name).map((name) => name.text))
    : [];
}

/** A `break`, `return` or `yield` of this loop, not of a nested function or loop. */
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

/** Names that a loop or function declares or assigns. */
function namesIn(loop: ts.Node): { assigned: Set<string>; declared: Set<string> } {
  const assigned = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) for (const name of bindingNames(node.name)) declared.add(name.text);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment) {
      if (ts.isIdentifier(node.left)) assigned.add(node.left.text);
      else if (!ts.isPropertyAccessExpression(node.left) && !ts.isElementAccessExpression(node.left)) addTargets(node.left, assigned);
    }
    if ((ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && ts.isIdentifier(node.operand)) assigned.add(node.operand.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(loop, visit);
  return { assigned, declared };
}

/** Names of objects that are written to, or on which a mutating method is called. */
function mutatedIn(loop: ts.Node): Set<string> {
  const mutated = new Set<string>();
  const note = (object: ts.Expression): void => {
    let root = object;
    while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root) || ts.isNonNullExpression(root)) root = root.expression;
    if (ts.isIdentifier(root)) mutated.add(root.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment)
      note(node.left);
    if (ts.isDeleteExpression(node) || ts.isPostfixUnaryExpression(node)) note(ts.isDeleteExpression(node) ? node.expression : node.operand);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
      && /^(push|unshift|pop|shift|splice|sort|reverse|fill|set|add|delete|clear|append|remove|write|insert\w*|assign)$/.test(node.expression.name.text))
      note(node.expression.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(loop, visit);
  return mutated;
}

/** `[a, b] = …` and `({ a, b } = …)`. */
function addTargets(pattern: ts.Node, into: Set<string>): void {
  if (ts.isIdentifier(pattern)) into.add(pattern.text);
  else ts.forEachChild(pattern, (child) => addTargets(child, into));
}

/** Variables declared outside the loop and assigned in it: they carry a result from one iteration to the next. */
function carriedVariables(loop: ts.Node): ReadonlySet<string> {
  const { assigned, declared } = namesIn(loop);
  for (const name of declared) assigned.delete(name);
  return assigned;
}

/** Pauses between its iterations. */
function pauses(loop: ts.Node): boolean {
  const search = (node: ts.Node): boolean => {
    if (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression)) {
      const { expression } = node.expression;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
      if (/^(sleep|delay|pause|wait\w*|timeout|setTimeout|setImmediate|tick|nextTick|backoff|throttle)$/i.test(name)) return true;
    }
    if (ts.isAwaitExpression(node) && ts.isNewExpression(node.expression)) return true;
    return ts.forEachChild(node, search) ?? false;
  };
  return ts.forEachChild(loop, search) ?? false;
}

/** The first parameter of the function passed to `reduce`. */
function isAccumulator(callback: FunctionNode, name: string): boolean {
  const call = callback.parent;
  const first = callback.parameters[0]?.name;
  return first !== undefined && ts.isIdentifier(first) && first.text === name && ts.isCallExpression(call)
    && ts.isPropertyAccessExpression(call.expression) && /^reduce(Right)?$/.test(call.expression.name.text);
}

/** The literal is the return value of the callback. */
function isResult(literal: ts.Expression, callback: FunctionNode): boolean {
  let value: ts.Node = literal;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isConditionalExpression(value.parent)
    || ts.isSatisfiesExpression(value.parent)) value = value.parent;
  return value.parent === callback || ts.isReturnStatement(value.parent);
}

/** The literal replaces the variable it copies. */
function isAssignedBack(literal: ts.Expression, name: string): boolean {
  const parent = literal.parent;
  return ts.isBinaryExpression(parent) && parent.right === literal && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    && ts.isIdentifier(parent.left) && parent.left.text === name;
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node) && names.has(node.text)) return true;
  return ts.forEachChild(node, (child) => mentions(child, names)) ?? false;
}

function assignsTo(node: ts.AwaitExpression, names: ReadonlySet<string>): boolean {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.right === node && ts.isIdentifier(parent.left) && names.has(parent.left.text);
}


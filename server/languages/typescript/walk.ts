/** One walk over the tree; collectors get the nodes they ask for, with their places. */
import type { Place } from '../kit/collected.ts';
import { ts, isFunctionNode, type FunctionNode, type Source } from './syntax.ts';

export type { Place };

export interface Collector {
  /** Called for every node, before its children; for counting and hashing. */
  each?(node: ts.Node, at: Place): void;
  /** Called for nodes of one kind, before their children. */
  on?: Partial<Record<ts.SyntaxKind, (node: never, at: Place) => void>>;
}

/** Assigns indices to functions, classes and loops; called during the walk. */
export interface Structure {
  enterFunction(node: FunctionNode, at: Place): number;
  enterClass(node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, at: Place): number;
  enterLoop(node: ts.Node, at: Place): number;
  /** Functions passed to array iteration methods count as loops of their own. */
  enterCallback(call: ts.CallExpression, callback: FunctionNode, functionIndex: number): number;
}

const ITERATION_METHODS = new Set(['forEach', 'map', 'flatMap', 'filter', 'reduce', 'reduceRight', 'some', 'every', 'find', 'findIndex', 'findLast']);

/** Visits every node of a file once. */
export function walk(source: Source, structure: Structure, collectors: readonly Collector[]): void {
  const byKind: ((node: never, at: Place) => void)[][] = [];
  for (const collector of collectors) {
    for (const [kind, handler] of Object.entries(collector.on ?? {})) {
      (byKind[Number(kind)] ??= []).push(handler as (node: never, at: Place) => void);
    }
  }
  const everywhere = collectors.filter((collector) => collector.each !== undefined);

  const visit = (node: ts.Node, at: Place): void => {
    // By index, as this is run for every node before the engine has optimized it.
    for (let index = 0; index < everywhere.length; index++) everywhere[index]!.each!(node, at);
    const handlers = byKind[node.kind];
    if (handlers !== undefined) for (let index = 0; index < handlers.length; index++) handlers[index]!(node as never, at);
    descend(node, at);
  };

  /** Where the children being visited are: one shared function, instead of a new one for each node. */
  let place: Place = { function: -1, class: -1, loop: -1, depth: 0, guarded: false };
  const visitHere = (child: ts.Node): void => visit(child, place);
  const children = (node: ts.Node, at: Place): void => {
    const outer = place;
    place = at;
    ts.forEachChild(node, visitHere);
    place = outer;
  };

  const descend = (node: ts.Node, at: Place): void => {
    switch (node.kind) {
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression:
      case ts.SyntaxKind.InterfaceDeclaration:
        return children(node, { ...at, class: structure.enterClass(node as ts.ClassDeclaration, at) });
      case ts.SyntaxKind.ForStatement:
      case ts.SyntaxKind.ForOfStatement:
      case ts.SyntaxKind.ForInStatement:
      case ts.SyntaxKind.WhileStatement:
      case ts.SyntaxKind.DoStatement:
        return enterLoop(node, at);
      case ts.SyntaxKind.IfStatement:
        return enterIf(node as ts.IfStatement, at);
      case ts.SyntaxKind.SwitchStatement: {
        const statement = node as ts.SwitchStatement;
        visit(statement.expression, at);
        return visit(statement.caseBlock, { ...at, depth: at.depth + 1 });
      }
      case ts.SyntaxKind.TryStatement: {
        const statement = node as ts.TryStatement;
        visit(statement.tryBlock, statement.catchClause ? { ...at, guarded: true } : at);
        if (statement.catchClause) visit(statement.catchClause, at);
        if (statement.finallyBlock) visit(statement.finallyBlock, at);
        return;
      }
      default:
        if (isFunctionNode(node)) return enterFunction(node, at);
        children(node, at);
    }
  };

  const enterFunction = (node: FunctionNode, at: Place): void => {
    const index = structure.enterFunction(node, at);
    const call = node.parent;
    const iterates = ts.isCallExpression(call) && call.arguments[0] === node && ts.isPropertyAccessExpression(call.expression)
      && ITERATION_METHODS.has(call.expression.name.text);
    const loop = iterates ? structure.enterCallback(call as ts.CallExpression, node, index) : -1;
    children(node, { function: index, class: at.class, loop, depth: 0, guarded: false });
  };

  const enterLoop = (node: ts.Node, at: Place): void => {
    const loop = structure.enterLoop(node, at);
    ts.forEachChild(node, (child) => {
      // What a loop iterates over is evaluated once; everything else, in every iteration.
      const once = (ts.isForOfStatement(node) || ts.isForInStatement(node))
        ? child === node.expression || child === node.initializer
        : ts.isForStatement(node) && child === node.initializer;
      visit(child, once ? at : { ...at, loop, depth: at.depth + 1 });
    });
  };

  const enterIf = (node: ts.IfStatement, at: Place): void => {
    const inner = { ...at, depth: at.depth + 1 };
    visit(node.expression, at);
    visit(node.thenStatement, inner);
    if (node.elseStatement) visit(node.elseStatement, ts.isIfStatement(node.elseStatement) ? at : inner);
  };

  ts.forEachChild(source.file, visitHere);
}

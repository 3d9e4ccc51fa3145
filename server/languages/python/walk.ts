/** One walk over the tree; collectors get the nodes they ask for, with their places. */
import type { Place } from '../kit/collected.ts';
import { isComprehension, part, type Node, type Source } from './syntax.ts';

export type { Place };

export interface Collector {
  /** Called for every node, before its children; for counting and hashing. */
  each?(node: Node, at: Place): void;
  /** Called for nodes of one type, before their children. */
  on?: Readonly<Record<string, (node: Node, at: Place) => void>>;
}

/** Assigns indices to functions, classes and loops; called during the walk. */
export interface Structure {
  enterFunction(node: Node, at: Place): number;
  enterClass(node: Node, at: Place): number;
  /** Statements, and the `for` of a comprehension. */
  enterLoop(node: Node, at: Place): number;
}

/** Visits every node of a file once. */
export function walk(source: Source, structure: Structure, collectors: readonly Collector[]): void {
  const byType = new Map<string, ((node: Node, at: Place) => void)[]>();
  for (const collector of collectors) {
    for (const [type, handler] of Object.entries(collector.on ?? {})) {
      const handlers = byType.get(type);
      if (handlers) handlers.push(handler);
      else byType.set(type, [handler]);
    }
  }
  const everywhere = collectors.filter((collector) => collector.each !== undefined);

  const visit = (node: Node, at: Place): void => {
    for (const collector of everywhere) collector.each!(node, at);
    const handlers = byType.get(node.type);
    if (handlers) for (const handler of handlers) handler(node, at);
    descend(node, at);
  };
  const children = (node: Node, at: Place): void => {
    for (const child of node.children) visit(child, at);
  };

  const descend = (node: Node, at: Place): void => {
    switch (node.type) {
      case 'function_definition': case 'lambda': {
        const inside: Place = { function: structure.enterFunction(node, at), class: at.class, loop: -1, depth: 0, guarded: false };
        return children(node, inside);
      }
      case 'class_definition': {
        const inside = structure.enterClass(node, at);
        for (const child of node.children) visit(child, child.field === 'body' ? { ...at, class: inside } : at);
        return;
      }
      case 'for_statement': case 'while_statement': {
        const inside: Place = { ...at, loop: structure.enterLoop(node, at), depth: at.depth + 1 };
        for (const child of node.children) {
          // What a loop iterates over is evaluated once, and `else` runs after it.
          if (child.field === 'right' || child.field === 'alternative') visit(child, at);
          else visit(child, inside);
        }
        return;
      }
      case 'if_statement': case 'elif_clause': {
        for (const child of node.children) {
          if (child.field === 'consequence') visit(child, { ...at, depth: at.depth + 1 });
          else visit(child, at);
        }
        return;
      }
      case 'else_clause': return children(node, node.parent.type === 'if_statement' ? { ...at, depth: at.depth + 1 } : at);
      case 'match_statement': {
        for (const child of node.children) visit(child, child.field === 'body' ? { ...at, depth: at.depth + 1 } : at);
        return;
      }
      case 'try_statement': {
        const handled = node.children.some((child) => child.type === 'except_clause');
        for (const child of node.children) visit(child, handled && child.field === 'body' ? { ...at, guarded: true } : at);
        return;
      }
      default:
        if (isComprehension(node)) return enterComprehension(node, at);
        children(node, at);
    }
  };

  const enterComprehension = (node: Node, at: Place): void => {
    const inside: Place = { ...at, loop: structure.enterLoop(node, at) };
    const first = node.children.find((child) => child.type === 'for_in_clause');
    for (const child of node.children) {
      if (child !== first) visit(child, inside);
      else for (const inner of child.children) visit(inner, inner === part(child, 'right') ? at : inside);
    }
  };

  const outside: Place = { function: -1, class: -1, loop: -1, depth: 0, guarded: false };
  for (const child of source.root.children) visit(child, outside);
}

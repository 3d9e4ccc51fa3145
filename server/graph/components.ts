/** Strongly connected components by Tarjan's algorithm, without recursion: chains may be 10,000 deep. */

/** A graph over text ids: its nodes and where each leads. */
export interface Digraph {
  nodes: readonly string[];
  next(node: string): readonly string[];
}

/**
 * @param graph every target of `next` must be one of `nodes`
 * @returns all components, also those of one node, used ones before their users; members sorted
 */
export function stronglyConnected(graph: Digraph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const waiting = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];

  const enter = (node: string): Frame => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    waiting.add(node);
    return { node, targets: graph.next(node), at: 0 };
  };

  for (const root of graph.nodes) {
    if (index.has(root)) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = frame.targets[frame.at++];
      if (target === undefined) {
        frames.pop();
        const lowest = low.get(frame.node)!;
        const parent = frames.at(-1);
        if (parent !== undefined) low.set(parent.node, Math.min(low.get(parent.node)!, lowest));
        if (lowest === index.get(frame.node)) components.push(take(stack, waiting, frame.node));
      } else if (!index.has(target)) {
        frames.push(enter(target));
      } else if (waiting.has(target)) {
        low.set(frame.node, Math.min(low.get(frame.node)!, index.get(target)!));
      }
    }
  }
  return components;
}

interface Frame {
  node: string;
  targets: readonly string[];
  at: number;
}

function take(stack: string[], waiting: Set<string>, root: string): string[] {
  const members = stack.splice(stack.lastIndexOf(root));
  for (const member of members) waiting.delete(member);
  return members.sort();
}

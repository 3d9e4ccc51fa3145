/** Strongly connected components by Tarjan's algorithm, without recursion: chains may be 10,000 nodes deep. */

/** A graph over string ids: its nodes and their targets. */
export interface Digraph {
  nodes: readonly string[];
  /** Targets that are not among the nodes are ignored. */
  next(node: string): readonly string[];
}

/** Nodes by number while the algorithm runs: it runs between keystrokes, and maps of strings are slow. */
interface Numbered {
  targets: number[][];
  /** Order of discovery; -1 if not yet visited. */
  index: Int32Array;
  /** Earliest node on the stack that can be reached. */
  low: Int32Array;
  onStack: Uint8Array;
  /** How many targets of a node have been followed. */
  followed: Int32Array;
}

/**
 * @param graph any directed graph
 * @returns all components, including single nodes, used ones before their users; members sorted
 */
export function stronglyConnected(graph: Digraph): string[][] {
  const state = numbered(graph);
  const { targets, index, low, onStack, followed } = state;
  const stack: number[] = [];
  const path: number[] = [];
  const components: string[][] = [];
  let discovered = 0;

  const enter = (node: number): void => {
    index[node] = low[node] = discovered++;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };

  for (let root = 0; root < graph.nodes.length; root++) {
    if (index[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const target = targets[node]![followed[node]!++];
      if (target === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
        if (low[node] === index[node]) components.push(take(stack, onStack, node).map((member) => graph.nodes[member]!).sort());
      } else if (index[target] === -1) {
        enter(target);
      } else if (onStack[target] === 1) {
        low[node] = Math.min(low[node]!, index[target]!);
      }
    }
  }
  return components;
}

function numbered({ nodes, next }: Digraph): Numbered {
  const numbers = new Map(nodes.map((node, at) => [node, at]));
  const size = nodes.length;
  return {
    targets: nodes.map((node) => numbersOf(next(node), numbers)),
    index: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    onStack: new Uint8Array(size),
    followed: new Int32Array(size),
  };
}

function numbersOf(targets: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  const found: number[] = [];
  for (const target of targets) {
    const number = numbers.get(target);
    if (number !== undefined) found.push(number);
  }
  return found;
}

function take(stack: number[], onStack: Uint8Array, root: number): number[] {
  const members: number[] = [];
  for (let member = -1; member !== root; ) {
    member = stack.pop()!;
    onStack[member] = 0;
    members.push(member);
  }
  return members;
}

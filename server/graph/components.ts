/** Strongly connected components by Tarjan's algorithm, without recursion: chains may be 10,000 nodes deep. */

/** A graph over string ids: its nodes and their targets. */
export interface Digraph {
  nodes: readonly string[];
  /** Targets that are not among the nodes are ignored. */
  next(node: string): readonly string[];
}

/** The targets of each node, by number: the algorithm runs between keystrokes, and maps of strings are slow. */
export type NumberedTargets = readonly (readonly number[])[];

/**
 * @param graph any directed graph
 * @returns all components, including single nodes, used ones before their users; members sorted
 */
export function stronglyConnected(graph: Digraph): string[][] {
  return components(numbered(graph)).map((members) => members.map((member) => graph.nodes[member]!).sort());
}

/**
 * @param targets of each node
 * @returns how many nodes lie in a component of more than one
 */
export function nodesInCycles(targets: NumberedTargets): number {
  return components(targets).reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
}

/** The targets of each node of a graph, by the place of the node in its list. */
export function numbered({ nodes, next }: Digraph): number[][] {
  const numbers = new Map(nodes.map((node, at) => [node, at]));
  return nodes.map((node) => numbersOf(next(node), numbers));
}

/** All components, used ones before their users. */
function components(targets: NumberedTargets): number[][] {
  const size = targets.length;
  // Order of discovery, -1 if not yet visited; earliest node on the stack that can be reached; how many targets were followed.
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const followed = new Int32Array(size);
  const stack: number[] = [];
  const path: number[] = [];
  const found: number[][] = [];
  let discovered = 0;

  const enter = (node: number): void => {
    index[node] = low[node] = discovered++;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };

  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const target = targets[node]![followed[node]!++];
      if (target === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
        if (low[node] === index[node]) found.push(take(stack, onStack, node));
      } else if (index[target] === -1) {
        enter(target);
      } else if (onStack[target] === 1) {
        low[node] = Math.min(low[node]!, index[target]!);
      }
    }
  }
  return found;
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

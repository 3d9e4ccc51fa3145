/** Adds branches, nesting and lines of data to the functions that contain them. */
import type { FunctionFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { CodeLines, Place } from './collected.ts';

/** Adds to the function around a node; does nothing at module level. */
export interface FunctionShape<Node> {
  branch(at: Place): void;
  /** Records how deeply control flow is nested at a node, which itself adds one level. */
  nest(node: Node, at: Place): void;
  /** Counts the lines of an outermost literal. */
  data(node: Node, at: Place): void;
  /** @returns whether a node is inside a literal that `data` has counted */
  isInData(node: Node, at: Place): boolean;
}

/**
 * @param facts functions of one file; the list grows during the walk
 * @param lines of the same file
 * @param places where nodes of this language begin, and the span that represents one in a finding
 */
export function functionShape<Node extends { readonly end: number }>(
  facts: readonly FunctionFact[],
  lines: Pick<CodeLines, 'between'>,
  places: { startOf(node: Node): number; keywordSpan(node: Node): Span },
): FunctionShape<Node> {
  /** By function: the end of the latest outermost literal that the walk has entered. */
  const dataEnds: number[] = [];
  const isInData = (node: Node, at: Place): boolean => node.end <= (dataEnds[at.function] ?? -1);
  return {
    branch(at) {
      const fact = facts[at.function];
      if (fact) fact.complexity++;
    },
    nest(node, at) {
      const fact = facts[at.function];
      if (fact === undefined || at.depth + 1 <= fact.nesting) return;
      fact.nesting = at.depth + 1;
      fact.nestingSpan = places.keywordSpan(node);
    },
    data(node, at) {
      const fact = facts[at.function];
      if (fact === undefined || isInData(node, at)) return;
      dataEnds[at.function] = node.end;
      fact.dataLines += Math.max(0, lines.between(places.startOf(node), node.end) - 2);
    },
    isInData,
  };
}

/** Counts branches, nesting and lines of data into the functions that they stand in. */
import type { FunctionFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { CodeLines, Place } from './collected.ts';

/** What is noted of the function around a node; nothing at module level. */
export interface FunctionShape<Node> {
  branch(at: Place): void;
  /** Notes how deep control flow is nested at a node, which itself adds one level. */
  nest(node: Node, at: Place): void;
  /** Counts the lines within an outermost literal. */
  data(node: Node, at: Place): void;
  /** @returns whether a node stands within a literal that `data` has counted */
  isInData(node: Node, at: Place): boolean;
}

/**
 * @param facts functions of one file, which grow while the walk goes on
 * @param lines of the same file
 * @param places where nodes of this language begin, and which span stands for one in a finding
 */
export function functionShape<Node extends { readonly end: number }>(
  facts: readonly FunctionFact[],
  lines: Pick<CodeLines, 'between'>,
  places: { startOf(node: Node): number; keywordSpan(node: Node): Span },
): FunctionShape<Node> {
  /** By function, where the outermost literal ends that the walk is in or has passed. */
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

/** Collecting slips, whatever the tree of the language. */
import type { SlipFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';

/** @param text what is said of it, where that is not the node as written */
export type AddSlip<Node> = (kind: SlipFact['kind'], node: Node, text?: string) => void;

/** So much of a node is quoted. */
const QUOTED = 60;

/** @param source a file @returns its slips, and what adds one */
export function slipsIn<Node>(source: { shorten(node: Node, length: number): string; span(node: Node): Span }): { slips: SlipFact[]; add: AddSlip<Node> } {
  const slips: SlipFact[] = [];
  return { slips, add: (kind, node, text = source.shorten(node, QUOTED)) => void slips.push({ kind, text, span: source.span(node) }) };
}

/**
 * Keeps a picture within Mermaid's limits (500 edges, 50,000 characters) and says what it
 * left out. Groups are collapsed first, largest first; only then are edges dropped,
 * harmless ones before those that break a rule.
 */
import type { ReportGraph } from '../protocol/report.ts';
import { firstNames } from '../text/wording.ts';
import { groupBlocks } from './groups.ts';
import { planDiagram, type Diagram, type DiagramChoice, type DiagramEdge } from './plan.ts';

export const MAX_EDGES = 500;
export const MAX_TEXT = 50_000;
export interface DiagramLimits {
  nodes: number;
  edges: number;
}

/** Mermaid's own limits; the text limit also bounds the number of boxes. */
export const MERMAID_LIMITS: DiagramLimits = { nodes: 1000, edges: MAX_EDGES };

export interface LimitedDiagram {
  diagram: Diagram;
  /** The collapsed groups, including those that were chosen. */
  collapsed: Set<string>;
  /** What was left out, as a sentence; null when everything is drawn. */
  note: string | null;
}

/**
 * The requested picture, or the closest one that Mermaid can draw.
 * `share` (0 to 1) tightens the limits, for names so long that the text would not fit.
 */
export function limitDiagram(graph: ReportGraph, choice: DiagramChoice, most: DiagramLimits = MERMAID_LIMITS, share = 1): LimitedDiagram {
  const limit = { nodes: Math.max(1, Math.floor(most.nodes * share)), edges: Math.floor(Math.min(most.edges, MAX_EDGES) * share) };
  const fits = ({ nodes, edges }: Diagram): boolean => edges.length <= limit.edges && nodes.length <= limit.nodes;
  const collapsed = new Set(choice.collapsed);
  const notes: string[] = [];
  let diagram = planDiagram(graph, choice);
  if (choice.focus === undefined) {
    const bySize = groupBlocks(graph).sort((a, b) => b.blocks.length - a.blocks.length);
    const closed: string[] = [];
    for (const group of bySize) {
      if (fits(diagram)) break;
      if (collapsed.has(group.id)) continue;
      collapsed.add(group.id);
      closed.push(group.title);
      diagram = planDiagram(graph, { ...choice, collapsed });
    }
    if (closed.length > 0) notes.push(`Collapsed because the graph is too large to draw at once: ${firstNames(closed, 5)}.`);
  }
  if (!fits(diagram)) {
    const cut = dropLeastImportant(diagram, limit);
    if (cut.nodes.length < diagram.nodes.length) notes.push(`Showing ${cut.nodes.length} of ${diagram.nodes.length} boxes.`);
    if (cut.edges.length < diagram.edges.length) notes.push(`Showing ${cut.edges.length} of ${diagram.edges.length} arrows, those that break a rule first.`);
    diagram = cut;
  }
  return { diagram, collapsed, note: notes.length > 0 ? notes.join(' ') : null };
}

function importance(edge: DiagramEdge): number {
  return (edge.violation ? 8 : 0) + (edge.cyclic ? 4 : 0) + (edge.critical ? 2 : 0) + (edge.typeOnly ? 0 : 1);
}

function dropLeastImportant(diagram: Diagram, limit: DiagramLimits): Diagram {
  const weight = (at: number): number => {
    const node = diagram.nodes[at];
    return node ? (node.cyclic ? 1e6 : 0) + (node.critical ? 1e5 : 0) + node.findings : 0;
  };
  const order = diagram.nodes.map((_, at) => at).sort((a, b) => weight(b) - weight(a) || a - b).slice(0, limit.nodes);
  const kept = new Set(order.map((at) => diagram.nodes[at]?.key ?? ''));
  const edges = diagram.edges
    .filter((edge) => kept.has(edge.from) && kept.has(edge.to))
    .sort((a, b) => importance(b) - importance(a) || b.imports - a.imports)
    .slice(0, limit.edges);
  return {
    nodes: diagram.nodes.filter((node) => kept.has(node.key)),
    open: diagram.open.map((group) => ({ ...group, nodes: group.nodes.filter((key) => kept.has(key)) })).filter((group) => group.nodes.length > 0),
    edges,
  };
}

/** Which edges of the map are drawn, so that it stays legible. */
import type { MapEdge } from './plan.ts';

/** `auto` draws all edges of a small picture, and of a larger one those with a problem. */
export const EDGE_FILTERS = ['auto', 'all', 'problems', 'cycles', 'violations', 'selection'] as const;
export type EdgeFilter = (typeof EDGE_FILTERS)[number];

/** More edges than this cannot be followed with the eye. */
const FEW = 70;
const FEW_WRONG = 30;
/** More than this are not drawn, whatever was asked for. */
export const MOST_EDGES = 1500;

/**
 * The edges that are drawn even when nothing is selected; those of the critical path are always among them, where the plan marks it.
 * @param bars keys of closed rows, whose edges run beside the boxes and hide nothing
 */
export function filterEdges(edges: readonly MapEdge[], filter: EdgeFilter, bars: ReadonlySet<string>): MapEdge[] {
  return [...new Set([...chosenEdges(edges, filter, bars), ...edges.filter(({ critical }) => critical)])];
}

function chosenEdges(edges: readonly MapEdge[], filter: EdgeFilter, bars: ReadonlySet<string>): MapEdge[] {
  switch (filter) {
    case 'auto': {
      if (edges.length <= FEW) return [...edges];
      const beside = (edge: MapEdge): boolean => bars.has(edge.from) && bars.has(edge.to);
      const wrong = edges.filter((edge) => (edge.cyclic || edge.violation) && !beside(edge));
      // The boxes of a tangle are marked anyway; its edges would hide them.
      return edges.filter((edge) => beside(edge) || (wrong.length <= FEW_WRONG && (edge.cyclic || edge.violation)));
    }
    case 'all': return edges.slice(0, MOST_EDGES);
    case 'problems': return edges.filter(({ cyclic, violation }) => cyclic || violation).slice(0, MOST_EDGES);
    case 'cycles': return edges.filter(({ cyclic }) => cyclic).slice(0, MOST_EDGES);
    case 'violations': return edges.filter(({ violation }) => violation).slice(0, MOST_EDGES);
    case 'selection': return [];
  }
}

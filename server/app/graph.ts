/** Draws the parts of a folder and the imports between them. */
import type { OpenedFolder } from '../compose/folder.ts';
import { toDot } from '../diagram/dot.ts';
import { layerGraph } from '../diagram/layer-graph.ts';
import { toMermaid } from '../diagram/mermaid.ts';
import { moduleGraph, reportGraph } from '../engine/report.ts';
import { toGraphJson } from '../report/graph/graph-json.ts';

/** What a node stands for. */
export const GRAPH_LEVELS = ['layer', 'block', 'module'] as const;
export type GraphLevel = (typeof GRAPH_LEVELS)[number];

export const GRAPH_FORMATS = ['mermaid', 'json', 'dot'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export interface DrawnGraph {
  text: string;
  /** What was left out to keep the drawing displayable; null if nothing was. */
  note: string | null;
}

/** @returns the graph in the chosen format, with a final line break */
export function drawGraph({ workspace }: OpenedFolder, level: GraphLevel, format: GraphFormat): DrawnGraph {
  const model = workspace.model();
  const graph = level === 'module' ? moduleGraph(model) : reportGraph(model);
  const nodes = level === 'layer' ? 'layer' : 'block';
  if (format === 'json') return { text: toGraphJson(level === 'layer' ? layerGraph(graph) : graph), note: null };
  if (format === 'dot') return { text: toDot(graph, nodes), note: null };
  const { text, note } = toMermaid(graph, { level: nodes });
  return { text: text.endsWith('\n') ? text : `${text}\n`, note };
}

/** Draws the parts of a folder and the imports between them. */
import type { OpenedFolder } from '../compose/folder.ts';
import { graphAround } from '../diagram/around.ts';
import { toDot } from '../diagram/dot.ts';
import { layerGraph } from '../diagram/layer-graph.ts';
import { toMermaid } from '../diagram/mermaid.ts';
import { moduleGraph, reportGraph } from '../engine/report.ts';
import type { ReportGraph } from '../protocol/report.ts';
import { toGraphJson } from '../report/graph/graph-json.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';

/** What a node stands for. */
export const GRAPH_LEVELS = ['layer', 'block', 'module'] as const;
export type GraphLevel = (typeof GRAPH_LEVELS)[number];

export const GRAPH_FORMATS = ['mermaid', 'json', 'dot'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export interface DrawOptions {
  level: GraphLevel;
  format: GraphFormat;
  /** Only this block, with what uses it and what it uses. */
  of?: string | undefined;
  /** How many steps around it; 1 when it is left out. */
  depth?: number | undefined;
}

export interface DrawnGraph {
  text: string;
  /** What was left out to keep the drawing displayable; null if nothing was. */
  note: string | null;
}

/** @returns the graph in the chosen format, with a final line break @throws {Failure} for a block that is not there */
export function drawGraph(opened: OpenedFolder, options: DrawOptions): DrawnGraph {
  const { level, format } = options;
  const graph = chosenGraph(opened, options);
  const nodes = level === 'layer' ? 'layer' : 'block';
  if (format === 'json') return { text: toGraphJson(level === 'layer' ? layerGraph(graph) : graph), note: null };
  if (format === 'dot') return { text: toDot(graph, nodes), note: null };
  const { text, note } = toMermaid(graph, { level: nodes });
  return { text: text.endsWith('\n') ? text : `${text}\n`, note };
}

function chosenGraph({ workspace }: OpenedFolder, { level, of, depth }: DrawOptions): ReportGraph {
  const model = workspace.model();
  const graph = level === 'module' ? moduleGraph(model) : reportGraph(model);
  if (of === undefined) {
    if (depth !== undefined) throw new Failure('--depth counts from a block; name it with --of.');
    return graph;
  }
  if (level === 'layer') throw new Failure('--of names a block; choose --level block or module.');
  const { id, files } = findBlock(model.blocks.values(), of);
  return graphAround(graph, level === 'module' ? files : [id], depth ?? 1);
}

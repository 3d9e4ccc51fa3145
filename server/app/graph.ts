/** Draws the parts of a folder and the imports between them. */
import type { OpenedFolder } from '../compose/folder.ts';
import { graphAround } from '../diagram/around.ts';
import { toDot } from '../diagram/dot.ts';
import { flowNames } from '../diagram/flow-names.ts';
import { layerGraph } from '../diagram/layer-graph.ts';
import { toMermaid } from '../diagram/mermaid.ts';
import { pair } from '../diagram/plan.ts';
import { moduleGraph, reportGraph } from '../engine/report.ts';
import type { ReportGraph } from '../protocol/report.ts';
import { toGraphJson } from '../report/graph/graph-json.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';
import { flowsOn } from './flows.ts';

/** What a node stands for. */
export const GRAPH_LEVELS = ['layer', 'block', 'module'] as const;
export type GraphLevel = (typeof GRAPH_LEVELS)[number];

export const GRAPH_FORMATS = ['mermaid', 'json', 'dot'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** What is written on the arrows between blocks: types and values, calls, or both. */
export const GRAPH_FLOWS = ['data', 'control', 'both'] as const;
export type GraphFlow = (typeof GRAPH_FLOWS)[number];

export interface DrawOptions {
  level: GraphLevel;
  format: GraphFormat;
  /** Only this block, with what uses it and what it uses. */
  of?: string | undefined;
  /** How many steps around it; 1 when it is left out. */
  depth?: number | undefined;
  /** Of blocks, for Mermaid alone. */
  flow?: GraphFlow | undefined;
}

export interface DrawnGraph {
  text: string;
  /** What was left out to keep the drawing displayable; null if nothing was. */
  note: string | null;
}

/** @returns the graph in the chosen format, with a final line break @throws {Failure} for a block that is not there, and options that do not go together */
export function drawGraph(opened: OpenedFolder, options: DrawOptions): DrawnGraph {
  const { level, format, flow } = options;
  if (flow !== undefined && (level !== 'block' || format !== 'mermaid'))
    throw new Failure('--flow is written between blocks, for Mermaid; leave out --level and --format.');
  const graph = chosenGraph(opened, options);
  const nodes = level === 'layer' ? 'layer' : 'block';
  if (format === 'json') return { text: toGraphJson(level === 'layer' ? layerGraph(graph) : graph), note: null };
  if (format === 'dot') return { text: toDot(graph, nodes), note: null };
  const { text, note } = toMermaid(graph, { level: nodes, names: flow === undefined ? undefined : namesOn(opened, graph, flow) });
  return { text: text.endsWith('\n') ? text : `${text}\n`, note };
}

/** What passes along each edge, by `pair` of its blocks. */
function namesOn({ workspace }: OpenedFolder, graph: ReportGraph, flow: GraphFlow): Map<string, string[]> {
  const choice = { data: flow !== 'control', control: flow !== 'data' };
  const flows = flowsOn({ state: workspace.model() }, graph.edges.map(({ from, to }) => [from, to] as const));
  return new Map(flows.map((own) => [pair(own.from, own.to), flowNames(own, choice)]));
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

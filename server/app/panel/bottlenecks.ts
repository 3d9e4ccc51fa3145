/** Which blocks are bottlenecks of a graph: counted when it is first asked for, because it takes long in a large graph. */
import { loadsOf, type BlockLoad, type Loads } from '../../graph/bottlenecks.ts';
import type { Bottlenecks } from '../../protocol/answers.ts';
import type { ReportGraph } from '../../protocol/report.ts';
import { compareText } from '../../text/order.ts';

/** Of the last graphs, by their version: a review after an edit has another graph that is often the same. */
const counted = new Map<string, Loads>();
const MOST_COUNTED = 4;

/**
 * @param graph of a report @param version the same for the same graph
 * @param block the only one that is asked about; undefined for all that are bottlenecks
 */
export function bottlenecksPart(graph: ReportGraph, version: string, block: string | undefined): Bottlenecks {
  const { pairs, sources, blocks } = loadsIn(graph, version);
  const own = block === undefined ? undefined : blocks.get(block);
  const all = [...blocks.values()].filter(({ reasons }) => reasons.length > 0);
  const byWays = (a: BlockLoad, b: BlockLoad): number => b.onWays - a.onWays || b.usedBy - a.usedBy || compareText(a.block, b.block);
  return { pairs, sources, of: blocks.size, blocks: block === undefined ? all.sort(byWays) : own === undefined ? [] : [own] };
}

function loadsIn(graph: ReportGraph, version: string): Loads {
  let loads = counted.get(version);
  if (loads !== undefined) return loads;
  const links = new Map(graph.blocks.map(({ id }) => [id, [] as string[]]));
  for (const { from, to } of graph.edges) links.get(from)?.push(to);
  counted.set(version, loads = loadsOf(links));
  if (counted.size > MOST_COUNTED) counted.delete(counted.keys().next().value!);
  return loads;
}

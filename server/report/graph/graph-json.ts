/** The block graph alone, as JSON: the `graph` of the JSON report, version 1. */
import type { ReportGraph } from '../../protocol/report.ts';
import { orderedGraph } from '../review/json.ts';

/** @returns indented JSON with a final line break */
export function toGraphJson(graph: ReportGraph): string {
  return `${JSON.stringify({ schemaVersion: 1, ...orderedGraph(graph) }, null, 2)}\n`;
}

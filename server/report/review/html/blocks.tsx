/** The block graph of the HTML report: picture, cycles, and the same in words. */
import type { JsonReport, ReportGraph } from '../../../protocol/report.ts';
import { findingsByBlock } from '../../../digest/findings.ts';
import { toGraphSvg } from '../../../diagram/svg.tsx';
import { Table } from './elements.tsx';

/** The picture with its legend, the cycles, and the table; nothing without blocks. */
export function Blocks({ graph, findings }: Pick<JsonReport, 'graph' | 'findings'>) {
  const drawn = toGraphSvg(graph, findingsByBlock(findings));
  if (drawn === null) return null;
  return (
    <>
      <h2>Blocks</h2>
      <div class="card">
        <div class="scroll fit" tabindex={0} role="group" aria-label="Block graph" dangerouslySetInnerHTML={{ __html: drawn.svg }} />
        <Legend />
        {drawn.note !== null && <p class="soft small">{drawn.note}</p>}
      </div>
      <Cycles cycles={graph.cycles} />
      <BlockTable graph={graph} />
    </>
  );
}

function Legend() {
  return (
    <div class="legend">
      <span><b class="bad">✕</b> against the layers</span>
      <span><b class="bad">↻</b> part of a cycle</span>
      <span><b style="color:var(--critical)">━</b> longest chain of dependencies</span>
      <span><b>┄</b> types only</span>
      <span>Arrows point to dependencies.</span>
    </div>
  );
}

function Cycles({ cycles }: Pick<ReportGraph, 'cycles'>) {
  if (cycles.length === 0) return null;
  return (
    <>
      <h2>Cycles between blocks</h2>
      <div class="card">
        <ul class="plain">
          {cycles.map((cycle, at) => (
            <li key={at}>
              <span class="figure bad">↻</span>
              <span>{[...cycle, cycle[0] ?? ''].join(' → ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** The picture in words, for readers who cannot see it or look for one block. */
function BlockTable({ graph }: { graph: ReportGraph }) {
  const rows = graph.blocks.map(({ id, layer, files, state, version, dependsOn }) => [
    id,
    layer ?? '–',
    String(files),
    state,
    version,
    dependsOn.length > 0 ? dependsOn.join(', ') : '–',
  ]);
  return (
    <details class="more">
      <summary>Blocks as a table</summary>
      <div class="card scroll"><Table head={['Block', 'Layer', 'Files', 'State', 'Version', 'Uses']} rows={rows} /></div>
    </details>
  );
}

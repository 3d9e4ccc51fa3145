/** Everything about one edge: between two blocks its imports, between closed rows the edges that it stands for. */
import { useMemo, useState } from 'preact/hooks';
import { branchKey, blockKey } from '../../../server/diagram/map/plan.ts';
import { allBranches, outlineOf } from '../../../server/diagram/map/outline.ts';
import { crossesLayers, markedPairs, pair } from '../../../server/diagram/plan.ts';
import type { FolderState } from '../../../server/protocol/answers.ts';
import type { ReportEdge, ReportGraph } from '../../../server/protocol/report.ts';
import { counted } from '../../../server/text/wording.ts';
import { useAnswer } from '../../answers.ts';
import { FindingList } from '../../finding-link.tsx';
import { Icon } from '../../icon.tsx';
import type { ChosenEdge } from '../../state.ts';
import { Flow } from './flow.tsx';
import { Imports } from './imports.tsx';

interface EdgeDetailsProps {
  folder: FolderState;
  graph: ReportGraph;
  edge: ChosenEdge;
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
  onClose: () => void;
}

const PAGE = 60;
const SHOWN_FINDINGS = 8;

/** The details of the chosen edge. */
export function EdgeDetails({ folder, graph, edge, onChoose, onEdge, onClose }: EdgeDetailsProps) {
  const ends = useMemo(() => ({ from: endOf(graph, edge.from), to: endOf(graph, edge.to) }), [graph, edge.from, edge.to]);
  const edges = useMemo(
    () => graph.edges.filter(({ from, to }) => ends.from.blocks.has(from) && ends.to.blocks.has(to)).sort((a, b) => b.imports - a.imports),
    [graph, ends],
  );
  const back = graph.edges.some(({ from, to }) => ends.from.blocks.has(to) && ends.to.blocks.has(from));
  const [only] = edges;
  const single = edges.length === 1 && ends.from.blocks.size === 1 && ends.to.blocks.size === 1 ? only : undefined;
  return (
    <div class="details">
      <header class="details-head">
        <h2>{ends.from.title} → {ends.to.title}</h2>
        <button type="button" class="button button-icon" aria-label="Close details" title="Close details" onClick={onClose}><Icon name="close" /></button>
      </header>
      <p>
        <b>{ends.from.title}</b> uses <b>{ends.to.title}</b>: {counted(edges.reduce((sum, { imports }) => sum + imports, 0), 'import')}
        {edges.length > 1 && ` between ${counted(edges.length, 'pair')} of blocks`}.
      </p>
      {back && (
        <p class="details-actions">
          <button type="button" class="button" onClick={() => onEdge({ from: edge.to, to: edge.from })}>Show the opposite direction</button>
        </p>
      )}
      {single ? <Single key={pair(single.from, single.to)} folder={folder} graph={graph} edge={single} onChoose={onChoose} />
        : <Pairs graph={graph} edges={edges} onEdge={onEdge} />}
    </div>
  );
}

/** A block by its key, or the blocks of a closed row. */
function endOf(graph: ReportGraph, key: string): { title: string; blocks: ReadonlySet<string> } {
  const branch = allBranches(outlineOf(graph)).find(({ id }) => branchKey(id) === key);
  if (branch) return { title: branch.title, blocks: new Set(branch.blocks.map(({ id }) => id)) };
  const id = key.slice(blockKey('').length);
  return { title: id, blocks: new Set([id]) };
}

interface SingleProps {
  folder: FolderState;
  graph: ReportGraph;
  edge: ReportEdge;
  onChoose: (block: string) => void;
}

function Single({ folder, graph, edge, onChoose }: SingleProps) {
  const { from, to } = edge;
  const wrong = crossesLayers(graph)(edge);
  const cyclic = markedPairs(graph).cyclic.has(pair(from, to));
  const { answer } = useAnswer(folder, { kind: 'findings', block: from, category: 'architecture', message: to, offset: 0, limit: SHOWN_FINDINGS });
  const findings = answer?.entries ?? [];
  return (
    <>
      {wrong && <p class="wrong-box"><Icon name="error" /><span>The layers do not allow this dependency.</span></p>}
      {cyclic && <p class="wrong-box"><Icon name="error" /><span>This dependency is part of a cycle.</span></p>}
      <p class="details-actions">
        <button type="button" class="button" onClick={() => onChoose(from)}>{from}</button>
        <button type="button" class="button" onClick={() => onChoose(to)}>{to}</button>
      </p>
      {findings.length > 0 && (
        <>
          <h3>Findings</h3>
          <FindingList folder={folder.key} findings={findings} />
        </>
      )}
      <Flow folder={folder} from={from} to={to} />
      <h3>Imports <span class="count">{edge.imports}</span></h3>
      <Imports folder={folder} from={from} to={to} />
    </>
  );
}

function Pairs({ graph, edges, onEdge }: { graph: ReportGraph; edges: readonly ReportEdge[]; onEdge: (edge: ChosenEdge) => void }) {
  const [most, setMost] = useState(PAGE);
  const wrong = crossesLayers(graph);
  const { cyclic } = markedPairs(graph);
  return (
    <>
      <h3>Pairs of blocks <span class="count">{edges.length}</span></h3>
      <ul class="plain-list">
        {edges.slice(0, most).map((edge) => (
          <li key={pair(edge.from, edge.to)} class="edge-row">
            <button type="button" class="link" onClick={() => onEdge({ from: blockKey(edge.from), to: blockKey(edge.to) })}>{edge.from} → {edge.to}</button>
            <small class="muted">{edge.kind === 'type' ? 'types only' : counted(edge.imports, 'import')}</small>
            {wrong(edge) && <small class="wrong-text">not allowed</small>}
            {cyclic.has(pair(edge.from, edge.to)) && <small class="wrong-text">cycle</small>}
          </li>
        ))}
      </ul>
      {edges.length > most && <button type="button" class="button" onClick={() => setMost(most + PAGE)}>Show more</button>}
    </>
  );
}

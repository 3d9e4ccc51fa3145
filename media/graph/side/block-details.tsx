/** Everything about one block. */
import { useState } from 'preact/hooks';
import type { Focus } from '../../../server/diagram/map/focus.ts';
import { blockKey } from '../../../server/diagram/map/plan.ts';
import { crossesLayers } from '../../../server/diagram/plan.ts';
import type { FolderState } from '../../../server/protocol/answers.ts';
import type { ReportBlock, ReportEdge, ReportGraph } from '../../../server/protocol/report.ts';
import { counted } from '../../../server/text/wording.ts';
import { useAnswer } from '../../answers.ts';
import { FindingList } from '../../finding-link.tsx';
import { Icon } from '../../icon.tsx';
import { Loading } from '../../notice.tsx';
import type { ChosenEdge } from '../../state.ts';
import { send } from '../../vscode-api.ts';
import { Load } from './bottleneck-list.tsx';

interface BlockDetailsProps {
  folder: FolderState;
  graph: ReportGraph;
  block: ReportBlock;
  /** Whether bottlenecks are shown. */
  tellsLoad: boolean;
  onCycle: (blocks: readonly string[]) => void;
  onFocus: (focus: Focus) => void;
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
  onClose: () => void;
}

const SHOWN_FINDINGS = 50;
const SHOWN_EDGES = 12;

/** The details of the chosen block. */
export function BlockDetails({ folder, graph, block, tellsLoad, onCycle, onFocus, onChoose, onEdge, onClose }: BlockDetailsProps) {
  const { answer: findings, failure } = useAnswer(folder, { kind: 'findings', block: block.id, offset: 0, limit: SHOWN_FINDINGS });
  const cycles = graph.cycles.filter((cycle) => cycle.includes(block.id));
  const lists = { graph, block: block.id, onChoose, onEdge };
  const score = block.health?.score ?? null;
  return (
    <div class="details">
      <header class="details-head">
        <h2>{block.id}</h2>
        <button type="button" class="button button-icon" aria-label="Close details" title="Close details" onClick={onClose}><Icon name="close" /></button>
      </header>
      <p class="chips">
        <span class={`chip chip-${block.state}`}>{block.state}</span>
        <span class="chip">{block.layer ?? 'no layer'}</span>
        <span class="chip">v{block.version}</span>
        <span class="chip">{counted(block.files, 'file')}</span>
        {score !== null && <span class="chip">health {Math.round(score)}{block.health?.grade ? ` (${block.health.grade})` : ''}</span>}
        {graph.criticalPath.includes(block.id) && <span class="chip chip-critical">critical path</span>}
      </p>
      <p class="details-actions">
        <button type="button" class="button button-primary" onClick={() => onFocus({ kind: 'around', block: block.id, depth: 1, direction: 'both' })}>
          <Icon name="focus" /> Focus
        </button>
        <button type="button" class="button"
          onClick={() => onFocus({ kind: 'around', block: block.id, depth: 'all', direction: 'users' })}>What breaks?</button>
        <button type="button" class="button" onClick={() => send({ type: 'openBlock', folder: folder.key, block: block.id })}>Open block</button>
      </p>
      {cycles.slice(0, 3).map((cycle) => (
        <p key={cycle.join('→')} class="wrong-box"><Icon name="error" /><span>In a cycle: {[...cycle, cycle[0]].join(' → ')}
          {' '}<button type="button" class="link" onClick={() => onCycle(cycle)}>Step through</button></span></p>
      ))}
      {tellsLoad && <Load folder={folder} block={block.id} />}
      {cycles.length > 3 && <p class="muted">And {counted(cycles.length - 3, 'more cycle')}.</p>}
      <EdgeList title="Depends on" edges={graph.edges.filter((edge) => edge.from === block.id)} end="to" {...lists} />
      <EdgeList title="Used by" edges={graph.edges.filter((edge) => edge.to === block.id)} end="from" {...lists} />
      <h3>Findings {findings !== null && <span class="count">{findings.total}</span>}</h3>
      {findings === null && <Loading failure={failure} />}
      {findings?.total === 0 && <p class="muted">None. This block follows the guidelines.</p>}
      <FindingList folder={folder.key} findings={findings?.entries ?? []} />
      {findings !== null && findings.total > SHOWN_FINDINGS && <p class="muted">And {findings.total - SHOWN_FINDINGS} more in the tab Score.</p>}
      <h3>Files</h3>
      <ul class="plain-list">{block.paths.map((path) => <li key={path}><code>{path}</code></li>)}</ul>
    </div>
  );
}

interface EdgeListProps {
  title: string;
  graph: ReportGraph;
  edges: readonly ReportEdge[];
  end: 'from' | 'to';
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
}

function importWords({ imports, kind }: ReportEdge): string {
  return `${counted(imports, 'import')}${kind === 'type' ? ', types only' : ''}`;
}

/** The edges of one direction, those with most imports first. */
function EdgeList({ title, graph, edges, end, onChoose, onEdge }: EdgeListProps) {
  const [all, setAll] = useState(false);
  const wrong = crossesLayers(graph);
  const ordered = [...edges].sort((a, b) => Number(wrong(b)) - Number(wrong(a)) || b.imports - a.imports);
  return (
    <>
      <h3><i class={`edge-sign edge-sign-${end}`} aria-hidden="true" />{title} <span class="count">{edges.length}</span></h3>
      {edges.length === 0 && <p class="muted">None.</p>}
      <ul class="plain-list">
        {ordered.slice(0, all ? undefined : SHOWN_EDGES).map((edge) => (
          <li key={edge[end]} class="edge-row">
            <button type="button" class="link" onClick={() => onChoose(edge[end])}>{edge[end]}</button>
            <button
              type="button" class="link link-quiet" aria-label={`${importWords(edge)} from ${edge.from} to ${edge.to}`}
              onClick={() => onEdge({ from: blockKey(edge.from), to: blockKey(edge.to) })}
            >
              {importWords(edge)}
            </button>
            {wrong(edge) && <small class="wrong-text">not allowed</small>}
          </li>
        ))}
      </ul>
      {edges.length > SHOWN_EDGES && !all && <button type="button" class="button" onClick={() => setAll(true)}>Show all {edges.length}</button>}
    </>
  );
}

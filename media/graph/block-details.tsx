/** Everything about one block. */
import type { JsonReport, ReportBlock, ReportEdge } from '../../server/protocol/report.ts';
import { counted } from '../../server/text/wording.ts';
import { crossesLayers } from '../../server/diagram/plan.ts';
import { FindingLink } from '../finding-link.tsx';
import { send } from '../vscode-api.ts';
import { Icon } from '../icon.tsx';

interface BlockDetailsProps {
  folder: string;
  report: JsonReport;
  block: ReportBlock;
  focused: boolean;
  onFocus: (focused: boolean) => void;
  onChoose: (block: string) => void;
  onClose: () => void;
}

const SHOWN_FINDINGS = 50;

/** The details of the chosen block. */
export function BlockDetails({ folder, report, block, focused, onFocus, onChoose, onClose }: BlockDetailsProps) {
  const { graph } = report;
  const findings = report.findings.filter((finding) => finding.block === block.id);
  const cycles = graph.cycles.filter((cycle) => cycle.includes(block.id));
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
        {graph.criticalPath.includes(block.id) && <span class="chip chip-critical">critical path</span>}
      </p>
      <p class="details-actions">
        <button type="button" class="button button-primary" onClick={() => send({ type: 'openBlock', folder, block: block.id })}>Open block</button>
        <button type="button" class="button" aria-pressed={focused} onClick={() => onFocus(!focused)}><Icon name="focus" /> Neighbours only</button>
      </p>
      {cycles.map((cycle) => (
        <p key={cycle.join('→')} class="wrong-box"><Icon name="error" /><span>In a cycle: {[...cycle, cycle[0]].join(' → ')}</span></p>
      ))}
      <h3>Files</h3>
      <ul class="plain-list">{block.paths.map((path) => <li key={path}><code>{path}</code></li>)}</ul>
      <EdgeList title="Depends on" edges={graph.edges.filter((edge) => edge.from === block.id)} end="to" wrong={crossesLayers(graph)} onChoose={onChoose} />
      <EdgeList title="Used by" edges={graph.edges.filter((edge) => edge.to === block.id)} end="from" wrong={crossesLayers(graph)} onChoose={onChoose} />
      <h3>Findings <span class="count">{findings.length}</span></h3>
      {findings.length === 0 && <p class="muted">None. This block follows the guidelines.</p>}
      <ul class="finding-list">
        {findings.slice(0, SHOWN_FINDINGS).map((finding) => <li key={finding.fingerprint}><FindingLink folder={folder} finding={finding} /></li>)}
      </ul>
      {findings.length > SHOWN_FINDINGS && <p class="muted">And {findings.length - SHOWN_FINDINGS} more in the tab Score.</p>}
    </div>
  );
}

interface EdgeListProps {
  title: string;
  edges: readonly ReportEdge[];
  end: 'from' | 'to';
  wrong: (edge: ReportEdge) => boolean;
  onChoose: (block: string) => void;
}

function EdgeList({ title, edges, end, wrong, onChoose }: EdgeListProps) {
  return (
    <>
      <h3>{title} <span class="count">{edges.length}</span></h3>
      {edges.length === 0 && <p class="muted">None.</p>}
      <ul class="plain-list">
        {edges.map((edge) => (
          <li key={edge[end]} class="edge-row">
            <button type="button" class="link" onClick={() => onChoose(edge[end])}>{edge[end]}</button>
            <small class="muted">{edge.kind === 'type' ? 'types only' : counted(edge.imports, 'import')}</small>
            {wrong(edge) && <small class="wrong-text">not allowed</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

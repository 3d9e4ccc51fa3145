/** The graph as text, which also makes it accessible without the picture. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { crossesLayers } from '../../server/diagram/plan.ts';
import type { DiagramGroup } from '../../server/diagram/groups.ts';
import { Icon } from '../icon.tsx';

/** Longer lists are shortened, so that what follows stays in view. */
const SHORT = 8;

interface OverviewProps {
  graph: ReportGraph;
  groups: readonly DiagramGroup[];
  collapsed: ReadonlySet<string>;
  onToggle: (group: string) => void;
  onChoose: (block: string) => void;
}

/** The side panel while no block is selected. */
export function Overview({ graph, groups, collapsed, onToggle, onChoose }: OverviewProps) {
  const violations = graph.edges.filter(crossesLayers(graph));
  const folders = graph.blocks.every((block) => block.layer === null);
  return (
    <div class="details">
      <h2>Overview</h2>
      <dl class="figures">
        <Figure name={graph.blocks.length === 1 ? 'block' : 'blocks'} count={graph.blocks.length} />
        <Figure name={graph.edges.length === 1 ? 'dependency' : 'dependencies'} count={graph.edges.length} />
        <Figure name={graph.cycles.length === 1 ? 'cycle' : 'cycles'} count={graph.cycles.length} wrong />
        <Figure name="not allowed" count={violations.length} wrong />
      </dl>
      {violations.length > 0 && (
        <>
          <h3 class="wrong-text">Layer violations</h3>
          <ShortList
            items={violations.map((edge) => (
              <li key={`${edge.from}→${edge.to}`}>
                <button type="button" class="link" onClick={() => onChoose(edge.from)}>{edge.from} → {edge.to}</button>
              </li>
            ))}
          />
        </>
      )}
      {graph.cycles.length > 0 && (
        <>
          <h3 class="wrong-text">Cycles</h3>
          <ShortList
            items={graph.cycles.map((cycle) => (
              <li key={cycle.join('→')}>
                <button type="button" class="link" onClick={() => onChoose(cycle[0] ?? '')}>{[...cycle, cycle[0]].join(' → ')}</button>
              </li>
            ))}
          />
        </>
      )}
      {graph.criticalPath.length > 1 && (
        <>
          <h3>Critical path <span class="count">{graph.criticalPath.length}</span></h3>
          <ol class="path-list">
            {graph.criticalPath.map((id) => <li key={id}><button type="button" class="link" onClick={() => onChoose(id)}>{id}</button></li>)}
          </ol>
        </>
      )}
      {groups.length > 0 && <h3>{folders ? 'Folders' : 'Layers'}</h3>}
      <ul class="plain-list">
        {groups.map((group) => (
          <li key={group.id}>
            <button type="button" class="row-button" aria-expanded={!collapsed.has(group.id)} onClick={() => onToggle(group.id)}>
              <Icon name={collapsed.has(group.id) ? 'right' : 'down'} />
              <span>{group.title}</span>
              <span class="count">{group.blocks.length}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first items, and a button for the rest. */
function ShortList({ items }: { items: JSX.Element[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul class="plain-list">{all ? items : items.slice(0, SHORT)}</ul>
      {items.length > SHORT && !all && <button type="button" class="button" onClick={() => setAll(true)}>Show all {items.length}</button>}
    </>
  );
}

function Figure({ name, count, wrong = false }: { name: string; count: number; wrong?: boolean }) {
  return (
    <div class={wrong && count > 0 ? 'figure figure-wrong' : 'figure'}>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}

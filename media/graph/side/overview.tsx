/** The graph as text, which also makes it accessible without the picture. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Branch } from '../../../server/diagram/map/outline.ts';
import { blockKey } from '../../../server/diagram/map/plan.ts';
import { crossesLayers } from '../../../server/diagram/plan.ts';
import { tanglesOf } from '../../../server/diagram/tangles.ts';
import type { Bottlenecks, FolderState } from '../../../server/protocol/answers.ts';
import type { ReportFinding, ReportGraph } from '../../../server/protocol/report.ts';
import { counted, firstNames } from '../../../server/text/wording.ts';
import { useAnswer } from '../../answers.ts';
import { FindingList } from '../../finding-link.tsx';
import { BottleneckList } from './bottleneck-list.tsx';
import { Icon } from '../../icon.tsx';
import type { ChosenEdge } from '../../state.ts';

/** Longer lists are shortened, so that what follows stays in view. */
const SHORT = 8;

interface OverviewProps {
  folder: FolderState;
  graph: ReportGraph;
  branches: readonly Branch[];
  closed: ReadonlySet<string>;
  /** Null where they are not shown, or not known yet. */
  bottlenecks: Bottlenecks | null;
  onToggle: (branch: string) => void;
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
  onCycle: (blocks: readonly string[]) => void;
}

/** The side panel while nothing is selected. */
export function Overview({ folder, graph, branches, closed, bottlenecks, onToggle, onChoose, onEdge, onCycle }: OverviewProps) {
  const violations = useMemo(() => graph.edges.filter(crossesLayers(graph)), [graph]);
  const tangles = useMemo(() => tanglesOf(graph), [graph]);
  const { answer: cuts } = useAnswer(folder, { kind: 'cuts' });
  const folders = graph.blocks.every((block) => block.layer === null);
  const titled = branches.filter(({ title }) => title !== '');
  return (
    <div class="details">
      <h2>Overview</h2>
      <dl class="figures">
        <Figure name={graph.blocks.length === 1 ? 'block' : 'blocks'} count={graph.blocks.length} />
        <Figure name={graph.edges.length === 1 ? 'dependency' : 'dependencies'} count={graph.edges.length} />
        <Figure name={tangles.length === 1 ? 'tangle' : 'tangles'} count={tangles.length} wrong />
        <Figure name="not allowed" count={violations.length} wrong />
      </dl>
      {tangles.length > 0 && (
        <>
          <h3 class="wrong-text">Tangled blocks</h3>
          <ShortList
            items={tangles.map((members) => (
              <li key={members.join('|')} class="tangle">
                <b>{counted(members.length, 'block')} depend on each other</b>
                <Names blocks={members} onChoose={onChoose} />
                <p class="details-actions">
                  <button type="button" class="button" onClick={() => onCycle(firstCycle(graph, members))}><Icon name="cycle" /> Step through</button>
                </p>
                <Cuts folder={folder.key} cuts={cuts?.[members[0] ?? ''] ?? []} />
              </li>
            ))}
          />
        </>
      )}
      {violations.length > 0 && (
        <>
          <h3 class="wrong-text">Layer violations</h3>
          <ShortList
            items={violations.map((edge) => (
              <li key={`${edge.from}→${edge.to}`}>
                <button type="button" class="link" onClick={() => onEdge({ from: blockKey(edge.from), to: blockKey(edge.to) })}>{edge.from} → {edge.to}</button>
              </li>
            ))}
          />
        </>
      )}
      {bottlenecks !== null && <BottleneckList found={bottlenecks} onChoose={onChoose} />}
      {graph.criticalPath.length > 1 && (
        <>
          <h3>Critical path <span class="count">{graph.criticalPath.length}</span></h3>
          <ol class="path-list">
            {graph.criticalPath.map((id) => <li key={id}><button type="button" class="link" onClick={() => onChoose(id)}>{id}</button></li>)}
          </ol>
        </>
      )}
      {titled.length > 0 && <h3>{folders ? 'Folders' : 'Layers'}</h3>}
      <ul class="plain-list">{titled.map((branch) => <Row key={branch.id} branch={branch} closed={closed} onToggle={onToggle} />)}</ul>
    </div>
  );
}

/** The cycle that a tangle is told by. */
function firstCycle({ cycles }: ReportGraph, members: readonly string[]): readonly string[] {
  return cycles.find((cycle) => cycle.every((id) => members.includes(id))) ?? members;
}

function Row({ branch, closed, onToggle }: { branch: Branch; closed: ReadonlySet<string>; onToggle: (branch: string) => void }) {
  const isClosed = closed.has(branch.id);
  return (
    <li>
      <button type="button" class="row-button" aria-expanded={!isClosed} onClick={() => onToggle(branch.id)}>
        <Icon name={isClosed ? 'right' : 'down'} />
        <span>{branch.title}</span>
        <span class="count">{branch.blocks.length}</span>
      </button>
      {!isClosed && branch.branches.length > 0 && (
        <ul class="plain-list inner-list">{branch.branches.map((inner) => <Row key={inner.id} branch={inner} closed={closed} onToggle={onToggle} />)}</ul>
      )}
    </li>
  );
}

/** The first names as links, and the rest on demand. */
function Names({ blocks, onChoose }: { blocks: readonly string[]; onChoose: (block: string) => void }) {
  const [all, setAll] = useState(false);
  return (
    <p class="names">
      {blocks.slice(0, all ? undefined : SHORT).map((id) => <button key={id} type="button" class="link" onClick={() => onChoose(id)}>{id}</button>)}
      {blocks.length > SHORT && !all && (
        <button type="button" class="link link-quiet" title={firstNames(blocks, 30)} onClick={() => setAll(true)}>and {blocks.length - SHORT} more</button>
      )}
    </p>
  );
}

/** Where to cut: the rule's finding is at the import that is cheapest to remove. */
function Cuts({ folder, cuts }: { folder: string; cuts: readonly ReportFinding[] }) {
  if (cuts.length === 0) return null;
  return (
    <>
      <small class="muted">Cut here first:</small>
      <FindingList folder={folder} findings={cuts} />
    </>
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

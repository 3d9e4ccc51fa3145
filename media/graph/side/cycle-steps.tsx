/** A cycle, one import after the other. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { blockKey } from '../../../server/diagram/map/plan.ts';
import { pair } from '../../../server/diagram/plan.ts';
import type { FolderState } from '../../../server/protocol/answers.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import { Icon } from '../../icon.tsx';
import type { ChosenEdge, CycleStep } from '../../state.ts';
import { Imports } from './imports.tsx';

interface CycleStepsProps {
  folder: FolderState;
  graph: ReportGraph;
  step: CycleStep;
  onStep: (step: CycleStep) => void;
  onChoose: (block: string) => void;
  /** Shows everything about the dependency of the step. */
  onEdge: () => void;
  onClose: () => void;
}

/** The edge of a step. */
export function cycleEdge({ blocks, at }: CycleStep): ChosenEdge {
  const [from, to] = endsOf(blocks, at);
  return { from: blockKey(from), to: blockKey(to) };
}

function endsOf(blocks: readonly string[], at: number): [string, string] {
  return [blocks[at] ?? '', blocks[(at + 1) % blocks.length] ?? ''];
}

/** The steps of a cycle, with the imports of the one that is shown. Left and right go to the one before and after. */
export function CycleSteps({ folder, graph, step, onStep, onChoose, onEdge, onClose }: CycleStepsProps) {
  const { blocks, at } = step;
  const next = useRef<HTMLButtonElement>(null);
  // At once: the button that opened the steps is gone, and with it the focus.
  useLayoutEffect(() => next.current?.focus(), []);
  const others = graph.cycles.filter((cycle) => cycle.some((id) => blocks.includes(id)));
  const own = others.findIndex((cycle) => cycle.length === blocks.length && cycle.every((id, place) => id === blocks[place]));
  const edges = new Set(graph.edges.map(({ from, to }) => pair(from, to)));
  const [from, to] = endsOf(blocks, at);
  const by = (change: number): void => onStep({ blocks, at: (at + change + blocks.length) % blocks.length });
  const other = others[(own + 1) % others.length];
  const keyDown = (event: KeyboardEvent): void => {
    const change = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (change === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    by(change);
  };
  return (
    <div class="details" onKeyDown={keyDown}>
      <header class="details-head">
        <h2>Cycle of {blocks.length} blocks</h2>
        <button type="button" class="button button-icon" aria-label="Close steps" title="Close steps" onClick={onClose}><Icon name="close" /></button>
      </header>
      <p role="status">Step {at + 1} of {blocks.length}: <b>{from}</b> uses <b>{to}</b>{at === blocks.length - 1 ? ', which closes the cycle' : ''}.</p>
      <p class="details-actions">
        <button type="button" class="button" onClick={() => by(-1)}><Icon name="left" /> Previous</button>
        <button type="button" class="button" ref={next} onClick={() => by(1)}>Next <Icon name="right" /></button>
        {others.length > 1 && other !== undefined && (
          <button type="button" class="button button-quiet" onClick={() => onStep({ blocks: [...other], at: 0 })}>
            Another cycle{own === -1 ? '' : ` (${own + 1} of ${others.length})`}
          </button>
        )}
      </p>
      {edges.has(pair(from, to)) ? (
        <>
          <h3>Imports of this step</h3>
          <Imports key={pair(from, to)} folder={folder} from={from} to={to} />
          <p><button type="button" class="link" onClick={onEdge}>All about this dependency</button></p>
        </>
      ) : <p class="muted">This dependency is gone, so the cycle is broken.</p>}
      <h3>Steps</h3>
      <ol class="step-list">
        {blocks.map((id, place) => {
          const [user, used] = endsOf(blocks, place);
          return (
            <li key={id}>
              <button type="button" class="link" aria-current={place === at ? 'step' : undefined} onClick={() => onStep({ blocks, at: place })}>
                {user} → {used}
              </button>
            </li>
          );
        })}
      </ol>
      <p class="details-actions">
        <button type="button" class="button" onClick={() => onChoose(from)}>{from}</button>
        <button type="button" class="button" onClick={() => onChoose(to)}>{to}</button>
      </p>
    </div>
  );
}

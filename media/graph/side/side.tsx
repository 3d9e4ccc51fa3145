/** What stands beside the picture: a block, an edge, the ways of a focus, or the overview. */
import type { Focus, FocusPicture } from '../../../server/diagram/map/focus.ts';
import type { Branch } from '../../../server/diagram/map/outline.ts';
import type { Bottlenecks, FolderState } from '../../../server/protocol/answers.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import type { ChosenEdge, CycleStep, GraphState } from '../../state.ts';
import { cycleEdge, CycleSteps } from './cycle-steps.tsx';
import { BlockDetails } from './block-details.tsx';
import { EdgeDetails } from './edge-details.tsx';
import { Overview } from './overview.tsx';
import { Ways } from './ways.tsx';

interface SideProps {
  folder: FolderState;
  graph: ReportGraph;
  state: GraphState;
  branches: readonly Branch[];
  closed: ReadonlySet<string>;
  focus: Focus | null;
  about: FocusPicture | null;
  bottlenecks: Bottlenecks | null;
  onCycle: (step: CycleStep) => void;
  onToggle: (branch: string) => void;
  onChoose: (block: string) => void;
  onEdge: (edge: ChosenEdge) => void;
  onFocus: (focus: Focus) => void;
  onClose: () => void;
}

/** The panel beside the picture. */
export function Side({ folder, graph, state, branches, closed, focus, about, bottlenecks, onCycle, onToggle, onChoose, onEdge, onFocus, onClose }: SideProps) {
  const block = graph.blocks.find(({ id }) => id === state.selected) ?? null;
  const isMap = state.picture === 'map' || state.picture === 'mermaid';
  // The block in the middle of a reach is what the ways are about.
  const asksForWays = isMap && focus !== null && about !== null && (focus.kind === 'ways' || focus.direction !== 'both' || focus.depth !== 1);
  const showsWays = asksForWays && state.edge === null && (block === null || (focus.kind === 'around' && focus.block === block.id) || focus.kind === 'ways');
  const { cycle } = state;
  const begin = (blocks: readonly string[]): void => onCycle({ blocks: [...blocks], at: 0 });
  const title = cycle ? 'Steps of a cycle' : state.edge ? 'Details of a dependency' : showsWays ? 'Ways' : block ? `Details of ${block.id}` : 'Overview';
  return (
    <aside class="graph-side" aria-label={title}>
      {cycle ? (
        <CycleSteps folder={folder} graph={graph} step={cycle} onStep={onCycle} onChoose={onChoose} onEdge={() => onEdge(cycleEdge(cycle))} onClose={onClose} />
      ) : state.edge ? (
        <EdgeDetails folder={folder} graph={graph} edge={state.edge} onChoose={onChoose} onEdge={onEdge} onClose={onClose} />
      ) : showsWays ? (
        <Ways focus={focus} about={about} onChoose={onChoose} onEdge={onEdge} onClose={onClose} />
      ) : block ? (
        <BlockDetails key={block.id} folder={folder} graph={graph} block={block} tellsLoad={state.shown.includes('bottlenecks')} onCycle={begin}
          onFocus={onFocus} onChoose={onChoose} onEdge={onEdge} onClose={onClose} />
      ) : (
        <Overview folder={folder} graph={graph} branches={branches} closed={closed} bottlenecks={bottlenecks} onToggle={onToggle} onChoose={onChoose}
          onEdge={onEdge} onCycle={begin} />
      )}
    </aside>
  );
}

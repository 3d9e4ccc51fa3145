/** The diagram as it appears in documents: drawn by Mermaid, within Mermaid's limits. */
import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { MAX_EDGE_LABELS, toMermaid, type MermaidOptions } from '../../../server/diagram/mermaid.ts';
import type { Bottlenecks, FolderState } from '../../../server/protocol/answers.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import type { GraphState } from '../../state.ts';
import { useStable } from '../../stable.ts';
import { useFlowNames, type BlockPair } from '../flows.ts';
import type { CanvasHandle } from '../map/map-canvas.tsx';
import type { Theme } from '../theme.ts';
import { MermaidCanvas } from './mermaid-canvas.tsx';

/** A larger graph takes many seconds to lay out and is unreadable. */
const LIMITS = { nodes: 120, edges: 300 };

interface DocumentViewProps {
  handle: RefObject<CanvasHandle | null>;
  folder: FolderState;
  graph: ReportGraph;
  /** Null where they are not shown, or not known yet. */
  bottlenecks: Bottlenecks | null;
  findings: ReadonlyMap<string, number>;
  closed: ReadonlySet<string>;
  /** Only this block and its neighbours. */
  focus: string | undefined;
  state: GraphState;
  theme: Theme;
  onChange: (change: Partial<GraphState>) => void;
  onChoose: (block: string | null) => void;
  onToggle: (group: string) => void;
  onLeave: () => void;
  onDrawn: (svg: string) => void;
  onFailure: (message: string | null) => void;
}

/** Mermaid's drawing, and what had to be left out of it. */
export function DocumentView({ handle, folder, graph, bottlenecks, findings, closed, focus, state, theme, ...on }: DocumentViewProps) {
  const plain = useMemo(() => {
    const options: MermaidOptions = {
      level: 'block', collapsed: closed, focus, findings, palette: theme.palette, labels: 'placeholders', marks: { open: '▾ ', closed: '▸ ' }, limits: LIMITS,
      bottlenecks: bottlenecks === null ? undefined : new Set(bottlenecks.blocks.map(({ block }) => block)),
    };
    return { options, text: toMermaid(graph, options) };
  }, [graph, closed, focus, findings, theme, bottlenecks]);
  const drawnEdges = plain.text.diagram.edges.flatMap(({ from, to }): BlockPair[] => {
    const [user, used] = [plain.text.nodes.get(from), plain.text.nodes.get(to)];
    return from.startsWith('b') && to.startsWith('b') && user !== undefined && used !== undefined ? [[user, used]] : [];
  });
  const names = useStable(useFlowNames(folder, [drawnEdges.length <= MAX_EDGE_LABELS ? drawnEdges : []], state.shown),
    (all) => JSON.stringify(all === undefined ? null : [...all]));
  const written = useMemo(() => (names === undefined || names.size === 0 ? plain.text : toMermaid(graph, { ...plain.options, names })), [plain, names]);
  const activate = (key: string): void => {
    const id = written.nodes.get(key) ?? '';
    if (key.startsWith('g')) on.onToggle(id);
    else on.onChoose(id);
  };
  return (
    <>
      {written.note !== null && <p class="strip" role="status">{written.note}</p>}
      <MermaidCanvas
        handle={handle} written={written} theme={theme} selected={state.selected} view={state.view}
          onView={(view) => { if (view !== null || state.view !== null) on.onChange({ view }); }}
        onActivate={activate} onLeave={on.onLeave} onDrawn={on.onDrawn} onFailure={on.onFailure}
      />
    </>
  );
}

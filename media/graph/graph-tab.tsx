/** The graph with its toolbar, in one of several pictures, and the details beside it. One selection holds for all. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answers, FolderState } from '../../server/protocol/answers.ts';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { focusWords, planFocus, type Focus } from '../../server/diagram/map/focus.ts';
import { allBranches, branchesAround, initiallyClosed, outlineOf } from '../../server/diagram/map/outline.ts';
import { blockKey, branchKey } from '../../server/diagram/map/plan.ts';
import type { Reveal } from '../app.tsx';
import { useAnswer, useAnswers } from '../answers.ts';
import { Waiting } from '../notice.tsx';
import { useStable } from '../stable.ts';
import type { ChosenEdge, CycleStep, GraphState } from '../state.ts';
import { BlockSearch } from './block-search.tsx';
import { DocumentView } from './document/document-view.tsx';
import { exportPng, exportSvg } from './export.ts';
import { FocusBar } from './focus-bar.tsx';
import { GraphTools, PictureSwitch } from './graph-tools.tsx';
import { Legend } from './legend.tsx';
import type { CanvasHandle } from './map/map-canvas.tsx';
import { MapView } from './map/map-view.tsx';
import { MatrixView } from './matrix/matrix-view.tsx';
import { cycleEdge } from './side/cycle-steps.tsx';
import { Side } from './side/side.tsx';
import { useTheme } from './theme.ts';
import { TreemapView } from './treemap/treemap-view.tsx';

interface GraphTabProps {
  folder: FolderState;
  name: string;
  state: GraphState;
  onChange: (change: Partial<GraphState>) => void;
  reveal: Reveal | null;
}

/** The tab of the block graph: asks for what it shows. */
export function GraphTab(props: GraphTabProps) {
  const { answer: graph, failure } = useAnswer(props.folder, { kind: 'graph' });
  const { answer: figures, failure: other } = useAnswer(props.folder, { kind: 'figures' });
  return graph === null || figures === null ? <Waiting failure={failure ?? other} /> : <Graph {...props} drawn={graph} figures={figures} />;
}

interface GraphProps extends GraphTabProps {
  drawn: ReportGraph;
  figures: Answers['figures'];
}

function Graph({ folder, name, drawn, figures, state, onChange, reveal }: GraphProps) {
  const health = useStable(figures, (all) => JSON.stringify(Object.entries(all).map(([id, { score }]) => [id, score])));
  const graph = useMemo(() => withHealth(drawn, health), [drawn, health]);
  const pictured = useMemo(() => (state.shown.includes('critical') ? graph : { ...graph, criticalPath: [] }), [graph, state.shown]);
  const { answers: [bottlenecks = null] } = useAnswers(folder, state.shown.includes('bottlenecks') ? [{ kind: 'bottlenecks' as const }] : []);
  const theme = useTheme();
  const canvas = useRef<CanvasHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const [document, setDocument] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const branches = useMemo(() => outlineOf(graph), [graph]);
  const closed = useMemo(() => (state.collapsed ? new Set(state.collapsed) : initiallyClosed(graph)), [graph, state.collapsed]);
  const counts = useMemo(() => new Map(Object.entries(figures).flatMap(([id, own]) => (own.findings > 0 ? [[id, own.findings] as const] : []))), [figures]);
  const findings = useStable(counts, (all) => JSON.stringify([...all]));
  const isBlock = (id: string): boolean => graph.blocks.some((block) => block.id === id);
  const trail = state.trail.filter((focus) => (focus.kind === 'around' ? isBlock(focus.block) : isBlock(focus.from) && isBlock(focus.to)));
  const focus = trail.at(-1) ?? null;
  const about = useMemo(() => (focus ? planFocus(graph, focus, findings, { width: 1, height: 1 }) : null), [graph, focus, findings]);

  const toggle = (branch: string): void => {
    const next = new Set(closed);
    if (!next.delete(branch)) next.add(branch);
    onChange({ collapsed: [...next], edge: null, cycle: null });
  };
  const choose = (id: string | null): void => onChange({ selected: id, edge: null, cycle: null, ...(id !== null ? { side: true } : {}) });
  /** Opens the rows around blocks that are closed. */
  const opened = (ids: readonly string[]): Partial<GraphState> => {
    const around = ids.flatMap((id) => branchesAround(branches, id).map((branch) => branch.id)).filter((branch) => closed.has(branch));
    return around.length === 0 ? {} : { collapsed: [...closed].filter((branch) => !around.includes(branch)) };
  };
  /** Chooses a block and shows it, in an opened row if need be. */
  const find = (id: string): void => {
    const inFocus = about !== null && [...about.nodes.values()].some(({ block }) => block?.id === id);
    onChange({
      selected: id, edge: null, cycle: null, side: true, ...opened([id]),
      ...(trail.length > 0 && !inFocus ? { trail: [], view: null } : {}),
    });
    canvas.current?.goTo(blockKey(id));
  };
  const chooseEdge = (edge: ChosenEdge): void => onChange({ edge, selected: null, cycle: null, side: true });
  /** Shows a step of a cycle; the keyboard stays with the steps. */
  const stepTo = (cycle: CycleStep): void => {
    const edge = cycleEdge(cycle);
    onChange({ cycle, edge, selected: null, side: true, ...opened(cycle.blocks), ...(trail.length > 0 ? { trail: [], view: null } : {}) });
    for (const key of [edge.to, edge.from]) canvas.current?.goTo(key, false);
  };
  const follow = (next: readonly Focus[]): void => onChange({ trail: [...next], picture: state.picture === 'mermaid' ? 'mermaid' : 'map', view: null,
    room: null, edge: null, cycle: null });
  const focusOn = (next: Focus): void => {
    if (next.kind === 'around') onChange({ selected: next.block });
    follow(JSON.stringify(next) === JSON.stringify(focus) ? trail : [...trail, next]);
  };
  const leave = (): void => {
    if (state.selected !== null || state.edge !== null) choose(null);
    else if (trail.length > 0) follow(trail.slice(0, -1));
  };

  useEffect(() => {
    if (reveal && isBlock(reveal.block)) find(reveal.block);
  }, [reveal]);

  if (graph.blocks.length === 0) {
    return (
      <div class="notice">
        <div class="notice-words">
          <h2>No blocks found</h2>
          <p>A block is a folder of source files. Add source files, or define “blocks” in archwright.jsonc.</p>
        </div>
      </div>
    );
  }
  const exportWith = (write: (svg: string) => void | Promise<void>) => (): void => {
    const map = root.current?.querySelector('svg.map');
    const svg = state.picture === 'map' && map ? new XMLSerializer().serializeToString(map) : document;
    Promise.resolve(write(svg)).then(() => setFailure(null), (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const around = (block: string): void => focusOn({ kind: 'around', block, depth: 1, direction: 'both' });
  const isMap = state.picture === 'map' || state.picture === 'mermaid';
  return (
    <div class="graph-tab" ref={root}>
      <div class="toolbar">
        <PictureSwitch picture={state.picture} onChange={(picture) => onChange({ picture, view: null, room: null })} />
        <BlockSearch blocks={graph.blocks} value={state.search} onChange={(search) => onChange({ search })} onFind={find} />
        <GraphTools
          canvas={canvas} state={{ ...state, trail }} grouped={isMap && trail.length === 0 && branches.some(({ title }) => title !== '')} ready={isMap}
          onChange={onChange} onExpand={() => onChange({ collapsed: [], view: null })}
          onCollapse={() => onChange({ collapsed: allBranches(branches).map(({ id }) => id), view: null })}
          onSvg={exportWith((svg) => exportSvg(svg, theme, name))} onPng={exportWith((svg) => exportPng(svg, theme, name))}
        />
      </div>
      {isMap && focus && about && <FocusBar trail={trail} blocks={graph.blocks} words={focusWords(focus, about)} onTrail={follow} />}
      <div class={state.side ? 'graph-split' : 'graph-split graph-alone'}>
        <section class="graph-main" aria-label="Diagram">
          {failure !== null && <p class="strip" role="status">{failure}</p>}
          {state.picture === 'matrix' ? (
            <MatrixView graph={graph} state={state} theme={theme} onChoose={choose} onEdge={chooseEdge} onFocus={around} handle={canvas} />
          ) : state.picture === 'treemap' ? (
            <TreemapView graph={graph} findings={findings} selected={state.selected} theme={theme} onChoose={choose} onFocus={around} />
          ) : state.picture === 'mermaid' ? (
            <DocumentView
              handle={canvas} folder={folder} graph={pictured} bottlenecks={bottlenecks} findings={findings} closed={closed}
              focus={focus?.kind === 'around' ? focus.block : undefined} state={state} theme={theme}
              onChange={onChange} onChoose={choose} onToggle={toggle} onLeave={leave} onDrawn={setDocument} onFailure={setFailure}
            />
          ) : (
            <MapView
              handle={canvas} folder={folder} graph={pictured} bottlenecks={bottlenecks} findings={findings} closed={closed} focus={focus}
              state={state} theme={theme} onChange={onChange}
              onChoose={choose} onEdge={chooseEdge} onToggle={(branch) => { toggle(branch); canvas.current?.goTo(branchKey(branch)); }} onFocus={around}
                onLeave={leave}
            />
          )}
          {isMap && <Legend palette={theme.palette} states={new Set(graph.blocks.map((block) => block.state))} shown={state.shown}
            directions={state.picture === 'map'} />}
        </section>
        {state.side && (
          <Side
            folder={folder} graph={graph} state={state} branches={branches} closed={closed} focus={focus} about={about}
            bottlenecks={bottlenecks} onCycle={stepTo} onToggle={toggle} onChoose={find} onEdge={chooseEdge} onFocus={focusOn} onClose={() => choose(null)}
          />
        )}
      </div>
    </div>
  );
}

/** The graph with the health of its blocks, which changes more often than the graph. */
function withHealth(graph: ReportGraph, figures: Answers['figures']): ReportGraph {
  const blocks = graph.blocks.map((block) => {
    const own = figures[block.id];
    return own === undefined ? block : { ...block, health: { score: own.score, grade: own.grade } };
  });
  return { ...graph, blocks };
}

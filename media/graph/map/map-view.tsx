/** The block graph as the panel draws it: all rows, or what the graph was narrowed to. */
import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Bottlenecks, FolderState } from '../../../server/protocol/answers.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import { filterEdges, MOST_EDGES } from '../../../server/diagram/map/filter.ts';
import { planFocus, type Focus } from '../../../server/diagram/map/focus.ts';
import { layOutMap, type MapLayout, type Room } from '../../../server/diagram/map/layout.ts';
import { branchesAround, outlineOf } from '../../../server/diagram/map/outline.ts';
import { MapPicture, type MapPictureProps, type Relation } from '../../../server/diagram/map/picture.tsx';
import { blockKey, branchKey, planMap, type MapEdge, type MapNode } from '../../../server/diagram/map/plan.ts';
import { pair } from '../../../server/diagram/plan.ts';
import type { ChosenEdge, GraphState } from '../../state.ts';
import { bottleneckWords } from '../bottlenecks.ts';
import { useFlowNames, type BlockPair } from '../flows.ts';
import type { Theme } from '../theme.ts';
import { MapCanvas, type CanvasHandle } from './map-canvas.tsx';

interface MapViewProps {
  handle: RefObject<CanvasHandle | null>;
  folder: FolderState;
  graph: ReportGraph;
  /** Null where they are not shown, or not known yet. */
  bottlenecks: Bottlenecks | null;
  findings: ReadonlyMap<string, number>;
  closed: ReadonlySet<string>;
  focus: Focus | null;
  state: GraphState;
  theme: Theme;
  onChange: (change: Partial<GraphState>) => void;
  onChoose: (block: string | null) => void;
  onEdge: (edge: ChosenEdge) => void;
  onToggle: (branch: string) => void;
  onFocus: (block: string) => void;
  onLeave: () => void;
}

/** With more edges than these a focused picture shows only one way to each block, and all edges of a block under the pointer. */
const MOST_FOCUSED = 80;

const EMPTY: ReadonlyMap<string, 'both'> = new Map();
const NONE: ReadonlySet<string> = new Set();
/** With more edges than these, what passes is written along those of the selection alone. */
const MOST_NAMED = 60;

/** The picture with everything that can be done in it. */
export function MapView({ handle, folder, graph, bottlenecks, findings, closed, focus, state, theme, ...on }: MapViewProps) {
  const [space, setSpace] = useState<Room>({ width: 960, height: 640 });
  const [hovered, setHovered] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  // A view of the user's own stays what it is, so the layout under it must stay too.
  const room = state.view && state.room ? state.room : space;
  const drawn = useMemo(() => {
    if (focus) {
      const picture = planFocus(graph, focus, findings, room);
      if (picture) return { ...picture, flow: 'columns' as const };
    }
    const plan = planMap(graph, closed, findings);
    return { layout: layOutMap(plan, room), nodes: plan.nodes, edges: plan.edges, flow: 'rows' as const, centre: null, onWays: null };
  }, [graph, findings, closed, focus, room.width, room.height]);

  const chosen = useMemo(() => selectedKeys(graph, drawn.nodes, state), [graph, drawn, state.selected, state.edge, state.cycle]);
  const always = useMemo(() => shownEdges(drawn, chosen, null, focus, state), [drawn, chosen, focus, state.edges]);
  const shown = useMemo(() => (hovered === null ? always : shownEdges(drawn, chosen, hovered, focus, state)), [always, hovered]);
  const names = useNames(folder, drawn.nodes, always, shown, state);
  const marks = useMemo(() => (bottlenecks === null ? undefined : bottleneckWords(drawn.nodes, bottlenecks)), [drawn, bottlenecks]);
  const first = drawn.layout.boxes[0]?.key ?? null;
  const inPicture = current !== null && (drawn.nodes.has(current) || drawn.layout.bands.some(({ key }) => key === current));

  const activate = (key: string): void => {
    setCurrent(key);
    const node = drawn.nodes.get(key);
    if (node?.block) on.onChoose(node.block.id === state.selected ? null : node.block.id);
    else if (node?.branch) on.onToggle(node.branch.id);
    else on.onToggle(key.slice(branchKey('').length));
  };
  return (
    <>
      {names.hint && <p class="strip" role="status">Open a row, or choose a block, to see what passes along its arrows.</p>}
      {drawn.edges.length > MOST_EDGES && state.edges === 'all' && <p class="strip" role="status">Showing {MOST_EDGES} of {drawn.edges.length} arrows.</p>}
      <MapCanvas
        handle={handle} subject={focus ? JSON.stringify(focus) : 'rows'} size={drawn.layout}
        view={state.view} centre={drawn.centre}
        onView={(view) => { if (view !== null || state.view !== null) on.onChange({ view, room: view === null ? null : room }); }}
        onRoom={(next) => setSpace((now) => (now.width === next.width && now.height === next.height ? now : next))}
        onActivate={activate} onOpen={(key) => { const block = drawn.nodes.get(key)?.block; if (block) on.onFocus(block.id); }}
        onEdge={(key) => { const edge = drawn.edges.find((one) => one.key === key); if (edge) on.onEdge(plainEdge(edge, drawn.nodes)); }}
        onHover={setHovered} onCurrent={setCurrent} onLeave={on.onLeave}
      >
        <MapPicture
          layout={drawn.layout} nodes={drawn.nodes} edges={shown} flow={drawn.flow} palette={theme.palette} font={theme.font}
          selected={chosen.keys} related={focus ? null : chosen.isEdge ? chosen.cycle : relatedTo(chosen.keys, drawn.edges)}
          names={names.byEdge} bottlenecks={marks} selectedEdge={chosen.edge} current={inPicture ? current : [...chosen.keys][0] ?? first}
        />
      </MapCanvas>
    </>
  );
}

interface Chosen {
  keys: ReadonlySet<string>;
  /** Key of the chosen edge in this picture. */
  edge: string | null;
  isEdge: boolean;
  /** The boxes of a cycle that is stepped through, and its edges. */
  cycle: ReadonlyMap<string, 'both'>;
  cycleEdges: ReadonlySet<string>;
}

/** The boxes that stand for the selection: of a block in a closed row, that row. */
function selectedKeys(graph: ReportGraph, nodes: ReadonlyMap<string, MapNode>, { selected, edge, cycle }: GraphState): Chosen {
  const boxesOf = (key: string): string[] => {
    if (nodes.has(key)) return [key];
    const id = key.startsWith(blockKey('')) ? key.slice(blockKey('').length) : null;
    if (id === null) return [];
    const copies = [`users:${id}`, `used:${id}`].filter((copy) => nodes.has(copy));
    if (copies.length > 0) return copies;
    return branchesAround(outlineOf(graph), id).map((branch) => branchKey(branch.id)).filter((branch) => nodes.has(branch)).slice(0, 1);
  };
  if (edge !== null) {
    const [from, to] = [boxesOf(edge.from)[0], boxesOf(edge.to)[0]];
    const keys = (cycle?.blocks ?? []).map((id) => boxesOf(blockKey(id))[0]);
    return {
      keys: new Set([from, to].filter((key) => key !== undefined)), edge: JSON.stringify([from, to]), isEdge: true,
      cycle: new Map(keys.flatMap((key) => (key === undefined ? [] : [[key, 'both'] as const]))),
      cycleEdges: new Set(keys.map((key, at) => JSON.stringify([key, keys[(at + 1) % keys.length]]))),
    };
  }
  return { keys: new Set(selected === null ? [] : boxesOf(blockKey(selected))), edge: null, isEdge: false, cycle: EMPTY, cycleEdges: NONE };
}

/** An edge of a focused picture, by the keys that every picture knows. */
function plainEdge({ from, to }: MapEdge, nodes: ReadonlyMap<string, MapNode>): ChosenEdge {
  const plain = (key: string): string => { const block = nodes.get(key)?.block; return block ? blockKey(block.id) : key; };
  return { from: plain(from), to: plain(to) };
}

interface Drawn {
  layout: MapLayout;
  edges: readonly MapEdge[];
  /** In a focused picture, the edges that lead to a block first. */
  onWays: ReadonlySet<string> | null;
}

function shownEdges({ layout, edges, onWays }: Drawn, chosen: Chosen, hovered: string | null, focus: Focus | null,
  state: GraphState): MapPictureProps['edges'] {
  const relationTo = (edge: MapEdge, keys: ReadonlySet<string>): Relation => (keys.has(edge.from) ? 'uses' : keys.has(edge.to) ? 'usedBy' : 'none');
  if (focus) {
    const few = edges.length <= MOST_FOCUSED;
    const touches = ({ from, to }: MapEdge): boolean => from === hovered || to === hovered || chosen.keys.has(from) || chosen.keys.has(to);
    return edges
      .filter((edge) => few || onWays?.has(edge.key) === true || touches(edge))
      .map((edge) => ({ edge, relation: focus.kind === 'ways' ? 'none' : edge.from.startsWith('users:') ? 'usedBy' : 'uses' }));
  }
  if (chosen.isEdge) return edges.filter(({ key }) => key === chosen.edge || chosen.cycleEdges.has(key)).map((edge) => ({ edge, relation: 'none' }));
  const hover = new Set(hovered === null ? [] : [hovered]);
  if (chosen.keys.size > 0) {
    return edges.flatMap((edge) => { const relation = relationTo(edge, chosen.keys); return relation === 'none' ? [] : [{ edge, relation }]; });
  }
  const always = new Set(filterEdges(edges, state.edges, new Set(layout.boxes.filter(({ isBar }) => isBar).map(({ key }) => key))));
  return edges.flatMap((edge) => {
    const relation = relationTo(edge, hover);
    return relation !== 'none' || always.has(edge) ? [{ edge, relation }] : [];
  });
}

function relatedTo(keys: ReadonlySet<string>, edges: readonly MapEdge[]): Map<string, 'uses' | 'usedBy' | 'both'> | null {
  if (keys.size === 0) return null;
  const related = new Map<string, 'uses' | 'usedBy' | 'both'>();
  const add = (key: string, how: 'uses' | 'usedBy'): void => { const known = related.get(key);
    related.set(key, known !== undefined && known !== how ? 'both' : how); };
  for (const { from, to } of edges) {
    if (keys.has(from)) add(to, 'uses');
    if (keys.has(to)) add(from, 'usedBy');
  }
  return related;
}

/** The blocks that an edge is between; null when one of its ends is a closed row. */
function pairOf({ from, to }: MapEdge, nodes: ReadonlyMap<string, MapNode>): BlockPair | null {
  const [user, used] = [nodes.get(from)?.block, nodes.get(to)?.block];
  return user && used ? [user.id, used.id] : null;
}

/** The names on edges, by key of the edge; `hint` says how to see any where none can be shown. Undefined when they are switched off. */
function useNames(folder: FolderState, nodes: ReadonlyMap<string, MapNode>, always: MapPictureProps['edges'], shown: MapPictureProps['edges'],
  state: GraphState): { byEdge: Map<string, string[]> | undefined; hint: boolean } {
  const isChosen = state.selected !== null || state.edge !== null;
  const steady = isChosen || always.length <= MOST_NAMED ? always : [];
  const asked = new Set(steady.map(({ edge }) => edge.key));
  const pointedAt = shown.filter(({ edge, relation }) => relation !== 'none' && !asked.has(edge.key));
  const groups = [steady, pointedAt].map((edges) => edges.flatMap(({ edge }) => {
    const own = pairOf(edge, nodes);
    return own === null ? [] : [own];
  }));
  const named = useFlowNames(folder, groups, state.shown);
  if (named === undefined) return { byEdge: undefined, hint: false };
  const byEdge = new Map(shown.flatMap(({ edge }): [string, string[]][] => {
    const names = named.get(pair(...(pairOf(edge, nodes) ?? ['', ''])));
    return names === undefined ? [] : [[edge.key, names]];
  }));
  return { byEdge, hint: groups.every((group) => group.length === 0) && shown.length > 0 };
}

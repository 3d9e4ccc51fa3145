/** The graph with its toolbar, its legend and the details beside it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JsonReport } from '../../server/protocol/report.ts';
import { findingsByBlock } from '../../server/digest/findings.ts';
import { groupBlocks, initiallyCollapsed } from '../../server/diagram/groups.ts';
import { toMermaid } from '../../server/diagram/mermaid.ts';
import type { Reveal } from '../app.tsx';
import type { GraphState } from '../state.ts';
import { BlockDetails } from './block-details.tsx';
import { BlockSearch } from './block-search.tsx';
import { Canvas, type CanvasHandle } from './canvas.tsx';
import { exportPng, exportSvg } from './export.ts';
import { GraphTools } from './graph-tools.tsx';
import { Legend } from './legend.tsx';
import { Overview } from './overview.tsx';
import { useTheme } from './theme.ts';

/** A larger graph takes many seconds to lay out and is unreadable. */
const LIMITS = { nodes: 120, edges: 300 };

interface GraphTabProps {
  /** Key of the folder. */
  folder: string;
  name: string;
  report: JsonReport;
  state: GraphState;
  onChange: (change: Partial<GraphState>) => void;
  reveal: Reveal | null;
}

/** The tab of the block graph. */
export function GraphTab({ folder, name, report, state, onChange, reveal }: GraphTabProps) {
  const { graph } = report;
  const theme = useTheme();
  const canvas = useRef<CanvasHandle>(null);
  const [svg, setSvg] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const groups = useMemo(() => groupBlocks(graph), [graph]);
  const collapsed = useMemo(() => (state.collapsed ? new Set(state.collapsed) : initiallyCollapsed(graph)), [graph, state.collapsed]);
  const selected = graph.blocks.find((block) => block.id === state.selected) ?? null;
  const focus = state.focused ? selected?.id : undefined;
  const written = useMemo(() => {
    const findings = findingsByBlock(report.findings);
    return toMermaid(graph, {
      level: 'block', collapsed, focus, findings, palette: theme.palette, labels: 'placeholders', marks: { open: '▾ ', closed: '▸ ' }, limits: LIMITS,
    });
  }, [report, collapsed, focus, theme]);

  const toggle = (group: string): void => {
    const next = new Set(written.collapsed);
    if (!next.delete(group)) next.add(group);
    onChange({ collapsed: [...next], view: null });
  };
  const choose = (id: string | null): void => {
    const group = groups.find((one) => one.blocks.some((block) => block.id === id));
    const mustOpen = group !== undefined && !state.focused && written.collapsed.has(group.id);
    const closed = groups.map((one) => one.id).filter((one) => one !== group?.id && written.collapsed.has(one));
    onChange({
      selected: id,
      ...(state.focused ? { view: null } : {}),
      ...(id === null ? { focused: false } : {}),
      ...(mustOpen ? { collapsed: closed } : {}),
    });
  };
  const find = (id: string): void => {
    choose(id);
    canvas.current?.goTo(id);
  };
  const activate = (key: string): void => {
    const id = written.nodes.get(key) ?? '';
    if (key.startsWith('g')) toggle(id);
    else choose(id);
  };

  useEffect(() => {
    if (reveal && graph.blocks.some((block) => block.id === reveal.block)) find(reveal.block);
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
  const exportWith = (write: () => void | Promise<void>) => (): void => {
    Promise.resolve(write()).then(() => setFailure(null), (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  return (
    <div class="graph-tab">
      <div class="toolbar">
        <BlockSearch blocks={graph.blocks} value={state.search} onChange={(search) => onChange({ search })} onFind={find} />
        <GraphTools
          canvas={canvas}
          grouped={groups.length > 0 && !focus}
          onExpand={() => onChange({ collapsed: [], view: null })}
          onCollapse={() => onChange({ collapsed: groups.map((group) => group.id), view: null })}
          onSvg={exportWith(() => exportSvg(svg, theme, name))}
          onPng={exportWith(() => exportPng(svg, theme, name))}
          ready={svg !== ''}
        />
      </div>
      <div class="graph-split">
        <section class="graph-main" aria-label="Diagram">
          {(written.note ?? failure) !== null && <p class="strip" role="status">{failure ?? written.note}</p>}
          {focus && (
            <p class="strip">
              Only {focus} and its neighbours are shown.{' '}
              <button type="button" class="link" onClick={() => onChange({ focused: false, view: null })}>Show all blocks</button>
            </p>
          )}
          <Canvas
            handle={canvas} written={written} theme={theme} selected={selected?.id ?? null} view={state.view} onView={(view) => onChange({ view })}
            onActivate={activate} onLeave={() => choose(null)} onDrawn={setSvg} onFailure={setFailure}
          />
          <Legend palette={theme.palette} states={new Set(graph.blocks.map((block) => block.state))} />
        </section>
        <aside class="graph-side" aria-label={selected ? `Details of ${selected.id}` : 'Overview'}>
          {selected ? (
            <BlockDetails
              folder={folder} report={report} block={selected} focused={state.focused} onFocus={(focused) => onChange({ focused, view: null })}
              onChoose={find} onClose={() => choose(null)}
            />
          ) : (
            <Overview graph={graph} groups={groups} collapsed={written.collapsed} onToggle={toggle} onChoose={find} />
          )}
        </aside>
      </div>
    </div>
  );
}

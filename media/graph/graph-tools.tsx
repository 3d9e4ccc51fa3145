import type { RefObject } from 'preact';
import { Icon, type IconName } from '../icon.tsx';
import { PICTURES, type GraphState, type PictureKind } from '../state.ts';
import type { CanvasHandle } from './map/map-canvas.tsx';
import { ShowMenu } from './show-menu.tsx';

interface GraphToolsProps {
  canvas: RefObject<CanvasHandle | null>;
  state: GraphState;
  /** Whether there are groups to open and close. */
  grouped: boolean;
  /** Whether there is a drawing to export. */
  ready: boolean;
  onChange: (change: Partial<GraphState>) => void;
  onExpand: () => void;
  onCollapse: () => void;
  onSvg: () => void;
  onPng: () => void;
}

const TITLES: Record<PictureKind, { name: string; icon: IconName; title: string }> = {
  map: { name: 'Graph', icon: 'graph', title: 'Blocks in their layers, with the arrows between them' },
  matrix: { name: 'Matrix', icon: 'matrix', title: 'Who uses whom, with cycles as squares' },
  treemap: { name: 'Treemap', icon: 'treemap', title: 'Size and health' },
  mermaid: { name: 'Mermaid', icon: 'document', title: 'The diagram as it appears in documents' },
};

/** The switch between the pictures. */
export function PictureSwitch({ picture, onChange }: { picture: PictureKind; onChange: (picture: PictureKind) => void }) {
  return (
    <div class="switch" role="group" aria-label="Picture">
      {PICTURES.map((kind) => (
        <button key={kind} type="button" class="button" aria-pressed={kind === picture} title={TITLES[kind].title} onClick={() => onChange(kind)}>
          <Icon name={TITLES[kind].icon} /> {TITLES[kind].name}
        </button>
      ))}
    </div>
  );
}

/** The buttons above the picture. What is rarely needed is folded away. */
export function GraphTools({ canvas, state, grouped, ready, onChange, onExpand, onCollapse, onSvg, onPng }: GraphToolsProps) {
  const { picture } = state;
  return (
    <div class="tools" role="toolbar" aria-label="Graph">
      {ready && <ShowMenu state={state} onChange={onChange} />}
      {picture !== 'treemap' && (
        <span class="tool-set">
          <Tool icon="minus" name="Zoom out" onClick={() => canvas.current?.zoomBy(0.8)} />
          <Tool icon="plus" name="Zoom in" onClick={() => canvas.current?.zoomBy(1.25)} />
          <Tool icon="fit" name="Fit to window" onClick={() => canvas.current?.fit()} />
        </span>
      )}
      {grouped && (
        <span class="tool-set">
          <Tool icon="expand" name="Open all layers" onClick={onExpand} />
          <Tool icon="collapse" name="Close all layers" onClick={onCollapse} />
        </span>
      )}
      <span class="tool-set">
        {ready && (
          <details class="menu" onKeyDown={(event) => { if (event.key === 'Escape') event.currentTarget.open = false; }}>
            <summary class="button button-icon" aria-label="Export" title="Export"><Icon name="download" /></summary>
            <div class="menu-items">
              <button type="button" class="button" onClick={onSvg} aria-label="Export as SVG"><Icon name="download" /> SVG</button>
              <button type="button" class="button" onClick={onPng} aria-label="Export as PNG"><Icon name="download" /> PNG</button>
            </div>
          </details>
        )}
        <Tool icon="side" name={state.side ? 'Hide details' : 'Show details'} pressed={state.side} onClick={() => onChange({ side: !state.side })} />
      </span>
    </div>
  );
}

function Tool({ icon, name, pressed, onClick }: { icon: IconName; name: string; pressed?: boolean; onClick: () => void }) {
  return (
    <button type="button" class="button button-icon" aria-label={name} aria-expanded={pressed} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

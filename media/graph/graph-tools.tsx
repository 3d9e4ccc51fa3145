import type { RefObject } from 'preact';
import { Icon, type IconName } from '../icon.tsx';
import type { CanvasHandle } from './canvas.tsx';

interface GraphToolsProps {
  canvas: RefObject<CanvasHandle | null>;
  /** Whether there are groups to open and close. */
  grouped: boolean;
  /** Whether there is a drawing to export. */
  ready: boolean;
  onExpand: () => void;
  onCollapse: () => void;
  onSvg: () => void;
  onPng: () => void;
}

/** The buttons above the graph. */
export function GraphTools({ canvas, grouped, ready, onExpand, onCollapse, onSvg, onPng }: GraphToolsProps) {
  return (
    <div class="tools" role="toolbar" aria-label="Graph">
      {grouped && (
        <span class="tool-set">
          <Tool icon="expand" name="Open all layers" onClick={onExpand} />
          <Tool icon="collapse" name="Close all layers" onClick={onCollapse} />
        </span>
      )}
      <span class="tool-set">
        <Tool icon="minus" name="Zoom out" onClick={() => canvas.current?.zoomBy(0.8)} />
        <Tool icon="plus" name="Zoom in" onClick={() => canvas.current?.zoomBy(1.25)} />
        <Tool icon="fit" name="Fit to window" onClick={() => canvas.current?.fit()} />
      </span>
      <span class="tool-set">
        <button type="button" class="button" disabled={!ready} onClick={onSvg} aria-label="Export as SVG"><Icon name="download" /> SVG</button>
        <button type="button" class="button" disabled={!ready} onClick={onPng} aria-label="Export as PNG"><Icon name="download" /> PNG</button>
      </span>
    </div>
  );
}

function Tool({ icon, name, onClick }: { icon: IconName; name: string; onClick: () => void }) {
  return (
    <button type="button" class="button button-icon" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

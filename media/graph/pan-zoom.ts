/** Moves and scales the drawing. Wraps the library, so that the rest of the page works with views. */
import createPanzoom from '@panzoom/panzoom';
import type { View } from '../state.ts';

const MIN_SCALE = 0.05;
const MAX_SCALE = 4;
/** A small drawing is not enlarged beyond this. */
const MAX_FIT = 1.2;
/** Below this, labels are hard to read, so a large drawing starts at its top, as wide as fits. */
const READABLE = 0.6;
const COMFORTABLE = 0.85;

export interface PanZoom {
  view(): View;
  show(view: View): void;
  zoomBy(factor: number, at?: { x: number; y: number }): void;
  panBy(x: number, y: number): void;
  /** Shows the whole drawing, or with `readable` as much as is readable. */
  fit(readable?: boolean): void;
  /** Centres a part of the drawing. */
  centre(part: Element): void;
  /** Moves the drawing only when a part of it is out of view. */
  reveal(part: Element): void;
  stop(): void;
}

/** Makes `stage` movable inside `frame`; `size` is the drawing's natural size. */
export function startPanZoom(frame: HTMLElement, stage: HTMLElement, size: { width: number; height: number }, onChange: (view: View) => void): PanZoom {
  const panzoom = createPanzoom(stage, { minScale: MIN_SCALE, maxScale: MAX_SCALE, origin: '0 0', cursor: 'grab', animate: false, noBind: false });
  const view = (): View => ({ ...panzoom.getPan(), scale: panzoom.getScale() });
  const show = ({ x, y, scale }: View): void => {
    // The library pans to its start position shortly after its creation; without this it would undo the first view.
    panzoom.setOptions({ startX: x, startY: y });
    panzoom.zoom(scale, { animate: false });
    panzoom.pan(x, y, { animate: false });
    onChange(view());
  };
  const zoomBy: PanZoom['zoomBy'] = (factor, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) => {
    const now = view();
    const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, now.scale * factor));
    show({ scale, x: now.x + at.x / scale - at.x / now.scale, y: now.y + at.y / scale - at.y / now.scale });
  };
  const fit = (readable = false): void => {
    const whole = Math.min(frame.clientWidth / size.width, frame.clientHeight / size.height, MAX_FIT);
    const wide = Math.max(READABLE, Math.min(frame.clientWidth / size.width, COMFORTABLE));
    const scale = Math.max(MIN_SCALE, readable && whole < READABLE ? wide : whole);
    const x = (frame.clientWidth / scale - size.width) / 2;
    const y = Math.max(0, (frame.clientHeight / scale - size.height) / 2);
    show({ scale, x, y });
  };
  // The library moves the stage in the next animation frame, so positions are measured inside the
  // drawing, where they do not depend on the view.
  const place = (part: Element): { x: number; y: number; width: number; height: number } => {
    const whole = (stage.firstElementChild ?? stage).getBoundingClientRect();
    const own = part.getBoundingClientRect();
    const scale = whole.width / size.width || 1;
    return { x: (own.x - whole.x) / scale, y: (own.y - whole.y) / scale, width: own.width / scale, height: own.height / scale };
  };
  const centre = (part: Element): void => {
    const { x, y, width, height } = place(part);
    const scale = view().scale < READABLE ? COMFORTABLE : view().scale;
    show({ scale, x: frame.clientWidth / 2 / scale - x - width / 2, y: frame.clientHeight / 2 / scale - y - height / 2 });
  };
  const reveal = (part: Element): void => {
    const { x, y, width, height } = place(part);
    const now = view();
    const outside = (at: number, length: number, room: number): boolean => at * now.scale < 0 || (at + length) * now.scale > room;
    if (outside(x + now.x, width, frame.clientWidth) || outside(y + now.y, height, frame.clientHeight)) centre(part);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const outer = frame.getBoundingClientRect();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    zoomBy(Math.exp(-Math.max(-120, Math.min(120, step)) / 500), { x: event.clientX - outer.x, y: event.clientY - outer.y });
  };
  const ended = (): void => onChange(view());
  frame.addEventListener('wheel', wheel, { passive: false });
  stage.addEventListener('panzoomend', ended);
  return {
    view, show, zoomBy, fit, centre, reveal,
    panBy: (x, y) => { const now = view(); show({ ...now, x: now.x + x / now.scale, y: now.y + y / now.scale }); },
    stop: () => {
      frame.removeEventListener('wheel', wheel);
      stage.removeEventListener('panzoomend', ended);
      panzoom.destroy();
    },
  };
}

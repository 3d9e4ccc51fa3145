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
/** The wheel has come to rest, in milliseconds. */
const REST = 150;

interface Size {
  width: number;
  height: number;
}

export interface PanZoom {
  show(view: View): void;
  zoomBy(factor: number, at?: { x: number; y: number }): void;
  panBy(x: number, y: number): void;
  /** Shows the whole drawing, or with `readable` as much as is readable,
    with the part `towards` in it. From now on it is fitted again when its space changes. */
  fit(readable?: boolean, towards?: Element | null): void;
  /** The drawing has another size now: fits it again, if it was fitted. */
  resize(size: Size): void;
  /** Centres a part of the drawing. */
  centre(part: Element): void;
  /** Moves the drawing only when a part of it is out of view. */
  reveal(part: Element): void;
  stop(): void;
}

/**
 * Makes `stage` movable inside `frame`.
 * @param natural the drawing's natural size
 * @param onChange the user's own view after each move; null when the drawing is fitted
 */
export function startPanZoom(frame: HTMLElement, stage: HTMLElement, natural: Size, onChange: (view: View | null) => void): PanZoom {
  let size = natural;
  /** How the drawing was last fitted; null while the user's own view is shown. */
  let fitted: { readable: boolean; towards: Element | null } | null = null;
  const panzoom = createPanzoom(stage, { minScale: MIN_SCALE, maxScale: MAX_SCALE, origin: '0 0', cursor: 'grab', animate: false, noBind: false,
    canvas: true });
  let turning: ReturnType<typeof setTimeout> | undefined;
  const tell = (own: View | null): void => {
    clearTimeout(turning);
    onChange(own);
  };
  const view = (): View => ({ ...panzoom.getPan(), scale: panzoom.getScale() });
  const place = ({ x, y, scale }: View): void => {
    // The library pans to its start position shortly after its creation; without this it would undo the first view.
    panzoom.setOptions({ startX: x, startY: y });
    panzoom.zoom(scale, { animate: false });
    panzoom.pan(x, y, { animate: false });
  };
  const show = (wanted: View): void => {
    fitted = null;
    place(wanted);
    tell(view());
  };
  const zoomed = (factor: number, at: { x: number; y: number }): View => {
    const now = view();
    const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, now.scale * factor));
    return { scale, x: now.x + at.x / scale - at.x / now.scale, y: now.y + at.y / scale - at.y / now.scale };
  };
  const zoomBy: PanZoom['zoomBy'] = (factor, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) => show(zoomed(factor, at));
  // The library moves the stage in the next animation frame, so positions are measured inside the
  // drawing, where they do not depend on the view.
  const placeOf = (part: Element): { x: number; y: number; width: number; height: number } => {
    const whole = (stage.firstElementChild ?? stage).getBoundingClientRect();
    const own = part.getBoundingClientRect();
    const scale = whole.width / size.width || 1;
    return { x: (own.x - whole.x) / scale, y: (own.y - whole.y) / scale, width: own.width / scale, height: own.height / scale };
  };
  const fit = (readable = false, towards: Element | null = null): void => {
    fitted = { readable, towards };
    const whole = Math.min(frame.clientWidth / size.width, frame.clientHeight / size.height, MAX_FIT);
    const wide = Math.max(READABLE, Math.min(frame.clientWidth / size.width, COMFORTABLE));
    const scale = Math.max(MIN_SCALE, readable && whole < READABLE ? wide : whole);
    const x = (frame.clientWidth / scale - size.width) / 2;
    const y = Math.max(0, (frame.clientHeight / scale - size.height) / 2);
    const part = towards?.isConnected === true ? placeOf(towards) : null;
    const isIn = (from: number, length: number, at: number, room: number): boolean => (from + at) * scale >= 0 && (from + at + length) * scale <= room;
    const shown = part === null || (isIn(part.x, part.width, x, frame.clientWidth) && isIn(part.y, part.height, y, frame.clientHeight));
    // As far towards the part as leaves no empty space beside the drawing.
    const within = (wanted: number, room: number, length: number): number => Math.min(0, Math.max(room / scale - length, wanted));
    place(shown ? { scale, x, y } : {
      scale,
      x: size.width * scale <= frame.clientWidth ? x : within(frame.clientWidth / 2 / scale - part.x - part.width / 2, frame.clientWidth, size.width),
      y: size.height * scale <= frame.clientHeight ? y : within(frame.clientHeight / 2 / scale - part.y - part.height / 2, frame.clientHeight, size.height),
    });
    tell(null);
  };
  const centre = (part: Element): void => {
    const { x, y, width, height } = placeOf(part);
    const scale = view().scale < READABLE ? COMFORTABLE : view().scale;
    show({ scale, x: frame.clientWidth / 2 / scale - x - width / 2, y: frame.clientHeight / 2 / scale - y - height / 2 });
  };
  const reveal = (part: Element): void => {
    const { x, y, width, height } = placeOf(part);
    const now = view();
    const outside = (at: number, length: number, room: number): boolean => at * now.scale < 0 || (at + length) * now.scale > room;
    if (outside(x + now.x, width, frame.clientWidth) || outside(y + now.y, height, frame.clientHeight)) centre(part);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const outer = frame.getBoundingClientRect();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    fitted = null;
    place(zoomed(Math.exp(-Math.max(-120, Math.min(120, step)) / 500), { x: event.clientX - outer.x, y: event.clientY - outer.y }));
    // A wheel turns many times a second, and whoever is told draws and stores everything anew.
    clearTimeout(turning);
    turning = setTimeout(() => tell(view()), REST);
  };
  let before = view();
  const began = (): void => { before = view(); };
  const ended = (): void => {
    const now = view();
    // A click also begins and ends a move.
    if (now.x === before.x && now.y === before.y && now.scale === before.scale) return;
    fitted = null;
    tell(now);
  };
  const observer = new ResizeObserver(() => {
    if (fitted !== null && frame.clientWidth > 0) fit(fitted.readable, fitted.towards);
  });
  observer.observe(frame);
  frame.addEventListener('wheel', wheel, { passive: false });
  stage.addEventListener('panzoomstart', began);
  stage.addEventListener('panzoomend', ended);
  return {
    show, zoomBy, fit, centre, reveal,
    panBy: (x, y) => { const now = view(); show({ ...now, x: now.x + x / now.scale, y: now.y + y / now.scale }); },
    resize: (next) => {
      size = next;
      if (fitted !== null) fit(fitted.readable, fitted.towards);
    },
    stop: () => {
      clearTimeout(turning);
      observer.disconnect();
      frame.removeEventListener('wheel', wheel);
      stage.removeEventListener('panzoomstart', began);
      stage.removeEventListener('panzoomend', ended);
      panzoom.destroy();
    },
  };
}

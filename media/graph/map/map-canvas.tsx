/** The frame around a picture of the map: moves it, and passes on what was clicked or reached by key. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import type { Room } from '../../../server/diagram/map/layout.ts';
import type { View } from '../../state.ts';
import { startPanZoom, type PanZoom } from '../pan-zoom.ts';
import { nextInDirection } from './walk.ts';

export interface CanvasHandle {
  zoomBy(factor: number): void;
  fit(): void;
  /** Brings a box into view, now or as soon as it is drawn, and focuses it unless the keyboard is to stay where it is. */
  goTo(key: string, focuses?: boolean): void;
}

interface MapCanvasProps {
  handle: RefObject<CanvasHandle | null>;
  /** Changes when another picture is shown, which is then fitted anew. */
  subject: string;
  /** Natural size of the picture. */
  size: Room;
  /** Where the user moved it; null fits it. */
  view: View | null;
  onView: (view: View | null) => void;
  /** The space changed. */
  onRoom: (room: Room) => void;
  /** Key of the box to begin with when a picture does not fit. */
  centre: string | null;
  onActivate: (key: string) => void;
  onOpen: (key: string) => void;
  onEdge: (key: string) => void;
  onHover: (key: string | null) => void;
  onCurrent: (key: string) => void;
  onLeave: () => void;
  children: ComponentChildren;
}

const PAN_STEP = 60;
/** Pixels that the pointer may move during a click before it counts as a drag. */
const CLICK_SLACK = 4;

const attribute = (target: EventTarget | null, name: 'key' | 'edge'): string | null =>
  (target instanceof Element ? target.closest<SVGElement>(`[data-${name}]`)?.dataset[name] : undefined) ?? null;

const boxAt = (stage: HTMLElement | null, key: string): SVGElement | null => stage?.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;

/** A row that was opened or closed where it is, unlike a block that was looked for. */
const isRow = (box: Element): boolean => box.hasAttribute('aria-expanded');

/** The movable picture. */
export function MapCanvas(props: MapCanvasProps) {
  const { handle, size, subject } = props;
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const panZoom = useRef<PanZoom | null>(null);
  const wanted = useRef<{ key: string; focuses: boolean } | null>(null);
  const pressed = useRef({ x: 0, y: 0 });
  const newest = useRef(props);
  newest.current = props;

  const goToWanted = (): void => {
    const { key, focuses } = wanted.current ?? { key: null, focuses: false };
    const box = key === null ? null : boxAt(stage.current, key);
    if (!box) return;
    wanted.current = null;
    if (isRow(box) || !focuses) panZoom.current?.reveal(box);
    else panZoom.current?.centre(box);
    if (focuses) box.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    zoomBy: (factor) => panZoom.current?.zoomBy(factor),
    fit: () => panZoom.current?.fit(),
    goTo: (key, focuses = true) => {
      wanted.current = { key, focuses };
      // It may be in a closed row that opens with the next picture.
      goToWanted();
    },
  }), []);

  useLayoutEffect(() => {
    if (!frame.current || !stage.current) return undefined;
    const own = startPanZoom(frame.current, stage.current, newest.current.size, (view) => newest.current.onView(view));
    panZoom.current = own;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) newest.current.onRoom({ width: Math.round(entry.contentRect.width),
        height: Math.round(entry.contentRect.height) });
    });
    observer.observe(frame.current);
    return () => { observer.disconnect(); own.stop(); };
  }, []);
  useLayoutEffect(() => panZoom.current?.resize(newest.current.size), [size.width, size.height]);
  useLayoutEffect(() => {
    const { view, centre } = newest.current;
    if (view) panZoom.current?.show(view);
    else panZoom.current?.fit(true, centre === null ? null : boxAt(stage.current, centre));
  }, [subject]);
  useEffect(() => goToWanted());

  const moveTo = (direction: 'left' | 'right' | 'up' | 'down'): void => {
    const from = document.activeElement;
    const next = stage.current && from ? nextInDirection(stage.current.querySelectorAll<SVGElement>('[data-key]'), from, direction) : null;
    const key = attribute(next, 'key');
    if (!next || key === null) return;
    newest.current.onCurrent(key);
    next.focus({ preventScroll: true });
    panZoom.current?.reveal(next);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = attribute(event.target, 'key');
    const arrow = (direction: 'left' | 'right' | 'up' | 'down', x: number, y: number): (() => void) =>
      (key === null ? () => panZoom.current?.panBy(x, y) : () => moveTo(direction));
    const acts: Record<string, (() => void) | undefined> = {
      '+': () => panZoom.current?.zoomBy(1.25),
      '=': () => panZoom.current?.zoomBy(1.25),
      '-': () => panZoom.current?.zoomBy(0.8),
      '0': () => panZoom.current?.fit(),
      'ArrowLeft': arrow('left', PAN_STEP, 0),
      'ArrowRight': arrow('right', -PAN_STEP, 0),
      'ArrowUp': arrow('up', 0, PAN_STEP),
      'ArrowDown': arrow('down', 0, -PAN_STEP),
      'Escape': props.onLeave,
      'Enter': key === null ? undefined : () => props.onActivate(key),
      ' ': key === null ? undefined : () => props.onActivate(key),
      'f': key === null ? undefined : () => props.onOpen(key),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const click = (event: MouseEvent): void => {
    if (Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y) > CLICK_SLACK) return;
    const edge = attribute(event.target, 'edge');
    const key = attribute(event.target, 'key');
    if (edge !== null) props.onEdge(edge);
    else if (key !== null) props.onActivate(key);
  };
  const focusIn = (event: FocusEvent): void => {
    const key = attribute(event.target, 'key');
    if (key === null || !(event.target as Element).matches(':focus-visible')) return;
    props.onCurrent(key);
    panZoom.current?.reveal(event.target as Element);
  };
  return (
    <div
      ref={frame}
      class="canvas map-canvas"
      tabIndex={0}
      role="group"
      aria-label="Block graph. Plus and minus zoom, 0 fits, arrow keys move. Tab goes to the boxes: arrow keys to the next, Enter selects or opens, F focuses."
      onKeyDown={keyDown}
      onPointerDownCapture={(event) => { pressed.current = { x: event.clientX, y: event.clientY }; }}
      onClick={click}
      onDblClick={(event) => { const key = attribute(event.target, 'key'); if (key !== null) props.onOpen(key); }}
      onPointerOver={(event) => props.onHover(attribute(event.target, 'key'))}
      onPointerLeave={() => props.onHover(null)}
      onFocusIn={focusIn}
      // The browser scrolls the frame to the focused element; only the view may move the drawing.
      onScroll={() => frame.current?.scrollTo(0, 0)}
    >
      <div ref={stage} class="stage">{props.children}</div>
    </div>
  );
}

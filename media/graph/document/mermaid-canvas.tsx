/** The drawing: redrawn when its text or the theme changes, moved with mouse and keys. */
import type { RefObject } from 'preact';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { blockKey as blockKeyOfMap } from '../../../server/diagram/map/plan.ts';
import type { MermaidText } from '../../../server/diagram/mermaid.ts';
import type { View } from '../../state.ts';
import { decorate, keyAt, markSelected } from './decorate.ts';
import { draw } from './draw.ts';
import type { CanvasHandle } from '../map/map-canvas.tsx';
import { startPanZoom, type PanZoom } from '../pan-zoom.ts';
import type { Theme } from '../theme.ts';

interface MermaidCanvasProps {
  handle: RefObject<CanvasHandle | null>;
  written: MermaidText;
  theme: Theme;
  /** Id of the chosen block. */
  selected: string | null;
  /** Position of the drawing; null fits it to the window. */
  view: View | null;
  onView: (view: View | null) => void;
  /** A box or a layer's title was clicked, or Enter was pressed on it. */
  onActivate: (key: string) => void;
  onLeave: () => void;
  /** The drawing as SVG text, before roles and the selection were added. */
  onDrawn: (svg: string) => void;
  onFailure: (message: string | null) => void;
}

const PAN_STEP = 60;
/** Pixels that the pointer may move during a click before it counts as a drag. */
const CLICK_SLACK = 4;

const blockKey = (written: MermaidText, id: string | null): string | null =>
  written.diagram.nodes.find((node) => node.block !== null && node.block.id === id)?.key ?? null;

/** The drawing, which can be moved and zoomed. */
export function MermaidCanvas(props: MermaidCanvasProps) {
  const { handle, written, theme, selected } = props;
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const panZoom = useRef<PanZoom | null>(null);
  const keepsFocus = useRef(false);
  const wanted = useRef<string | null>(null);
  const pressed = useRef({ x: 0, y: 0 });
  const newest = useRef(props);
  newest.current = props;
  const [drawing, setDrawing] = useState(true);

  const goToWanted = (): void => {
    const key = blockKey(newest.current.written, wanted.current);
    const element = key === null ? null : stage.current?.querySelector<SVGElement>(`[data-key="${key}"]`);
    if (!element) return;
    wanted.current = null;
    panZoom.current?.centre(element);
    if (!keepsFocus.current) element.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    zoomBy: (factor) => panZoom.current?.zoomBy(factor),
    fit: () => panZoom.current?.fit(),
    goTo: (key, focuses = true) => {
      keepsFocus.current = !focuses;
      wanted.current = key.slice(blockKeyOfMap('').length);
      // The block may be in a closed layer that opens with the next drawing.
      goToWanted();
    },
  }), []);

  useEffect(() => {
    let current = true;
    setDrawing(true);
    draw(written.text, theme, written.diagram.nodes.length + written.diagram.edges.length).then(
      (svg) => {
        if (!current || !stage.current || !frame.current) return;
        const focused = keyAt(document.activeElement);
        const focusedId = focused === null || !stage.current.contains(document.activeElement) ? null : focused;
        panZoom.current?.stop();
        stage.current.innerHTML = svg;
        const drawn = stage.current.querySelector('svg');
        if (!drawn) return;
        const { width, height } = drawn.viewBox.baseVal;
        drawn.setAttribute('width', String(width));
        drawn.setAttribute('height', String(height));
        drawn.style.maxWidth = 'none';
        decorate(drawn, written);
        markSelected(drawn, blockKey(written, newest.current.selected));
        panZoom.current = startPanZoom(frame.current, stage.current, { width, height }, (view) => newest.current.onView(view));
        const { view } = newest.current;
        if (view) panZoom.current.show(view);
        else panZoom.current.fit(true);
        if (focusedId !== null) drawn.querySelector<SVGElement>(`[data-key="${focusedId}"]`)?.focus({ preventScroll: true });
        goToWanted();
        setDrawing(false);
        newest.current.onDrawn(svg);
        newest.current.onFailure(null);
      },
      (error: unknown) => {
        if (!current) return;
        setDrawing(false);
        newest.current.onFailure(`The graph could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
    return () => { current = false; };
  }, [written, theme]);
  useEffect(() => () => panZoom.current?.stop(), []);
  useEffect(() => {
    const svg = stage.current?.querySelector('svg');
    if (svg) markSelected(svg, blockKey(written, selected));
  }, [selected]);

  const keyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      '+': () => panZoom.current?.zoomBy(1.25),
      '=': () => panZoom.current?.zoomBy(1.25),
      '-': () => panZoom.current?.zoomBy(0.8),
      '0': () => panZoom.current?.fit(),
      ArrowLeft: () => panZoom.current?.panBy(PAN_STEP, 0),
      ArrowRight: () => panZoom.current?.panBy(-PAN_STEP, 0),
      ArrowUp: () => panZoom.current?.panBy(0, PAN_STEP),
      ArrowDown: () => panZoom.current?.panBy(0, -PAN_STEP),
      Escape: props.onLeave,
    };
    const key = keyAt(event.target);
    const open = key === null ? undefined : (): void => props.onActivate(key);
    const act = event.key === 'Enter' || event.key === ' ' ? open : moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const click = (event: MouseEvent): void => {
    const dragged = Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y) > CLICK_SLACK;
    const key = keyAt(event.target);
    if (!dragged && key !== null) props.onActivate(key);
  };
  const focusIn = (event: FocusEvent): void => {
    const target = event.target as Element;
    if (keyAt(target) !== null && target.matches(':focus-visible')) panZoom.current?.reveal(target);
  };
  // The browser scrolls the frame to the focused element; only the view may move the drawing.
  const keepInPlace = (): void => frame.current?.scrollTo(0, 0);
  return (
    <div
      ref={frame}
      class="canvas"
      tabIndex={0}
      role="group"
      aria-label="Block graph. Plus and minus zoom, 0 fits, arrow keys move, Tab goes to the next block, Enter opens it."
      aria-busy={drawing}
      onKeyDown={keyDown}
      onPointerDownCapture={(event) => { pressed.current = { x: event.clientX, y: event.clientY }; }}
      onClick={click}
      onFocusIn={focusIn}
      onScroll={keepInPlace}
    >
      <div ref={stage} class="stage" />
      {drawing && <p class="drawing">Drawing…</p>}
    </div>
  );
}

/** The dependency matrix: a scrolling canvas, and for screen readers the cell that the keyboard is on. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { blockKey } from '../../../server/diagram/map/plan.ts';
import { cellWords, planMatrix } from '../../../server/diagram/matrix.ts';
import type { ReportGraph } from '../../../server/protocol/report.ts';
import { counted } from '../../../server/text/wording.ts';
import type { ChosenEdge, GraphState } from '../../state.ts';
import type { Theme } from '../theme.ts';
import { drawMatrix, HEADER } from './draw-matrix.ts';
import { MatrixLegend } from './matrix-legend.tsx';

interface MatrixViewProps {
  graph: ReportGraph;
  state: GraphState;
  theme: Theme;
  onChoose: (block: string | null) => void;
  onEdge: (edge: ChosenEdge) => void;
  onFocus: (block: string) => void;
  /** Tells how to zoom, for the buttons above. */
  handle: { current: { zoomBy(factor: number): void; fit(): void; goTo(key: string): void } | null };
}

interface Place {
  row: number;
  column: number;
}

const SMALLEST = 4;
const LARGEST = 40;
/** As small as a cell gets by itself: below, nobody could read the counts. */
const READABLE = 18;

/** The matrix with headers that stay. */
export function MatrixView({ graph, state, theme, onChoose, onEdge, onFocus, handle }: MatrixViewProps) {
  const matrix = useMemo(() => planMatrix(graph), [graph]);
  const index = useMemo(() => new Map(matrix.blocks.map(({ id }, at) => [blockKey(id), at])), [matrix]);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [size, setSize] = useState<number | null>(null);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<Place | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const count = matrix.blocks.length;
  const fitting = Math.floor(Math.min((room.width - HEADER.width - 12) / Math.max(1, count), (room.height - HEADER.height - 12) / Math.max(1, count)));
  const cell = size ?? Math.max(READABLE, Math.min(26, fitting));
  const chosen = state.edge === null ? null : placeOf(index, state.edge);
  const selected = state.selected === null ? -1 : (index.get(blockKey(state.selected)) ?? -1);

  const paint = useRef<() => void>(() => undefined);
  paint.current = () => {
    const [box, context] = [scroller.current, canvas.current?.getContext('2d')];
    if (!box || !context) return;
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawMatrix(context, matrix, { ...room, left: box.scrollLeft, top: box.scrollTop, cell }, theme, {
      selected, chosen, cursor: hovered ?? (hasFocus ? cursor : null),
    });
  };
  useLayoutEffect(() => {
    if (!scroller.current) return undefined;
    const observer = new ResizeObserver(() => {
      if (scroller.current) setRoom({ width: scroller.current.clientWidth, height: scroller.current.clientHeight });
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const ratio = window.devicePixelRatio;
    // Setting the size clears the canvas, so it is set only when it changes.
    const [wide, high] = [Math.round(room.width * ratio), Math.round(room.height * ratio)];
    if (canvas.current.width !== wide) canvas.current.width = wide;
    if (canvas.current.height !== high) canvas.current.height = high;
    paint.current();
  });
  const reveal = ({ row, column }: Place): void => {
    const box = scroller.current;
    if (!box) return;
    const [width, height] = [room.width - HEADER.width, room.height - HEADER.height];
    if (column * cell < box.scrollLeft) box.scrollLeft = column * cell;
    else if ((column + 1) * cell > box.scrollLeft + width) box.scrollLeft = (column + 1) * cell - width;
    if (row * cell < box.scrollTop) box.scrollTop = row * cell;
    else if ((row + 1) * cell > box.scrollTop + height) box.scrollTop = (row + 1) * cell - height;
  };
  useEffect(() => { if (selected >= 0) reveal({ row: selected, column: selected }); }, [selected, room.width > 0]);
  handle.current = {
    zoomBy: (factor) => setSize(Math.max(SMALLEST, Math.min(LARGEST, Math.round(cell * factor) + (factor > 1 ? 1 : 0)))),
    fit: () => setSize(Math.max(SMALLEST, Math.min(26, fitting))),
    goTo: (key) => { const at = index.get(key); if (at !== undefined) reveal({ row: at, column: at }); },
  };

  const at = (event: MouseEvent): Place | null => {
    const box = scroller.current;
    if (!box) return null;
    const outer = box.getBoundingClientRect();
    const [x, y] = [event.clientX - outer.x, event.clientY - outer.y];
    if (x > box.clientWidth || y > box.clientHeight) return null;
    const column = x < HEADER.width ? -1 : Math.floor((x - HEADER.width + box.scrollLeft) / cell);
    const row = y < HEADER.height ? -1 : Math.floor((y - HEADER.height + box.scrollTop) / cell);
    return row >= count || column >= count || (row < 0 && column < 0) ? null : { row, column };
  };
  const open = (place: Place): void => {
    const [from, to] = [matrix.blocks[place.row], matrix.blocks[place.column]];
    if (!from || !to) return onChoose((from ?? to)?.id ?? null);
    if (from === to) return onChoose(from.id);
    if (matrix.rows[place.row]?.some(({ column }) => column === place.column)) onEdge({ from: blockKey(from.id), to: blockKey(to.id) });
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.altKey) return;
    const { row, column } = cursor;
    const columns = (matrix.rows[row] ?? []).map((one) => one.column);
    const move: Record<string, Place | undefined> = {
      ArrowLeft: { row, column: event.ctrlKey ? (columns.findLast((one) => one < column) ?? column) : column - 1 },
      ArrowRight: { row, column: event.ctrlKey ? (columns.find((one) => one > column) ?? column) : column + 1 },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row, column: 0 },
      End: { row, column: count - 1 },
      PageUp: { row: row - 10, column },
      PageDown: { row: row + 10, column },
    };
    const next = move[event.key];
    if (next) {
      const kept = { row: Math.max(0, Math.min(count - 1, next.row)), column: Math.max(0, Math.min(count - 1, next.column)) };
      setHovered(null);
      setCursor(kept);
      reveal(kept);
    } else if (event.key === 'Enter' || event.key === ' ') open(cursor);
    else if (event.key === 'f') onFocus(matrix.blocks[cursor.row]?.id ?? '');
    else if (event.key === '+' || event.key === '=') handle.current?.zoomBy(1.25);
    else if (event.key === '-') handle.current?.zoomBy(0.8);
    else if (event.key === '0') handle.current?.fit();
    else if (event.key === 'Escape') onChoose(null);
    else return;
    event.preventDefault();
  };
  const told = hovered ?? cursor;
  const words = (place: Place): string =>
    (place.row < 0 || place.column < 0 ? (matrix.blocks[Math.max(place.row, place.column)]?.id ?? '') : cellWords(matrix, place.row, place.column));
  return (
    <div class="matrix">
      <p class="matrix-words">
        Rows use columns. Below the diagonal is backwards: {counted(matrix.backwards, 'cell')}. Squares are cycles: {matrix.squares.length}.{' '}
        <b>{hovered || hasFocus ? words(told) : ''}</b>
      </p>
      <div
        ref={scroller} class="matrix-scroll" role="grid" tabIndex={0} aria-rowcount={count} aria-colcount={count} aria-activedescendant="matrix-cell"
        aria-label="Dependency matrix. Arrow keys move, with Control to the next import of the row, Enter lists the imports of a cell, F focuses a row."
        onKeyDown={keyDown} onScroll={() => paint.current()} onFocus={() => setHasFocus(true)} onBlur={() => setHasFocus(false)}
        onPointerMove={(event) => { const place = at(event); if (place?.row !== hovered?.row || place?.column !== hovered?.column) setHovered(place); }}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => { const place = at(event); if (!place) return; if (place.row >= 0 && place.column >= 0) setCursor(place); open(place); }}
      >
        <canvas ref={canvas} class="matrix-canvas" style={{ width: `${room.width}px`, height: `${room.height}px` }} aria-hidden="true" />
        <div class="matrix-space" style={{ width: `${HEADER.width + count * cell + 8}px`, height: `${HEADER.height + count * cell + 8}px` }}
          aria-hidden="true" />
        <div role="row" aria-rowindex={cursor.row + 1} class="for-screen-readers">
          <span role="gridcell" id="matrix-cell" aria-colindex={cursor.column + 1}>{words(cursor)}</span>
        </div>
      </div>
      <MatrixLegend palette={theme.palette} />
    </div>
  );
}

function placeOf(index: ReadonlyMap<string, number>, { from, to }: ChosenEdge): Place | null {
  const [row, column] = [index.get(from), index.get(to)];
  return row === undefined || column === undefined ? null : { row, column };
}

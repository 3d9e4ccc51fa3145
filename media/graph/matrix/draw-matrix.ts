/** Draws the visible part of the matrix on a canvas: with 5,000 blocks there would be 25 million elements. */
import { cellAt, type Matrix, type MatrixCell } from '../../../server/diagram/matrix.ts';
import { drawableText } from '../../../server/diagram/mermaid-label.ts';
import type { Theme } from '../theme.ts';

/** Width of the row headers and height of the column headers. */
export const HEADER = { width: 190, height: 118 } as const;

export interface MatrixFrame {
  width: number;
  height: number;
  /** How far the cells are scrolled. */
  left: number;
  top: number;
  cell: number;
}

export interface Marked {
  /** Index of the selected block, or -1. */
  selected: number;
  /** The cell under the pointer or the keyboard's. */
  cursor: { row: number; column: number } | null;
  chosen: { row: number; column: number } | null;
}

/** First and last index (exclusive) that are visible. */
export function visible(offset: number, length: number, cell: number, count: number): [number, number] {
  return [Math.max(0, Math.floor(offset / cell)), Math.min(count, Math.ceil((offset + length) / cell))];
}

/** Draws everything; takes time with what is visible, not with the size of the matrix. */
export function drawMatrix(context: CanvasRenderingContext2D, matrix: Matrix, frame: MatrixFrame, theme: Theme, marked: Marked): void {
  const { width, height, left, top, cell } = frame;
  const { palette } = theme;
  const count = matrix.blocks.length;
  const [firstRow, lastRow] = visible(top, height - HEADER.height, cell, count);
  const [firstColumn, lastColumn] = visible(left, width - HEADER.width, cell, count);
  const x = (column: number): number => HEADER.width + column * cell - left;
  const y = (row: number): number => HEADER.height + row * cell - top;
  context.clearRect(0, 0, width, height);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, width, height);

  context.save();
  clip(context, HEADER.width, HEADER.height, width, height);
  const end = { x: Math.min(width, x(count)), y: Math.min(height, y(count)) };
  for (const [at, band] of matrix.bands.entries()) {
    context.fillStyle = at % 2 === 0 ? palette.layerFill : palette.background;
    context.fillRect(x(band.start), y(band.start), (band.end - band.start) * cell, (band.end - band.start) * cell);
  }
  context.fillStyle = palette.layerStroke;
  context.globalAlpha = 0.55;
  if (cell >= 9) {
    for (let row = firstRow; row <= lastRow; row++) context.fillRect(HEADER.width, Math.round(y(row)), end.x - HEADER.width, 0.5);
    for (let column = firstColumn; column <= lastColumn; column++) context.fillRect(Math.round(x(column)), HEADER.height, 0.5, end.y - HEADER.height);
  }
  context.globalAlpha = 1;
  for (let at = Math.max(firstRow, firstColumn); at < Math.min(lastRow, lastColumn); at++) context.fillRect(x(at), y(at), cell, cell);
  if (marked.selected >= 0) {
    context.fillStyle = palette.uses;
    context.globalAlpha = 0.2;
    context.fillRect(HEADER.width, y(marked.selected), end.x - HEADER.width, cell);
    context.fillStyle = palette.usedBy;
    context.fillRect(x(marked.selected), HEADER.height, cell, end.y - HEADER.height);
    context.globalAlpha = 1;
  }
  for (let row = firstRow; row < lastRow; row++) {
    for (const one of matrix.rows[row] ?? []) if (one.column >= firstColumn && one.column < lastColumn) drawCell(context, one, x(one.column), y(row),
      cell, theme);
  }
  context.strokeStyle = palette.wrong;
  context.lineWidth = 2;
  for (const { start, end: last } of matrix.squares) context.strokeRect(x(start) + 1, y(start) + 1, (last - start) * cell - 2, (last - start) * cell - 2);
  for (const [place, colour, thick] of [[marked.chosen, palette.text, 3], [marked.cursor, palette.text, 1.5]] as const) {
    if (!place) continue;
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.strokeRect(x(place.column) + 0.5, y(place.row) + 0.5, cell - 1, cell - 1);
  }
  context.restore();

  drawHeaders(context, matrix, frame, theme, marked, { rows: [firstRow, lastRow], columns: [firstColumn, lastColumn] }, x, y);
}

function drawCell(context: CanvasRenderingContext2D, one: MatrixCell, x: number, y: number, cell: number, { palette, font }: Theme): void {
  const wrong = one.violation || one.backwards;
  const { fill, stroke, text } = wrong ? palette.states.failed : palette.states.active;
  context.fillStyle = cell < 12 ? stroke : fill;
  if (one.typeOnly && cell >= 6) {
    context.strokeStyle = stroke;
    context.lineWidth = 1;
    context.strokeRect(x + 2.5, y + 2.5, cell - 5, cell - 5);
  } else context.fillRect(x + 1, y + 1, cell - 2, cell - 2);
  if (one.violation && cell >= 9) {
    context.strokeStyle = palette.wrong;
    context.lineWidth = 1.5;
    context.strokeRect(x + 1.5, y + 1.5, cell - 3, cell - 3);
  }
  if (cell < 15) return;
  context.fillStyle = text;
  context.font = `${wrong ? '700 ' : ''}${Math.min(12, Math.floor(cell * (one.imports > 99 ? 0.46 : 0.56)))}px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(one.imports > 999 ? '1k+' : String(one.imports), x + cell / 2, y + cell / 2 + 0.5);
}

type Span = [number, number];

function drawHeaders(
  context: CanvasRenderingContext2D, matrix: Matrix, frame: MatrixFrame, theme: Theme, marked: Marked, shown: { rows: Span; columns: Span },
  x: (column: number) => number, y: (row: number) => number,
): void {
  const { palette, font } = theme;
  const { width, height, cell } = frame;
  const size = Math.max(7, Math.min(12, cell - 2));
  // Names that would touch each other are left out: only every n-th is written.
  const every = Math.ceil(9 / cell);
  const isMarked = (at: number, axis: 'row' | 'column'): boolean => at === marked.selected || marked.cursor?.[axis] === at;
  const colourOf = (at: number, axis: 'row' | 'column'): string => {
    const other = marked.selected;
    if (other < 0 || at === other) return palette.text;
    if (cellAt(matrix, other, at) && axis === 'column') return palette.uses;
    return cellAt(matrix, at, other) && axis === 'row' ? palette.usedBy : palette.text;
  };
  const write = (at: number, axis: 'row' | 'column', room: number): string => {
    context.fillStyle = colourOf(at, axis);
    context.font = `${isMarked(at, axis) ? '700 ' : ''}${size}px ${font}`;
    return drawableText(matrix.blocks[at]?.id ?? '', Math.floor(room / (size * 0.58)));
  };
  context.textBaseline = 'middle';
  context.save();
  clip(context, 0, HEADER.height, HEADER.width, height);
  context.textAlign = 'right';
  for (let row = shown.rows[0]; row < shown.rows[1]; row++) {
    if (row % every === 0 || isMarked(row, 'row')) context.fillText(write(row, 'row', HEADER.width - 14), HEADER.width - 6, y(row) + cell / 2);
  }
  context.restore();
  context.save();
  clip(context, HEADER.width, 0, width, HEADER.height);
  context.textAlign = 'left';
  for (let column = shown.columns[0]; column < shown.columns[1]; column++) {
    if (column % every !== 0 && !isMarked(column, 'column')) continue;
    context.save();
    context.translate(x(column) + cell / 2, HEADER.height - 6);
    context.rotate(-Math.PI / 2);
    context.fillText(write(column, 'column', HEADER.height - 10), 0, 0);
    context.restore();
  }
  context.restore();
  context.fillStyle = palette.layerStroke;
  context.fillRect(HEADER.width - 0.5, 0, 1, height);
  context.fillRect(0, HEADER.height - 0.5, width, 1);
  drawBandTitles(context, matrix, theme, y, height);
}

/** Names of layers, on the line at which each begins. */
function drawBandTitles(context: CanvasRenderingContext2D, matrix: Matrix, { palette }: Theme, y: (row: number) => number, height: number): void {
  context.fillStyle = palette.text;
  for (const { title, start } of matrix.bands) {
    const at = y(start);
    if (title !== '' && start > 0 && at >= HEADER.height && at < height) context.fillRect(0, at - 0.75, HEADER.width, 1.5);
  }
}

function clip(context: CanvasRenderingContext2D, left: number, top: number, right: number, bottom: number): void {
  context.beginPath();
  context.rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  context.clip();
}

/** Where the keys lead in a grid. Pure. */

export interface GridPlace {
  /** Of the line, from 0. */
  line: number;
  /** Of the column, from 0. */
  column: number;
}

interface GridSize {
  lines: number;
  columns: number;
  /** Lines in view. */
  page: number;
}

/**
 * @param key of the keyboard @param far whether Control or Command is held
 * @returns the next place; null for a key that leads nowhere
 */
export function placeAfter(key: string, far: boolean, { line, column }: GridPlace, { lines, columns, page }: GridSize): GridPlace | null {
  const at = (nextLine: number, nextColumn: number): GridPlace => ({
    line: Math.min(Math.max(0, nextLine), lines - 1), column: Math.min(Math.max(0, nextColumn), columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return at(far ? lines : line + 1, column);
    case 'ArrowUp':
      return at(far ? 0 : line - 1, column);
    case 'ArrowRight':
      return at(line, far ? columns : column + 1);
    case 'ArrowLeft':
      return at(line, far ? 0 : column - 1);
    case 'Home':
      return at(far ? 0 : line, 0);
    case 'End':
      return at(far ? lines : line, columns);
    case 'PageDown':
      return at(line + page, column);
    case 'PageUp':
      return at(line - page, column);
    default:
      return null;
  }
}

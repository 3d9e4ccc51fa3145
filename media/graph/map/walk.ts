type Direction = 'left' | 'right' | 'up' | 'down';

const AXES: Record<Direction, { x: number; y: number }> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };

/** How much farther away something counts that lies beside the direction rather than in it. */
const ASIDE = 2.5;

/** The nearest element in a direction, as seen on the screen; null when there is none. */
export function nextInDirection<Part extends Element>(all: Iterable<Part>, from: Element, direction: Direction): Part | null {
  const axis = AXES[direction];
  const middle = (element: Element): { x: number; y: number } => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const own = middle(from);
  let best: { part: Part; distance: number } | null = null;
  for (const part of all) {
    if (part === from) continue;
    const at = middle(part);
    const along = (at.x - own.x) * axis.x + (at.y - own.y) * axis.y;
    const aside = Math.abs((at.x - own.x) * axis.y) + Math.abs((at.y - own.y) * axis.x);
    if (along < 2) continue;
    const distance = along + aside * ASIDE;
    if (best === null || distance < best.distance) best = { part, distance };
  }
  return best?.part ?? null;
}

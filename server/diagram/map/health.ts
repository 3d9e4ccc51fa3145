import type { BoxColours, MapPalette } from '../palette.ts';

/** Where each step of the colours begins. */
export const HEALTH_STEPS = [0, 55, 70, 80, 90] as const;

/** The colours of a health from 0 to 100. */
export function healthColours(palette: MapPalette, score: number): BoxColours {
  const step = HEALTH_STEPS.findLastIndex((from) => score >= from);
  return palette.health[Math.max(0, step)] ?? palette.closed;
}

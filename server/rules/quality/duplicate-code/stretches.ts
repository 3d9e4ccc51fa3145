/** Measures of stretches of code. */
import type { Stretch } from './repeats.ts';

export function lines(stretch: Stretch): number {
  return stretch.to - stretch.from + 1;
}

/** @returns whether a place holds all of a stretch */
export function within(stretch: Stretch, place: Stretch): boolean {
  return stretch.path === place.path && place.from <= stretch.from && stretch.to <= place.to;
}

/** Number of lines that two stretches share. */
export function shared(one: Stretch, other: Stretch): number {
  return one.path === other.path ? Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from) + 1) : 0;
}

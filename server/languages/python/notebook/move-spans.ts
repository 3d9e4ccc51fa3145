/** Moves the spans of facts from one text to another. */
import type { Span } from '../../../facts/span.ts';

/**
 * @param value plain data: any four numbers in it are a span
 * @param move returns the new span
 * @returns a copy with every span moved
 */
export function moveSpans<T>(value: T, move: (span: Span) => Span): T {
  if (Array.isArray(value)) return (isSpan(value) ? move(value) : value.map((each: unknown) => moveSpans(each, move))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moveSpans<unknown>(each, move)])) as T;
}

function isSpan(value: readonly unknown[]): value is Span {
  return value.length === 4 && value.every((each) => typeof each === 'number');
}

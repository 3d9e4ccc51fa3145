/** Carries out the edits of a fix on a text. */
import type { TextEdit } from '../../server/facts/adapter.ts';

/** @param edits that do not overlap. @returns the text with all of them carried out */
export function appliedTo(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (line: number, column: number): number => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  return edits
    .map(({ span, text: inserted }) => ({ from: at(span[0], span[1]), to: at(span[2], span[3]), inserted }))
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((result, { from, to, inserted }) => result.slice(0, from) + inserted + result.slice(to), text);
}

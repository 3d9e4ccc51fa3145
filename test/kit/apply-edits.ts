/** Carries out the edits of a fix on texts in memory. */
import type { FileEdit, TextEdit } from '../../server/facts/adapter.ts';

/** Offset of a place that counts lines and columns from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return text.length;
    offset = next + 1;
  }
  return Math.min(offset + column - 1, text.length);
}

/** @throws when edits overlap */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const placed = edits
    .map((edit, index) => ({ from: offsetOf(text, edit.span[0], edit.span[1]), to: offsetOf(text, edit.span[2], edit.span[3]), text: edit.text, index }))
    .sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index);
  let result = text;
  let last = Number.POSITIVE_INFINITY;
  for (const edit of placed) {
    if (edit.to > last) throw new Error('The edits of a fix overlap');
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to);
    last = edit.from;
  }
  return result;
}

/** Edits with their snippets as text. @param fill writes what stands where the author writes */
export function asSnippets(edits: readonly FileEdit[], fill: (snippet: string) => string = (snippet) => snippet): FileEdit[] {
  return edits.map((edit) => (
    { ...edit, edits: edit.edits.map(({ span, text, snippet }) => ({ span, text: snippet === undefined ? text : fill(snippet) })) }
  ));
}

/** @returns the files afterwards; what was not edited is the same */
export function applyFileEdits(files: ReadonlyMap<string, string>, edits: readonly FileEdit[]): Map<string, string> {
  const after = new Map(files);
  for (const edit of edits) {
    const before = after.get(edit.path);
    if (before === undefined && edit.create !== true) throw new Error(`A fix edits ${edit.path}, which does not exist`);
    after.set(edit.path, applyTextEdits(before ?? '', edit.edits));
  }
  return after;
}

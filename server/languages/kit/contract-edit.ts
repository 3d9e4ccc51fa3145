/** Adds a block to the dependencies that a contract comment lists, or removes one: the same in every language. */
import type { FixProvider } from '../../facts/adapter.ts';
import type { Span } from '../../facts/span.ts';
import { dependencyList } from './contract-text.ts';

const NOTHING = /^(none|-|n\/a)$/i;

/** Data: `path` and `span` of the comment, and the `dependency`. Null where the list goes on below, in lines of its own. */
export const addToContract: FixProvider = changing((names, dependency) => [...names, dependency]);

/** Same data as for adding. */
export const removeFromContract: FixProvider = changing((names, dependency) => names.filter((name) => plainName(name) !== plainName(dependency)));

function changing(change: (names: string[], dependency: string) => string[]): FixProvider {
  return ({ data }, context) => {
    const path = data.path as string;
    const text = context.read(path);
    if (text === undefined) return null;
    const [startLine, startColumn, endLine, endColumn] = data.span as Span;
    const lines = lineStarts(text);
    const start = lines[startLine - 1]! + startColumn - 1;
    const found = dependencyList(text.slice(start, lines[endLine - 1]! + endColumn - 1));
    if (found === null) return null;
    const { list } = found;
    const dot = list.endsWith('.') ? '.' : '';
    const before = list.replace(/\.$/, '').split(',').map((name) => name.trim()).filter((name) => name !== '' && !NOTHING.test(name));
    const after = change(before, data.dependency as string);
    if (after.length === before.length) return null;
    const from = start + found.start;
    return [{ path, edits: [{ span: spanOf(lines, from, from + list.length), text: after.length === 0 ? `none${dot}` : after.join(', ') + dot }] }];
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

/** A range within one line. */
function spanOf(lines: readonly number[], from: number, to: number): Span {
  const line = lines.findLastIndex((start) => start <= from);
  return [line + 1, from - lines[line]! + 1, line + 1, to - lines[line]! + 1];
}

/** People write names in comments freely: case, dashes and a trailing `Block` are ignored. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '').replace(/(?<=.)block$/, '');
}

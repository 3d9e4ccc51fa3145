/** Lines of a file: how many contain code, and which are long. */
import { countLines, LONG_LINE, type CodeLines } from '../../kit/collected.ts';
import type { LongLine } from '../../../facts/file-facts.ts';
import { each, isBareString, type Source } from '../syntax.ts';

export type { CodeLines };

/** Blank lines, comments and docstrings are not code. */
export function readLines(source: Source): CodeLines {
  const { lineStarts, text } = source;
  const total = lineStarts.length;
  const code = new Uint8Array(total);
  const long: LongLine[] = [];
  for (let line = 0; line < total; line++) {
    const start = lineStarts[line]!;
    let end = line + 1 < total ? lineStarts[line + 1]! - 1 : text.length;
    while (end > start && text.charCodeAt(end - 1) === 13) end--;
    const trimmed = text.slice(start, end).trim();
    code[line] = trimmed !== '' && !trimmed.startsWith('#') ? 1 : 0;
    if (end - start > LONG_LINE) long.push({ line: line + 1, length: end - start, unbreakable: isUnbreakable(trimmed) });
  }
  each(source.root, (node) => {
    if (node.type !== 'expression_statement' || !isBareString(node)) return;
    for (let line = source.lineAt(node.start); line <= source.lineAt(node.end); line++) code[line] = 0;
  });
  return countLines(code, (offset) => source.lineAt(offset), long);
}

/** Wrapping the line would not improve it: an import, a URL, a directive, one long literal. */
function isUnbreakable(line: string): boolean {
  if (/^(import|from)\b|#\s*(noqa|type:|pylint:|pragma|fmt:|isort:|nosec|pyright:|mypy:)/.test(line)) return true;
  if (/https?:\/\/\S{20,}/.test(line)) return true;
  const literal = /(['"])(?:(?!\1).){40,}\1/.exec(line)?.[0].length ?? 0;
  return literal > line.length * 0.6;
}

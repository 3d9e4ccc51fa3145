/** Lines of a file: how many hold code, and which are long. */
import { LONG_LINE, type CodeLines } from '../../kit/collected.ts';
import type { LongLine } from '../../../facts/file-facts.ts';
import type { Source } from '../syntax.ts';

export type { CodeLines };

/** Counts in one pass over the text; a line of only comment or blank is not code. */
export function readLines(source: Source): CodeLines {
  const starts = source.file.getLineStarts();
  const { text } = source;
  const sums = new Uint32Array(starts.length + 1);
  const long: LongLine[] = [];
  let inComment = false;
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line]!;
    let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    const trimmed = text.slice(start, end).trim();
    let code = false;
    if (inComment) {
      const close = trimmed.indexOf('*/');
      if (close >= 0) {
        inComment = false;
        code = trimmed.slice(close + 2).trim().length > 0;
      }
    } else if (trimmed.startsWith('/*')) {
      const close = trimmed.indexOf('*/', 2);
      inComment = close < 0;
      code = close >= 0 && trimmed.slice(close + 2).trim().length > 0;
    } else code = trimmed.length > 0 && !trimmed.startsWith('//');
    sums[line + 1] = sums[line]! + (code ? 1 : 0);
    if (end - start > LONG_LINE) long.push({ line: line + 1, length: end - start, unbreakable: isUnbreakable(trimmed) });
  }
  return {
    total: starts.length,
    code: sums[starts.length]!,
    between: (from, to) => sums[source.file.getLineAndCharacterOfPosition(to).line + 1]! - sums[source.file.getLineAndCharacterOfPosition(from).line]!,
    long,
  };
}

/** Breaking the line would not make it better: an import, a URL, a directive, one long literal. */
function isUnbreakable(line: string): boolean {
  if (/^(import\b|export\b.*\bfrom\b|\/\/\/|\/\/ (eslint|prettier|ts|biome|c8|istanbul)-)/.test(line)) return true;
  if (/https?:\/\/\S{20,}/.test(line)) return true;
  if (/^[\w$.]+\(\s*(['"`]).*\1\s*,?\s*(\(|async|function).*$/.test(line)) return true;
  const literal = /(['"`])(?:(?!\1).){40,}\1/.exec(line)?.[0].length ?? /\/(?:[^/\\]|\\.){40,}\/[a-z]*/.exec(line)?.[0].length ?? 0;
  return literal > line.length * 0.6;
}

/** Lines of a file: how many contain code, and which are long. */
import { countLines, LONG_LINE, type CodeLines } from '../../kit/collected.ts';
import type { LongLine } from '../../../facts/file-facts.ts';
import type { Source } from '../syntax.ts';

export type { CodeLines };

/** Counts in one pass over the text; comment-only and blank lines are not code. */
export function readLines(source: Source): CodeLines {
  const starts = source.lineStarts;
  const { text } = source;
  const code = new Uint8Array(starts.length);
  const long: LongLine[] = [];
  let inComment = false;
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line]!;
    let end = line + 1 < starts.length ? starts[line + 1]! : text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    const trimmed = text.slice(start, end).trim();
    if (inComment) {
      const close = trimmed.indexOf('*/');
      if (close >= 0) {
        inComment = false;
        code[line] = holdsCode(trimmed.slice(close + 2));
      }
    } else if (trimmed.startsWith('/*')) {
      const close = trimmed.indexOf('*/', 2);
      inComment = close < 0;
      code[line] = close >= 0 ? holdsCode(trimmed.slice(close + 2)) : 0;
    } else code[line] = trimmed.startsWith('//') ? 0 : holdsCode(trimmed);
    if (end - start > LONG_LINE) long.push({ line: line + 1, length: end - start, unbreakable: isUnbreakable(trimmed) });
  }
  return countLines(code, source.lineAt, long);
}

function holdsCode(text: string): 0 | 1 {
  return text.trim() === '' ? 0 : 1;
}

/** Wrapping the line would not improve it: an import, a URL, a directive, one long literal. */
function isUnbreakable(line: string): boolean {
  if (/^(import\b|export\b.*\bfrom\b|\/\/\/|\/\/ (eslint|prettier|ts|biome|c8|istanbul)-)/.test(line)) return true;
  if (/https?:\/\/\S{20,}/.test(line)) return true;
  if (/^[\w$.]+\(\s*(['"`]).*\1\s*(?:,\s*)?(?:\(|async|function)/.test(line)) return true;
  const literal = /(['"`])(?:(?!\1).){40,}\1/.exec(line)?.[0].length ?? /\/(?:[^/\\]|\\.){40,}\/[a-z]*/.exec(line)?.[0].length ?? 0;
  return literal > line.length * 0.6;
}

/** Place and text of a suppression comment. Pure, so that it can be tested without an editor. */
import type { SuppressArguments } from '../../server/protocol/lsp.ts';

export interface Insertion {
  /** Line, counted from 0, before which the comment is inserted. */
  line: number;
  text: string;
}

/**
 * @param lines of the document, without line ends.
 * @param reason why the finding is accepted; line breaks in it become spaces.
 */
export function suppressionComment(lines: readonly string[], { ruleId, line, scope, commentPrefix }: SuppressArguments, reason: string): Insertion {
  const words = reason.trim().replace(/\s+/gu, ' ');
  if (scope === 'file') {
    return { line: lineAfterHeader(lines), text: `${commentPrefix} archwright-ignore-file ${ruleId} -- ${words}\n` };
  }
  const indentation = /^\s*/u.exec(lines[line] ?? '')?.[0] ?? '';
  return { line, text: `${indentation}${commentPrefix} archwright-ignore ${ruleId} -- ${words}\n` };
}

/** A shebang and a cell magic such as `%%time` must stay on the first line; Python reads an encoding only in the first two. */
function lineAfterHeader(lines: readonly string[]): number {
  let line = /^(#!|%%)/u.test(lines[0] ?? '') ? 1 : 0;
  if (/^#.*coding[:=]\s*[-\w.]+/u.test(lines[line] ?? '')) line += 1;
  return line;
}

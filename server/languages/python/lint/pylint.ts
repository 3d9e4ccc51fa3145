/** Comments for pylint, which judges much of the same: what a comment for it declares to be meant need not be reported again. */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import type { LintTable } from './lint-table.ts';
import { foreign } from './noqa.ts';

const COMMENT = /#\s*pylint\s*:\s*(disable|disable-next)\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)/g;
const ENABLES = /#\s*pylint\s*:\s*enable\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)/;
/** That something has no documentation may be meant; that its documentation tells of something else is not. */
const ABOUT_MISSING = /docstring$/;

/**
 * @param text of a Python file
 * @param table the rules that answer pylint's messages
 * @returns the effect of its pylint comments on our rules, each where pylint would be silent: the line, the block that it opens, or what follows in its
 * block
 */
export function readPylint(text: string, { ofPylint }: LintTable): SuppressionFact[] {
  if (!text.includes('pylint')) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => [...line.matchAll(COMMENT)].flatMap((match) => {
    const [all, kind, list = ''] = match;
    const before = line.slice(0, match.index);
    return list.split(/\s*,\s*/).flatMap((message) => {
      const ruleId = ABOUT_MISSING.test(message) ? undefined : ofPylint.get(message);
      if (ruleId === undefined) return [];
      const [from, to] = kind === 'disable-next' ? [index + 2, index + 2] : [index + 1, lastOf(lines, { index, before, message }) + 1];
      const scope = to === lines.length && from === 1 ? 'file' : 'next-line';
      return foreign(ruleId, scope, from, to, [index + 1, match.index + 1, index + 1, match.index + all.length + 1]);
    });
  }));
}

/** The index of the last line that a comment covers. */
function lastOf(lines: readonly string[], { index, before, message }: { index: number; before: string; message: string }): number {
  const isAlone = before.trim() === '';
  if (!isAlone && !before.trimEnd().endsWith(':')) return index;
  const indent = /^\s*/.exec(before)![0].length;
  let last = index;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    const deeper = /^\s*/.exec(line)![0].length - indent;
    if (isAlone ? deeper < 0 : deeper <= 0) break;
    if (ENABLES.exec(line)?.[1]?.split(/\s*,\s*/).includes(message) === true) break;
    last = at;
  }
  return last;
}

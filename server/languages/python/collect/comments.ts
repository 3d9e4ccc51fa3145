/** Comments addressed to Archwright: suppressions, and a block's contract. */
import type { ContractFact, SuppressionFact } from '../../../facts/module-facts.ts';
import { readSuppression } from '../../kit/suppression-comment.ts';
import { isBareString, type Source } from '../syntax.ts';

/** Suppressions, in order. Only real comments count, not strings that look like one. */
export function readSuppressions(source: Source): SuppressionFact[] {
  if (!source.text.includes('archwright-ignore')) return [];
  return source.comments.flatMap(({ start, end }) => {
    const written = readSuppression(source.text.slice(start, end));
    if (written === null) return [];
    const { isFile: file, rules, reason } = written;
    const line = nextCodeLine(source, end);
    return rules.map((ruleId): SuppressionFact => ({
      ruleId, reason, scope: file ? 'file' : 'next-line', span: source.spanBetween(start, end),
      from: file ? 1 : line, to: file ? source.lineStarts.length : line,
    }));
  });
}

/** The first line after an offset that contains code. */
function nextCodeLine(source: Source, offset: number): number {
  let line = source.lineAt(offset) + 1;
  for (; line < source.lineStarts.length; line++) {
    const text = source.text.slice(source.lineStarts[line], source.lineStarts[line + 1]).trim();
    if (text !== '' && !text.startsWith('#')) break;
  }
  return line + 1;
}

/**
 * A contract at the top of a file, in its docstring or in comments: a line `Dependencies: A, B`, with an optional
 * `Block: Name`. `none` declares that there are no dependencies.
 */
export function readContract(source: Source): ContractFact | null {
  const [first] = source.root.children;
  const documentation = first !== undefined && isBareString(first) ? first : null;
  const heads = [...(documentation ? [{ start: documentation.start, end: documentation.end }] : []), ...headComments(source)];
  for (const { start, end } of heads) {
    const text = source.text.slice(start, end);
    const listed = /(?:^|\n)[ \t]*(?:(?:#|["']{3})[ \t]*)?(?:@dependencies|Dependencies:)[ \t]*([^\n]*)/.exec(text)?.[1];
    if (listed === undefined) continue;
    const block = /(?:^|\n)[ \t]*(?:(?:#|["']{3})[ \t]*)?(?:@block|Block:)[ \t]*([\w./ -]+)/.exec(text)?.[1]?.trim() ?? null;
    const names = listed.replace(/["']{3}.*$/, '').split(',').map((each) => each.trim().replace(/\.$/, ''));
    return { block, dependencies: names.filter((each) => each !== '' && !/^(none|-)$/i.test(each)), span: source.spanBetween(start, end) };
  }
  return null;
}

/** The comments before the first statement, joined. */
function headComments(source: Source): { start: number; end: number }[] {
  const limit = source.root.children.find((child) => !isBareString(child))?.start ?? source.text.length;
  const head = source.comments.filter((comment) => comment.end <= limit);
  return head.length === 0 ? [] : [{ start: head[0]!.start, end: head.at(-1)!.end }];
}

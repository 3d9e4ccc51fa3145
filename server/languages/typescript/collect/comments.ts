/** Comments addressed to Archwright: suppressions, and a block's contract. */
import type { ContractFact, SuppressionFact } from '../../../facts/module-facts.ts';
import { readSuppression } from '../../kit/suppression-comment.ts';
import { ts, type Source } from '../syntax.ts';

/** Suppressions, in order. Only real comments count, not strings that look like one. */
export function readSuppressions(source: Source): SuppressionFact[] {
  if (!source.text.includes('archwright-ignore')) return [];
  const found: SuppressionFact[] = [];
  for (const range of commentRanges(source)) {
    const isBlock = range.kind === ts.SyntaxKind.MultiLineCommentTrivia;
    const written = readSuppression(source.text.slice(range.pos, isBlock ? range.end - '*/'.length : range.end));
    if (written === null) continue;
    const { isFile: file, rules, reason } = written;
    const span = source.spanBetween(range.pos, range.end);
    const line = nextCodeLine(source, range.end);
    for (const ruleId of rules) {
      found.push({
        ruleId, reason, scope: file ? 'file' : 'next-line', span,
        from: file ? 1 : line, to: file ? source.lineStarts.length : line,
      });
    }
  }
  return found;
}

/** Every comment of the file, found between the tokens of the tree. */
function commentRanges(source: Source): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source.file);
    if (children.length === 0) {
      for (const range of ts.getLeadingCommentRanges(source.text, node.pos) ?? []) found.set(range.pos, range);
      for (const range of ts.getTrailingCommentRanges(source.text, node.end) ?? []) found.set(range.pos, range);
    } else children.forEach(visit);
  };
  visit(source.file);
  // JSX text is not trivia: a comment "inside" it is just text.
  return [...found.values()].sort((a, b) => a.pos - b.pos);
}

/** The first line after an offset that contains code. */
function nextCodeLine(source: Source, offset: number): number {
  const lines = source.lineStarts;
  let line = source.lineAt(offset) + 1;
  for (; line < lines.length; line++) {
    const text = source.text.slice(lines[line], lines[line + 1]).trim();
    if (text !== '' && !text.startsWith('//') && !text.startsWith('*') && !text.startsWith('/*') && !text.startsWith('{/*')) break;
  }
  return line + 1;
}

/**
 * A contract in a documentation comment: a line `Dependencies: A, B` (or `@dependencies A, B`), with an optional
 * `Block: Name`. `none` declares that there are no dependencies.
 */
export function readContract(source: Source): ContractFact | null {
  const head = source.text.slice(0, 20_000);
  for (let start = head.indexOf('/**'); start >= 0; start = head.indexOf('/**', start + 1)) {
    const end = head.indexOf('*/', start + 3);
    if (end < 0) return null;
    const contract = contractIn(source, start, end + 2);
    if (contract !== null) return contract;
    start = end;
  }
  return null;
}

/** The contract in one comment. */
function contractIn(source: Source, start: number, end: number): ContractFact | null {
  const comment = source.text.slice(start, end);
  const match = /\n[ \t]*(?:\*[ \t]*)?(?:@dependencies|Dependencies:)([^\n*]*)/.exec(comment);
  if (match === null) return null;
  const block = /(?:^|\n)[ \t]*(?:\*[ \t]*)?(?:@block|Block:)[ \t]*([\w./ -]+)/.exec(comment)?.[1]?.trim() ?? null;
  const listed = (match[1] ?? '').split(',').map((each) => each.trim().replace(/\.$/, '')).filter((each) => each !== '' && !/^(none|-)$/i.test(each));
  return { block, dependencies: listed, span: source.spanBetween(start, end) };
}

/** Comments addressed to Archwright: suppressions, and a block's contract. */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import { mayStateContract, readContractText, type StatedContract } from '../../kit/contract-text.ts';
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

/** Contracts stand at the head of a file or of its main class. */
const SEARCHED = 20_000;

/** The contract in the first documentation comment that states one. */
export function readContract(source: Source): StatedContract | null {
  const head = source.text.slice(0, SEARCHED);
  if (!mayStateContract(head)) return null;
  for (let start = head.indexOf('/**'); start >= 0; start = head.indexOf('/**', start + 1)) {
    const close = head.indexOf('*/', start + 3);
    if (close < 0) return null;
    const end = close + '*/'.length;
    const contract = readContractText(source.text.slice(start, end));
    if (contract !== null) return { ...contract, span: source.spanBetween(start, end) };
    start = close;
  }
  return null;
}

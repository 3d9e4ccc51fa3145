/** Comments addressed to Archwright: suppressions, and a block's contract. */
import type { SuppressionFact } from '../../../facts/module-facts.ts';
import { readContractText, type StatedContract } from '../../kit/contract-text.ts';
import { readSuppression } from '../../kit/suppression-comment.ts';
import { isBareString, part, type Node, type Source } from '../syntax.ts';

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

/** The contract in the docstring of the file, in the comments above its first statement, or in the docstring of its first class that states one. */
export function readContract(source: Source): StatedContract | null {
  const docstrings = [source.root, ...topClasses(source)].map((node) => docstringOf(source, node)).filter((each) => each !== null);
  for (const { start, end } of [...docstrings.slice(0, 1), ...headComments(source), ...docstrings.slice(1)]) {
    const contract = readContractText(source.text.slice(start, end));
    if (contract !== null) return { ...contract, span: source.spanBetween(start, end) };
  }
  return null;
}

function topClasses({ root }: Source): Node[] {
  const definitions = root.children.map((child) => (child.type === 'decorated_definition' ? part(child, 'definition') ?? child : child));
  return definitions.filter(({ type }) => type === 'class_definition');
}

function docstringOf(source: Source, node: Node): Node | null {
  const [first] = (node === source.root ? node : part(node, 'body'))?.children ?? [];
  return first !== undefined && isBareString(first) ? first : null;
}

/** The comments before the first statement, joined. */
function headComments(source: Source): { start: number; end: number }[] {
  const limit = source.root.children.find((child) => !isBareString(child))?.start ?? source.text.length;
  const head = source.comments.filter((comment) => comment.end <= limit);
  return head.length === 0 ? [] : [{ start: head[0]!.start, end: head.at(-1)!.end }];
}

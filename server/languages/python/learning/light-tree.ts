/**
 * The syntax tree as plain objects. Every question to a node of the parser crosses into WebAssembly;
 * one walk copies what is needed, and the analysis then reads it as often as it likes.
 */
import type { Node } from 'web-tree-sitter';
import type { Span } from '../../../facts/span.ts';

export interface Light {
  type: string;
  /** Named children in their order. */
  children: Light[];
  /** By field: its first child, tokens included (`operator`). */
  fields: Readonly<Record<string, Light>>;
  /** Text of a token; empty for what has children. */
  token: string;
  span: Span;
  start: number;
  end: number;
}

/** Deeper nesting than any that people write; generated files may have it. */
const DEEPEST = 400;
const NO_FIELDS: Readonly<Record<string, Light>> = {};

/**
 * @param root of the parser's tree
 * @param text that it was parsed from
 */
export function lighten(root: Node, text: string): Light {
  const lines = lineStarts(text);
  const cursor = root.walk();
  const copy = (depth: number): Light => {
    const { row, column } = cursor.startPosition;
    const end = cursor.endPosition;
    const made: Light = {
      type: cursor.nodeType, children: [], fields: NO_FIELDS, token: '',
      span: [row + 1, column + 1, end.row + 1, end.column + 1],
      start: (lines[row] ?? text.length) + column, end: (lines[end.row] ?? text.length) + end.column,
    };
    if (depth < DEEPEST && cursor.gotoFirstChild()) {
      const fields: Record<string, Light> = {};
      do {
        const field = cursor.currentFieldName;
        const named = cursor.nodeIsNamed;
        if ((!named && field === null) || cursor.nodeType === 'comment') continue;
        // Of a text only what is inserted into it.
        if (made.type === 'string' && cursor.nodeType !== 'interpolation') continue;
        const child = copy(depth + 1);
        if (named) made.children.push(child);
        if (field !== null) fields[field] ??= child;
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
      made.fields = fields;
    }
    if (made.children.length === 0) made.token = text.slice(made.start, made.end);
    return made;
  };
  try {
    return copy(0);
  } finally {
    cursor.delete();
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The source of a node on one line, shortened for people. */
export function shortText(text: string, node: Light, longest = 80): string {
  const line = text.slice(node.start, node.end).replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

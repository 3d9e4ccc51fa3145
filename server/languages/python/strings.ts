/** Text of Python's string literals. */
import { part, unwrap, type Node, type Source } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', '\n': '' };

/** A literal without interpolation, possibly in several pieces. */
export function isPlainString(node: Node): boolean {
  if (node.type === 'concatenated_string') return node.children.every(isPlainString);
  return node.type === 'string' && !node.children.some((child) => child.type === 'interpolation');
}

/** True for any string literal, with or without interpolation. */
export function isText(node: Node): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

/** The value of a literal; interpolated values of an f-string are left out. */
export function stringValue(source: Source, node: Node): string {
  return piecesOf(source, node).map((piece) => (typeof piece === 'string' ? piece : '')).join('');
}

/** Fixed text and the interpolated expressions between it, in order. */
export function piecesOf(source: Source, node: Node): (string | Node)[] {
  if (node.type === 'concatenated_string') return node.children.flatMap((child) => piecesOf(source, child));
  const [opening] = node.children;
  const prefix = opening?.type === 'string_start' ? source.textOf(opening) : '';
  const raw = /r/i.test(prefix);
  const formatted = /^\w*[ft]/i.test(prefix);
  const pieces: (string | Node)[] = [];
  for (const child of node.children) {
    if (child.type === 'string_content') {
      const text = source.textOf(child);
      const braces = formatted ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
      pieces.push(raw || !braces.includes('\\') ? braces : braces.replace(/\\(\n|[nrt\\'"])/g, (_, code: string) => ESCAPES[code]!));
    } else if (child.type === 'interpolation') {
      const expression = part(child, 'expression');
      if (expression !== null) pieces.push(expression);
    }
  }
  return pieces;
}

/**
 * @param source that the value is in
 * @param node a value
 * @param name of a variable
 * @returns whether it is text that is put together and begins with the variable: `f"{url}?{query}"`, `"{}?{}".format(url, query)`, `url + query`
 */
export function beginsWith(source: Source, node: Node, name: string): boolean {
  const written = source.textOf(unwrap(node));
  return new RegExp(String.raw`^(?:[rfRF]{1,2}["']+\{${name}\}|${name}\s*\+|["']+\{\}[^{}]*(?:\{\}[^{}]*)*\.format\(\s*${name}\s*,)`).test(written);
}

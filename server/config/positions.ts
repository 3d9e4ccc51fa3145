/** From places in a JSON document to places in its text. */
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { ANY_LINE_END, lineStarts, spanIn } from '../text/line-starts.ts';
import type { Span } from '../facts/span.ts';

export type JsonPath = (string | number)[];

/** Turns offsets of one text into spans. */
export class SpanFinder {
  readonly #starts: readonly number[];
  readonly #length: number;

  /** @param text the document */
  constructor(text: string) {
    this.#starts = lineStarts(text, ANY_LINE_END);
    this.#length = text.length;
  }

  /**
   * @param offset first character
   * @param length how many; may be 0
   */
  at(offset: number, length: number): Span {
    const inside = (at: number): number => Math.min(Math.max(at, 0), this.#length);
    return spanIn(this.#starts, inside(offset), inside(offset + length));
  }

  /** The value itself. @param node of the document's tree */
  of(node: Node): Span {
    return this.at(node.offset, node.length);
  }

  /**
   * A short place for something missing inside a value: the opening brace or bracket of an object or
   * array, otherwise the value.
   * @param node of the document's tree
   */
  opening(node: Node): Span {
    return node.type === 'object' || node.type === 'array' ? this.at(node.offset, 1) : this.of(node);
  }
}

/**
 * @param root of the document's tree
 * @param path of a value that may not exist
 * @returns the value at the path, or the nearest value around it
 */
export function nearestNode(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/**
 * @param root of the document's tree
 * @param path of an object
 * @param key of a property in it
 * @returns the key of the property, or null when the object does not have it
 */
export function keyNode(root: Node, path: JsonPath, key: string): Node | null {
  const object = path.length === 0 ? root : findNodeAtLocation(root, path);
  if (object?.type !== 'object') return null;
  const property = object.children?.find((each) => each.children?.[0]?.value === key);
  return property?.children?.[0] ?? null;
}

/** Where a configuration names blocks. */
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { Span } from '../facts/span.ts';
import { SpanFinder } from './positions.ts';

/** @param text of `archwright.jsonc`, also while it is typed @returns each id of a block, where it is given and where another depends on it */
export function blockNames(text: string): { id: string; span: Span }[] {
  // A byte order mark is not part of the document; a blank in its place keeps all offsets.
  const source = text.replace(/^\uFEFF/, ' ');
  const root = parseTree(source, [], { allowTrailingComma: true });
  const blocks = root === undefined ? undefined : findNodeAtLocation(root, ['blocks']);
  const spans = new SpanFinder(source);
  return listOf(blocks).flatMap((block) => {
    const named = [findNodeAtLocation(block, ['id']), ...listOf(findNodeAtLocation(block, ['dependsOn']))];
    return named.flatMap((node) => (node?.type === 'string' ? [{ id: String(node.value), span: spans.of(node) }] : []));
  });
}

function listOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? node.children ?? [] : [];
}

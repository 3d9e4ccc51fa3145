/**
 * Trees of long files are kept between keystrokes: reusing what was not touched takes a thirtieth of the time. Only a
 * few are kept, since people type in few files at a time.
 */
import { Edit, type Tree } from 'web-tree-sitter';
import { differenceOf } from '../../text/difference.ts';
import { lineStarts, positionIn } from '../../text/line-starts.ts';
import { parsePython } from './parser.ts';

interface Kept {
  text: string;
  tree: Tree;
}

/** Shorter files parse fast enough. */
const LONG = 20_000;
const MOST = 4;

/** By path, most recent last. */
const kept = new Map<string, Kept>();

/**
 * Parses a file, reusing what is still known of it; its tree is valid only while `read` runs.
 * @param path of the file
 * @param text the whole file
 * @param read what to do with the tree, which it must not keep
 * @returns what `read` returns
 */
export function withTree<Result>(path: string, text: string, read: (tree: Tree) => Result): Result {
  if (text.length < LONG) {
    const tree = parsePython(text);
    try {
      return read(tree);
    } finally {
      tree.delete();
    }
  }
  const tree = treeOf(path, text);
  kept.set(path, { text, tree });
  for (const [oldest, each] of kept) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
    each.tree.delete();
  }
  return read(tree);
}

function treeOf(path: string, text: string): Tree {
  const before = kept.get(path);
  if (before === undefined) return parsePython(text);
  kept.delete(path);
  before.tree.edit(editBetween(before.text, text));
  const tree = parsePython(text, before.tree);
  before.tree.delete();
  // Broken code can be parsed in several ways: the same text must always give the same tree.
  if (!tree.rootNode.hasError) return tree;
  tree.delete();
  return parsePython(text);
}

function editBetween(before: string, after: string): Edit {
  const { start, endBefore, endAfter } = differenceOf(before, after);
  return new Edit({
    startIndex: start, oldEndIndex: endBefore, newEndIndex: endAfter,
    startPosition: pointAt(before, start), oldEndPosition: pointAt(before, endBefore), newEndPosition: pointAt(after, endAfter),
  });
}

function pointAt(text: string, index: number): { row: number; column: number } {
  const [line, column] = positionIn(lineStarts(text), index);
  return { row: line - 1, column: column - 1 };
}

/**
 * Trees of long files are kept from one keystroke to the next: what was not touched is taken over,
 * which takes a thirtieth of the time. Few are kept, for people type in few files at a time.
 */
import { Edit, type Tree } from 'web-tree-sitter';
import { differenceOf } from '../../text/difference.ts';
import { lineStarts, positionIn } from '../../text/line-starts.ts';
import { parsePython } from './parser.ts';

interface Kept {
  text: string;
  tree: Tree;
}

/** Shorter files are parsed in a moment. */
const LONG = 20_000;
const MOST = 4;

/** By path, the latest last. */
const kept = new Map<string, Kept>();

/**
 * Parses a file, taking over what is still known of it, and hands out its tree for as long as `read` runs.
 * @param path of the file
 * @param text all of it
 * @param read what is made of the tree, which it must not keep
 * @returns what `read` gives
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
  // Broken code can be understood in several ways: the same text must always be understood in the same one.
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

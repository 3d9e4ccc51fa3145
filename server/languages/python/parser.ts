/** The Python grammar: loads it once, parses text to a tree. */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { wasmFile } from './wasm-file.ts';

let parser: Parser | null = null;
let loading: Promise<Parser> | null = null;

async function load(): Promise<Parser> {
  await Parser.init({ locateFile: () => wasmFile('web-tree-sitter/web-tree-sitter.wasm') });
  const made = new Parser();
  made.setLanguage(await Language.load(wasmFile('tree-sitter-python/tree-sitter-python.wasm')));
  return made;
}

/** Await it before `parsePython`. */
export async function loadParser(): Promise<void> {
  loading ??= load();
  parser = await loading;
}

/**
 * Never throws on bad source: what could not be parsed is in the tree as ERROR and MISSING nodes.
 * @param text rows and columns in the tree count from 0, columns in UTF-16 code units
 * @param before the tree of an earlier text, on which all edits since have been recorded: untouched parts are reused
 * @returns the tree; the caller must call `delete()` on it, because it lives outside JavaScript's memory
 */
export function parsePython(text: string, before: Tree | null = null): Tree {
  const tree = parser?.parse(text, before);
  if (!tree) throw new Error('the Python grammar was used before it was loaded');
  return tree;
}

/** The Python grammar: loads it once, parses text to a tree. */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { NotJudged } from '../../facts/adapter.ts';
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

/** At each backslash the grammar looks ahead to where the line really ends: this many in a row take a second, twice as many take four. */
const MOST_CONTINUED = 2000;

/**
 * Bad source is no error: what could not be parsed is in the tree as ERROR and MISSING nodes.
 * @param text rows and columns in the tree count from 0, columns in UTF-16 code units
 * @param before the tree of an earlier text, on which all edits since have been recorded: untouched parts are reused
 * @returns the tree; the caller must call `delete()` on it, because it lives outside JavaScript's memory
 * @throws NotJudged when parsing would take time in proportion to the square of the file's length
 */
export function parsePython(text: string, before: Tree | null = null): Tree {
  if (isContinued(text, MOST_CONTINUED)) throw new NotJudged({ code: 'too-complex' });
  const tree = parser?.parse(text, before);
  if (!tree) throw new Error('the Python grammar was used before it was loaded');
  return tree;
}

/** Whether more lines in a row than `most` hold nothing but a backslash. */
function isContinued(text: string, most: number): boolean {
  let found = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    found = isBlank(text, at) ? found + 1 : 0;
    if (found > most) return true;
  }
  return false;
}

/** Whether nothing but white space stands between a backslash and the one before it. */
function isBlank(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /\s/.test(text[before]!)) before--;
  return before < 0 || text[before] === '\\';
}

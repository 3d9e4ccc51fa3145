/**
 * Trees of files that were read for an interface. Blocks of one project mostly reach the same files, and two states of one
 * mostly hold the same texts: each text is parsed and bound once, as in an editor that has several projects open.
 */
import { ts } from 'ts-morph';
import { LANGUAGE } from './library.ts';

/** Characters of the texts whose trees are held; a tree takes some fifteen times as much. */
const MOST_HELD = 12_000_000;

/** Texts of one path that are held: in the two states. */
const MOST_TEXTS = 2;

let held = 0;
const trees = new Map<string, ts.SourceFile[]>();

/**
 * @param path absolute
 * @param text of the file
 * @param options of the program, as text: what is noted in a tree when it is bound depends on them
 * @param languageVersion as the compiler asks for it
 */
export function treeOf(path: string, text: string, options: string, languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile {
  const key = `${path}\0${options}`;
  const known = trees.get(key) ?? [];
  const found = known.find((tree) => tree.text === text);
  if (found !== undefined) return found;
  const made = ts.createSourceFile(path, text, typeof languageVersion === 'object' ? languageVersion : { languageVersion: LANGUAGE });
  if (held + text.length > MOST_HELD) {
    trees.clear();
    held = 0;
    known.length = 0;
  }
  held += text.length;
  if (known.length >= MOST_TEXTS) held -= known.shift()!.text.length;
  trees.set(key, [...known, made]);
  return made;
}

/** The files in which a block speaks for itself. */
import { globBase } from '../graph/globs.ts';
import type { Block } from '../graph/model.ts';

/** @returns its public face; without one its only file, or the `__init__` of its folder */
export function facesOf({ face, files, paths }: Pick<Block, 'face' | 'files' | 'paths'>): readonly string[] {
  if (face !== null) return face;
  if (files.length === 1) return files;
  const folders = new Set(paths.filter((path) => !path.startsWith('!')).map(globBase));
  return files.filter((path) => /(^|\/)__init__\.pyi?$/.test(path) && folders.has(path.slice(0, Math.max(0, path.lastIndexOf('/')))));
}

/** Everything up to the end of the first comment or docstring, which nothing but short lines for programs may precede. */
const HEAD = /^\uFEFF?(?:#[^\n]*\n|\s)*(?:\/\*[^]*?\*\/|(?:\/\/[^\n]*(?:\n|$))+|[rRuU]?(?:"""[^]*?"""|'''[^]*?'''))/;

/** @param text of a file @returns how many lines it takes to the end of what the file says of itself, at least one */
export function headLines(text: string): number {
  const head = HEAD.exec(text)?.[0].trimEnd() ?? '';
  return head.split('\n').length;
}

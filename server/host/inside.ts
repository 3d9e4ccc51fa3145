/** Reads what lies inside a folder, by its real place: a link that leads out of the folder is not followed. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What is at a path, or why it must not be read. */
export type Inside = { text: string } | { names: string[] } | { refused: string } | null;

/** @param top real path of a folder @param path real path of anything @returns whether it is the folder or lies in it */
export function isWithin(top: string, path: string): boolean {
  return path === top || path.startsWith(top.endsWith(sep) ? top : top + sep);
}

/**
 * @param root absolute path of the folder
 * @param path relative to it, with `/`
 * @param largest size of a file that is read, in bytes
 * @returns null when there is nothing
 */
export async function readInside(root: string, path: string, largest: number): Promise<Inside> {
  try {
    const [top, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!isWithin(top, real)) return { refused: 'leads out of the folder' };
    // Before anything is opened: a pipe that nobody writes to would be waited for.
    const found = await stat(real);
    if (found.isDirectory()) return { names: await readdir(real) };
    if (!found.isFile()) return { refused: 'is not a regular file' };
    return found.size > largest ? { refused: 'is too large to read' } : { text: await readFile(real, 'utf8') };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { refused: `cannot be read (${code})` };
  }
}

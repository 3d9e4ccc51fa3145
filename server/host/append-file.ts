/** Adds to a file so that what was there stays as it was, and what was added is on the disk when it is said to be. */
import { lstat, mkdir, open, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLock } from './file-lock.ts';
import { isWithin } from './inside.ts';
import { flushFolder } from './replace-file.ts';

/** The file is no file of the folder. */
export class NotInsideError extends Error {}

/**
 * @param root absolute path of the folder
 * @param path of the file, relative to the folder
 * @returns its text; null when it is not there
 * @throws {NotInsideError} for what is no file of the folder, such as a link
 */
export async function readKept(root: string, path: string): Promise<string | null> {
  const file = join(root, path);
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (found === null) return null;
  const [top, folder] = await Promise.all([realpath(root), realpath(dirname(file))]);
  if (!found.isFile() || !isWithin(top, folder)) throw new NotInsideError(`${path} is no regular file of the folder`);
  return readFile(file, 'utf8');
}

/**
 * @param root absolute path of the folder
 * @param path of the file, relative to the folder
 * @param addition says what to add to the text of now; null while there is no file
 * @returns the text before, and what was added
 */
export async function appendLocked(
  root: string, path: string, addition: (text: string | null) => string,
): Promise<{ before: string | null; added: string }> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  return withLock(`${file}.lock`, async () => {
    const before = await readKept(root, path);
    const added = addition(before);
    if (added === '') return { before, added };
    const handle = await open(file, 'a');
    try {
      await handle.writeFile(added);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (before === null) await flushFolder(dirname(file));
    return { before, added };
  });
}

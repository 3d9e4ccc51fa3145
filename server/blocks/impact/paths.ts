/** Paths of the workspace. */
import { folderOf } from '../../text/folders.ts';

/** Folders around a file, the nearest first, without the top. */
export function foldersAround(path: string): string[] {
  const found: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) found.push(folder);
  return found;
}

/** Whether a path lies in a folder; everything lies in the top, which is empty. */
export function liesIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

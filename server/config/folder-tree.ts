/** The folders of a workspace as far as they hold sources. */

export interface Folder {
  /** Empty for the workspace itself. */
  name: string;
  /** Relative to the workspace; empty for the workspace itself. */
  path: string;
  /** Names of the source files directly inside, sorted. */
  files: string[];
  /** Folders directly inside that hold sources, at whatever depth; sorted by name. */
  folders: Folder[];
  /** Source files inside, at whatever depth. */
  count: number;
}

/**
 * @param paths of source files, relative to the workspace
 * @returns the workspace's folder
 */
export function folderTree(paths: Iterable<string>): Folder {
  const root: Folder = { name: '', path: '', files: [], folders: [], count: 0 };
  const byPath = new Map<string, Folder>([['', root]]);
  for (const path of [...paths].sort()) {
    const segments = path.split('/');
    const file = segments.pop()!;
    let folder = root;
    folder.count++;
    for (const name of segments) {
      const inner = folder.path === '' ? name : `${folder.path}/${name}`;
      let next = byPath.get(inner);
      if (next === undefined) {
        next = { name, path: inner, files: [], folders: [], count: 0 };
        byPath.set(inner, next);
        folder.folders.push(next);
      }
      folder = next;
      folder.count++;
    }
    folder.files.push(file);
  }
  return root;
}

/** A file's name without its ending. @param file name of a file */
export function stemOf(file: string): string {
  const dot = file.indexOf('.', 1);
  return dot < 0 ? file : file.slice(0, dot);
}

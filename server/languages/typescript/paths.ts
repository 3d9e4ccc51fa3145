/** Paths and specifiers, taken apart and put together. All paths with `/`. */

/** `@scope/name` or `name` of a bare specifier. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

/** The folder of a path; empty for one at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins a relative specifier to a relative folder; null when it leads out of the workspace. */
export function joined(folder: string, specifier: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const step of specifier.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** A path as seen from an absolute folder. */
export function joinAbsolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path.replace(/^\.\//, '')}`;
}

/** The folders of files, and all above them up to the workspace's own, which is the empty string. */
export function foldersOf(files: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
      if (folder === '') break;
    }
  }
  return folders;
}

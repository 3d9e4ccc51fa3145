/** Splits and joins paths and specifiers. All paths use `/`. */

/** `@scope/name` or `name` of a bare specifier. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
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

/** A path relative to an absolute folder. */
export function joinAbsolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path.replace(/^\.\//, '')}`;
}

/** Who imported a file that is gone. */
import type { WorkspaceModel } from '../../graph/model.ts';
import { folderOf, joinPath } from '../../text/folders.ts';

/** @param gone path of a file that is no longer there @returns files with an import that leads nowhere now and led to it */
export function importersOfGone(model: WorkspaceModel, gone: string): string[] {
  const stem = gone.replace(/\.[^./]+$/, '').replace(/\/(index|__init__)$/, '');
  const dotted = stem.replaceAll('/', '.');
  return [...model.modules.values()].filter(({ path, imports }) => imports.some(({ fact: { specifier, names }, to }) => {
    if (to.kind === 'file' && !/\.pyi?$/.test(path)) return false;
    if (/\.pyi?$/.test(path)) {
      const inside = specifier.endsWith('.') ? specifier : `${specifier}.`;
      return leadsTo(path, specifier, dotted) || names.some(({ imported }) => leadsTo(path, `${inside}${imported}`, dotted));
    }
    const place = specifier.startsWith('.') ? joinPath(folderOf(path), specifier) : null;
    return place !== null && place.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '') === stem;
  })).map(({ path }) => path);
}

function leadsTo(from: string, specifier: string, dotted: string): boolean {
  const dots = /^\.*/.exec(specifier)![0].length;
  if (dots === 0) return dotted === specifier || dotted.endsWith(`.${specifier}`);
  const place = joinPath(folderOf(from), `${'../'.repeat(dots - 1)}${specifier.slice(dots).replaceAll('.', '/')}`);
  return place?.replaceAll('/', '.') === dotted;
}

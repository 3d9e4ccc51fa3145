/** Packages that a project installs in one exact version, which is then not the copy that another project of the workspace holds. */
import type { ResolutionFileSystem } from '../../facts/adapter.ts';
import { folderOf } from '../../text/folders.ts';
import { join } from './roots.ts';

/** `transformers[torch]==4.15.0` */
const EXACT = /^[ \t]*([\w.-]+)[ \t]*(?:\[[^\]\n]*\][ \t]*)?===?[ \t]*\d/gm;

/**
 * @param base absolute path of the workspace
 * @param fileSystem where `requirements.txt` is looked for
 * @returns whether the nearest such file, from a folder upwards, pins a package by the name that it is imported with
 */
export function createPins(base: string, fileSystem: ResolutionFileSystem): (folder: string, name: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const pinsOf = (folder: string): ReadonlySet<string> => {
    let pins = known.get(folder);
    if (pins === undefined) known.set(folder, (pins = readPins(folder)));
    return pins;
  };
  const readPins = (folder: string): ReadonlySet<string> => {
    const path = `${base}/${join(folder, 'requirements.txt')}`;
    if (fileSystem.fileExists(path)) return new Set([...(fileSystem.readFile(path) ?? '').matchAll(EXACT)].map(([, name = '']) => asImported(name)));
    return folder === '' ? new Set() : pinsOf(folderOf(folder));
  };
  return (folder, name) => pinsOf(folder).has(asImported(name));
}

function asImported(name: string): string {
  return name.toLowerCase().replace(/[-.]/g, '_');
}

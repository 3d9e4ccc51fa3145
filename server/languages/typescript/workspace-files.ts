/** What module resolution knows about the workspace in advance, and how it takes paths and specifiers apart. All paths use `/`. */
import type { ResolutionFileSystem } from '../../facts/adapter.ts';
import { folderOf, foldersOf } from '../../text/folders.ts';

const CONFIGURATION_NAMES = ['tsconfig.json', 'jsconfig.json'];

export interface WorkspaceFiles {
  /** Absolute path of the workspace, without a trailing `/`. */
  base: string;
  files: readonly string[];
  /** As absolute paths: whatever resolves to one of them is a file of the workspace. */
  known: ReadonlySet<string>;
  /** Folders of the workspace's own packages, relative, by package name. */
  packages: ReadonlyMap<string, string>;
  fileSystem: ResolutionFileSystem;
}

/**
 * @param root absolute path of the workspace, with `/`
 * @param files relative paths of its source files
 * @param fileSystem reads package manifests
 */
export function workspaceFiles(root: string, files: readonly string[], fileSystem: ResolutionFileSystem): WorkspaceFiles {
  const base = root.endsWith('/') ? root.slice(0, -1) : root;
  return { base, files, known: new Set(files), packages: readPackages(base, files, fileSystem), fileSystem };
}

function readPackages(base: string, files: readonly string[], fileSystem: ResolutionFileSystem): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of foldersOf(files)) {
    const text = fileSystem.readFile(folder === '' ? `${base}/package.json` : `${base}/${folder}/package.json`);
    const name = text === undefined ? undefined : /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1];
    if (name !== undefined && !found.has(name)) found.set(name, folder);
  }
  return found;
}

/** The tsconfig or jsconfig that applies to a folder, absolute; null when there is none up to the root of the workspace. */
export function nearestConfiguration(folder: string, base: string, fileSystem: ResolutionFileSystem): string | null {
  for (let current = folder; current.length >= base.length; current = folderOf(current)) {
    for (const name of CONFIGURATION_NAMES) if (fileSystem.fileExists(`${current}/${name}`)) return `${current}/${name}`;
    if (current === base) break;
  }
  return null;
}

/** `@scope/name` or `name` of a bare specifier. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

/** A path relative to an absolute folder. */
export function joinAbsolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path.replace(/^\.\//, '')}`;
}

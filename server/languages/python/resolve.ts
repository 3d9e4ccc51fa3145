/**
 * Where an import leads, as Python would resolve it in an installed or a started project: relative imports by
 * folders, absolute ones from the roots that the files and project files suggest.
 */
import type { Resolution, ResolutionFileSystem, Resolver } from '../../facts/adapter.ts';
import { folderOf, foldersOf } from '../../text/folders.ts';
import { isBuiltin } from './import-group.ts';
import { createPins } from './pins.ts';
import { join, projectRoots } from './roots.ts';
import { withSubmodules } from './submodules.ts';

const MISSING: Resolution = { kind: 'missing' };

export function createPythonResolver(root: string, files: readonly string[], fileSystem: ResolutionFileSystem): Resolver {
  const base = root.endsWith('/') ? root.slice(0, -1) : root;
  const own = files.filter((file) => /\.(pyi?|ipynb)$/.test(file));
  const known = new Set(own);
  const folders = foldersOf(own);
  const projects = projectRoots(base, folders, known, fileSystem);
  const isPinned = createPins(base, fileSystem);
  let packages: ReadonlyMap<string, number> | null = null;
  const rootsOfFolder = new Map<string, readonly string[]>();

  return {
    resolve(from, specifier) {
      const folder = folderOf(from);
      const dots = /^\.*/.exec(specifier)![0].length;
      return dots > 0 ? relative(folder, dots, specifier.slice(dots)) : absolute(folder, specifier);
    },
    resolveImports: (_from, imports, resolve) => imports.flatMap((fact) => withSubmodules(fact, resolve)),
  };

  function relative(folder: string, dots: number, rest: string): Resolution {
    let start: string | null = folder;
    for (let step = 1; step < dots; step++) start = start === '' || start === null ? null : folderOf(start);
    if (start === null) return MISSING;
    const path = join(start, rest.replaceAll('.', '/'));
    return moduleAt(path) ?? (rest === '' ? MISSING : { kind: 'missing', path });
  }

  function absolute(folder: string, specifier: string): Resolution {
    const path = specifier.replaceAll('.', '/');
    const [first = ''] = specifier.split('.');
    if (isBuiltin(specifier)) return { kind: 'package', name: first };
    for (const start of rootsFor(folder)) {
      const found = moduleAt(join(start, path));
      if (found !== null) return found;
      // The first root that has the package decides. What is missing there may be compiled, or in another package of that name.
      if (!isPackage(join(start, first))) continue;
      return isOnly(start, first) && !specifier.includes('._') ? { kind: 'missing', path: join(start, path) } : { kind: 'package', name: first };
    }
    for (const start of projects) {
      if (!isPackage(join(start, first)) && !folders.has(join(start, first))) continue;
      const found = moduleAt(join(start, path));
      if (found !== null) return isPinned(folder, first) ? { kind: 'package', name: first } : found;
    }
    return { kind: 'package', name: first };
  }

  /** The file of a module or package; a stub only when there is nothing else. */
  function moduleAt(path: string): Resolution | null {
    const inside = path === '' ? '' : `${path}/`;
    for (const candidate of [`${inside}__init__.py`, `${path}.py`, `${path}.pyi`, `${inside}__init__.pyi`])
      if (known.has(candidate)) return { kind: 'file', path: candidate };
    return null;
  }

  /** The package is the project's own, and there is no other of that name. */
  function isOnly(start: string, name: string): boolean {
    if (!projects.includes(start) && start !== '') return false;
    packages ??= packageCounts(known);
    return packages.get(name) === 1;
  }

  function isPackage(path: string): boolean {
    return known.has(`${path}/__init__.py`) || known.has(`${path}/__init__.pyi`);
  }

  /** Enclosing folders that are not packages, nearest first, each with its usual source folders. */
  function rootsFor(folder: string): readonly string[] {
    let found = rootsOfFolder.get(folder);
    if (found === undefined) rootsOfFolder.set(folder, (found = readRoots(folder)));
    return found;
  }

  function readRoots(folder: string): string[] {
    const found: string[] = [];
    for (let current = folder; ; current = folderOf(current)) {
      if (!isPackage(current))
        found.push(current, ...['src', 'lib', 'python'].map((name) => join(current, name)).filter((path) => folders.has(path) && !isPackage(path)));
      if (current === '') return found;
    }
  }
}

/** How many packages have a name, wherever they are. */
function packageCounts(known: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of known) {
    const folder = /^(.+)\/__init__\.pyi?$/.exec(file)?.[1];
    if (folder === undefined) continue;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

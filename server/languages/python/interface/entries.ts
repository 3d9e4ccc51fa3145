/** The modules through which others reach a package or a folder. */
import type { InterfaceEntry } from '../../../facts/interface.ts';
import type { ResolutionFileSystem } from '../../../facts/adapter.ts';
import { folderOf, foldersOf } from '../../../text/folders.ts';
import { compareText } from '../../../text/order.ts';
import { join, projectRoots } from '../roots.ts';
import { isPublicModule } from './visibility.ts';

/** Modules and folders beside a package that are no part of it. */
const BESIDE = new RegExp('^(setup|conftest|noxfile|tasks|fabfile|manage|docs?|examples?|benchmarks?|scripts?|tools?|tests?|testing|build|dist|site-packages'
  + '|node_modules|venv|env)$');

/**
 * @param base absolute path of the workspace
 * @param folder relative to it; empty for the workspace itself. It may be a package, hold packages, or hold modules only.
 * @param files all source files of the workspace, relative to it
 * @returns the public modules by their dotted names, sorted; a package comes with its public submodules
 */
export function interfaceEntries(base: string, folder: string, files: readonly string[], fileSystem: ResolutionFileSystem): InterfaceEntry[] {
  const inside = folder === '' ? '' : `${folder}/`;
  const own = new Set(files.filter((file) => /\.pyi?$/.test(file) && file.startsWith(inside)));
  const known = new Set(files.filter((file) => /\.pyi?$/.test(file)));
  const isPackage = (path: string): boolean => known.has(`${path}/__init__.py`) || known.has(`${path}/__init__.pyi`);
  const root = isPackage(folder) ? outermost(folder, isPackage) : null;
  if (root !== null) return entriesBelow(own, root, (path) => path.startsWith(inside));

  const folders = foldersOf([...own]);
  const isBeside = (path: string): boolean => rest(path, folder).split('/').some((part) => BESIDE.test(part));
  const roots = [...new Set([join(folder, 'src'), ...projectRoots(base.replace(/\/$/, ''), folders, known, fileSystem)])]
    .filter((each) => each !== folder && each.startsWith(inside) && folders.has(each) && !isPackage(each) && !isBeside(each));
  // The sources of the folder's own project, then its top, then those of projects inside of it.
  const isProject = (path: string): boolean =>
    ['pyproject.toml', 'setup.py', 'setup.cfg'].some((name) => fileSystem.fileExists(`${base.replace(/\/$/, '')}/${join(path, name)}`));
  const sources = roots.filter((each) => !rest(each, folder).includes('/') && !isProject(each));
  const near = sources.map((each) => entriesAt(each, true)).find((each) => each.length > 0);
  if (near !== undefined) return near;
  if ([...own].some((file) => isPackage(join(folder, rest(file, folder).split('/')[0]!)) && !isBeside(file))) return entriesAt(folder, false);
  const projects = roots.filter((each) => !roots.includes(join(each, 'src'))).flatMap((each) => entriesAt(each, each.endsWith('/src')));
  if (projects.length > 0) return [...new Map(projects.map((each) => [each.name, each])).values()].sort((a, b) => compareText(a.name, b.name));
  const top = entriesAt(folder, false);
  if (top.length > 0) return top;
  return entriesBelow(own, folder, (path) => folderOf(path) === folder);

  /** @param isSource whether the folder is for sources only; beside a package at the top, modules are its scripts */
  function entriesAt(start: string, isSource: boolean): InterfaceEntry[] {
    const tops = new Set([...own].filter((file) => start === '' || file.startsWith(`${start}/`)).map((file) => rest(file, start).split('/')[0]!));
    const isWanted = (name: string): boolean => !BESIDE.test(name.replace(/\.pyi?$/, ''));
    const leads = (path: string): boolean => isPackage(path) || holdsPackage(path, folders, isPackage);
    const packages = new Set([...tops].filter((each) => isWanted(each) && leads(join(start, each))));
    return entriesBelow(own, start, (path) => {
      const first = rest(path, start).split('/')[0]!;
      return packages.has(first) || (/\.pyi?$/.test(first) && isWanted(first) && (isSource || packages.size === 0));
    });
  }
}

function rest(file: string, start: string): string {
  return start === '' ? file : file.slice(start.length + 1);
}

/** The folder in which the outermost package around a package stands. */
function outermost(folder: string, isPackage: (path: string) => boolean): string {
  let current = folder;
  while (current !== '' && isPackage(current)) current = folderOf(current);
  return current;
}

/** A namespace package: a folder without `__init__.py` that leads to one with. */
function holdsPackage(path: string, folders: ReadonlySet<string>, isPackage: (path: string) => boolean): boolean {
  for (const each of folders) if (each.startsWith(`${path}/`) && isPackage(each)) return true;
  return false;
}

function entriesBelow(own: ReadonlySet<string>, root: string, wanted: (path: string) => boolean): InterfaceEntry[] {
  const entries = new Map<string, InterfaceEntry>();
  for (const path of [...own].sort(compareText)) {
    if ((root !== '' && !path.startsWith(`${root}/`)) || !wanted(path)) continue;
    const name = rest(path, root).replace(/\.pyi?$/, '').replace(/\/__init__$/, '').replaceAll('/', '.');
    // The comparer takes the stub by itself; the entry names the source where there is one.
    if (/^[\w.]+$/.test(name) && isPublicModule(name) && !entries.has(name)) entries.set(name, { path, name });
  }
  return [...entries.values()].sort((a, b) => compareText(a.name, b.name));
}

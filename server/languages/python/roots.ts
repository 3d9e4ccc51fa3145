/** Folders from which the Python projects of a workspace import, according to their project files. */
import type { ResolutionFileSystem } from '../../facts/adapter.ts';

/** `where = ["src"]`, `pythonpath = ["."]`, `from = "lib"`, `package-dir = {"" = "lib"}`, `package_dir={'': 'src'}`. */
const STATEMENTS: readonly RegExp[] = [
  /\b(?:where|pythonpath|source-roots?|extraPaths|mypy_path)\s*=\s*\[([^\]]*)\]/g,
  /\bfrom\s*=\s*(["'][^"'\n]+["'])/g,
  /\bpackage[-_]dir\s*=\s*\{\s*["']{2}\s*[=:]\s*(["'][^"'\n]+["'])/g,
  /\bfind_(?:namespace_)?packages\(\s*(?:where\s*=\s*)?(["'][^"'\n]+["'])/g,
];

/**
 * @param base absolute path of the workspace
 * @param folders relative paths of all folders with Python files, and of their parents
 * @param known relative paths of all Python files
 * @param fileSystem where project files are looked for
 * @returns relative paths, without duplicates
 */
export function projectRoots(base: string, folders: ReadonlySet<string>, known: ReadonlySet<string>, fileSystem: ResolutionFileSystem): string[] {
  const roots = new Set<string>();
  for (const folder of [...folders].sort()) {
    const path = (name: string): string => `${base}/${join(folder, name)}`;
    const texts = [
      fileSystem.fileExists(path('pyproject.toml')) ? fileSystem.readFile(path('pyproject.toml')) ?? '' : null,
      known.has(join(folder, 'setup.py')) ? fileSystem.readFile(path('setup.py')) ?? '' : null,
      fileSystem.fileExists(path('setup.cfg')) ? fileSystem.readFile(path('setup.cfg')) ?? '' : null,
    ].filter((text) => text !== null);
    if (texts.length === 0) continue;
    roots.add(folder);
    for (const stated of texts.flatMap(statedFolders)) {
      const root = join(folder, stated.replace(/^\.\/?|\/$/g, ''));
      if (folders.has(root)) roots.add(root);
    }
    if (folders.has(join(folder, 'src'))) roots.add(join(folder, 'src'));
  }
  return [...roots];
}

function statedFolders(text: string): string[] {
  return STATEMENTS.flatMap((statement) =>
    [...text.matchAll(statement)].flatMap((match) => [...match[1]!.matchAll(/["']([^"'\n]*)["']/g)].map((each) => each[1]!)));
}

/** Joins relative paths with `/`; the root of the workspace is the empty string. */
export function join(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}

/** Programs that the packages of a workspace bring along: commands of npm packages, console scripts of Python projects. */
import { folderOf, joinPath } from '../../text/folders.ts';
import type { ProjectFiles } from './runners.ts';

/** @returns by name of the program, the file or the module that it runs */
export function programsOf({ files, read }: ProjectFiles): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of files) {
    if (/(^|\/)package\.json$/.test(path)) readManifest(path, read(path) ?? '', found);
    else if (/(^|\/)pyproject\.toml$/.test(path)) readProject(read(path) ?? '', found);
    else if (/(^|\/)setup\.(py|cfg)$/.test(path))
      for (const [, name = '', module = ''] of (read(path) ?? '').matchAll(/([\w.-]+)\s*=\s*([\w.]+:\w+)/g)) found.set(name, module);
  }
  return found;
}

function readManifest(path: string, text: string, into: Map<string, string>): void {
  let manifest: { name?: unknown; bin?: unknown };
  try {
    manifest = JSON.parse(text) as typeof manifest;
  } catch {
    return;
  }
  const { bin, name } = manifest;
  const note = (program: string, file: unknown): void => {
    const place = typeof file === 'string' ? joinPath(folderOf(path), file) : null;
    if (place !== null) into.set(program, place);
  };
  if (typeof bin === 'string' && typeof name === 'string') note(name.replace(/^@[^/]*\//, ''), bin);
  else if (typeof bin === 'object' && bin !== null) for (const [program, file] of Object.entries(bin)) note(program, file);
}

/** `[project.scripts]`, `[tool.poetry.scripts]`, `[project.entry-points."x"]`. */
function readProject(text: string, into: Map<string, string>): void {
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inside = /scripts\]|entry-points|plugins/.test(line);
    else if (inside) {
      const [, name, module] = /^\s*["']?([\w.-]+)["']?\s*=\s*["']([\w.]+(?::[\w.]+)?)["']/.exec(line) ?? [];
      if (name !== undefined && module !== undefined) into.set(name, module);
    }
  }
}

/** The repository's own sources, read by its own TypeScript adapter. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileFacts } from '../../server/facts/file-facts.ts';
import { typescriptAdapter } from '../../server/languages/typescript/adapter.ts';

await typescriptAdapter.load();

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Source {
  /** Relative to the repository, with `/`. */
  path: string;
  text: string;
}

export interface Import {
  from: string;
  /** Path of a file of the repository, or the specifier of a package or built-in module. */
  to: string;
  own: boolean;
  line: number;
}

/**
 * @param folders of the repository
 * @param ending of the files' names
 * @returns the files below, sorted; workspaces that tests open are data, not sources
 */
export function sourcesOf(folders: readonly string[], ending: RegExp): Source[] {
  return folders.flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file) && !/(^|\/)(workspace|node_modules)\//.test(file))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') })));
}

/** @param source a TypeScript file @returns all that the adapter says of it */
export function factsOf(source: Source): FileFacts {
  return typescriptAdapter.extract({ ...source, role: 'source' });
}

/** @param facts of a file @returns what it imports, dynamic imports and types included */
export function importsOf(facts: FileFacts): Import[] {
  return facts.imports.map(({ specifier, span }) => {
    const own = specifier.startsWith('.');
    return { from: facts.path, to: own ? path.posix.join(path.posix.dirname(facts.path), specifier) : specifier, own, line: span[0] };
  });
}

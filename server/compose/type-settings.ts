/** The settings of TypeScript projects of a folder, read as text only: whether they are the same as in another state. */
import { posix } from 'node:path';
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import { foldersOf } from '../text/folders.ts';

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/**
 * @param root absolute path with `/`
 * @param paths of source files, relative to the root
 * @returns all settings files that apply to them, with those that they extend
 */
export function typeSettings(fileSystem: ResolutionFileSystem, root: string, paths: readonly string[]): string {
  const texts = new Map<string, string>();
  const read = (path: string): void => {
    if (texts.has(path) || !fileSystem.fileExists(path)) return;
    const text = fileSystem.readFile(path) ?? '';
    texts.set(path, text);
    for (const [, found = ''] of text.matchAll(/"(\.{1,2}\/[^"*]*)"/g)) {
      const extended = posix.join(posix.dirname(path), found);
      if (/(^|\/)[^/]*config[^/]*$/.test(extended)) read(extended.endsWith('.json') ? extended : `${extended}.json`);
    }
  };
  for (const folder of [...foldersOf(paths)].sort()) for (const name of NAMES) read(`${root}/${folder === '' ? '' : `${folder}/`}${name}`);
  return JSON.stringify([...texts].map(([path, text]) => [path.slice(root.length), text.replaceAll('\r\n', '\n')]));
}

/**
 * Reads a fixture of interface changes. Each `##` section is one pair: `Version:` says what the change asks for, `Entries:`
 * which files others import, fences hold the files `before/…` and `after/…`, and the fence `changes` all changes: kind, name, effect, certainty, place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InterfaceState } from '../../../server/facts/interface.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../../kit/memory-file-system.ts';

export interface InterfacePair {
  title: string;
  version: string;
  /** Files that others import, where it is not all of them. */
  entries?: string[];
  before: Map<string, string>;
  after: Map<string, string>;
  /** Lines of the fence `changes`. */
  changes: string[];
}

const FOLDER = path.dirname(fileURLToPath(import.meta.url));

/** Pairs by fixture. */
export function readPairs(): { file: string; pairs: InterfacePair[] }[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.md')).sort().map((file) => ({ file, pairs: pairsOf(readFileSync(path.join(FOLDER, file),
    'utf8')) }));
}

function pairsOf(text: string): InterfacePair[] {
  return text.split(/^## /m).slice(1).map((section) => {
    const pair: InterfacePair = {
      title: section.slice(0, section.indexOf('\n')), version: /^Version: (\w+)$/m.exec(section)?.[1] ?? '', before: new Map(), after: new Map(), changes: [],
    };
    const entries = /^Entries: (.+)$/m.exec(section)?.[1];
    if (entries !== undefined) pair.entries = entries.split(', ');
    for (const [, info = '', body = ''] of section.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)) {
      const file = /^\w+ (before|after)\/(.+)$/.exec(info);
      if (file !== null) pair[file[1] as 'before' | 'after'].set(file[2]!, body);
      else if (info === 'changes') pair.changes = body.split('\n').filter((line) => line !== '');
      else throw new Error(`${pair.title}: the fence "${info}" is unknown`);
    }
    return pair;
  });
}

/** @param entries files that others import; all files when left out */
export function stateOf(files: ReadonlyMap<string, string>, entries: readonly string[] = [...files.keys()]): InterfaceState {
  return {
    root: MEMORY_ROOT, fileSystem: memoryFileSystem(files), files: [...files.keys()].filter((name) => /\.[cm]?[jt]sx?$/.test(name)),
    entries: entries.map((name) => ({ path: name, name: entries.length === 1 || name.startsWith('index.') ? '.' : `./${name.replace(/\..*$/, '')}` })),
  };
}

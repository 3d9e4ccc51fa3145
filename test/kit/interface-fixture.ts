/**
 * Reads Markdown with pairs of states. Each `##` section is one pair: the whole list of changes that are expected, one a line
 * as "kind `name` effect: message" (the message may be left out), `silent` for no difference at all or `not judged` for one
 * that nothing is said about; a fence `before`, a fence `after`; and `entry:`
 * with the names of the modules that are public, for both states or `before / after`. A line `# file: path` begins a file.
 */
import { readFileSync } from 'node:fs';
import type { InterfaceEntry, InterfaceState } from '../../server/facts/interface.ts';
import { MEMORY_ROOT, memoryFileSystem } from './memory-file-system.ts';

export interface InterfacePair {
  title: string;
  /** Their signatures are equal. */
  isSilent: boolean;
  /** Sorted. */
  expected: { change: string; message: string | null }[];
  before: InterfaceState;
  after: InterfaceState;
}

export function readInterfacePairs(file: string): InterfacePair[] {
  return readFileSync(file, 'utf8').split(/^## /m).slice(1).map(readPair);
}

function readPair(section: string): InterfacePair {
  const title = section.slice(0, section.indexOf('\n'));
  const [before, after] = ['before', 'after'].map((which) => new RegExp(`^\`\`\`python ${which}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(section)?.[1]);
  if (before === undefined || after === undefined) throw new Error(`"${title}" lacks a state`);
  const lines = section.slice(title.length, section.indexOf('```')).split('\n').map((line) => line.trim()).filter(Boolean);
  const expected = lines.filter((line) => line !== 'silent' && line !== 'not judged').map((line) => {
    const match = /^([\w-]+ `[^`]+` (?:major|minor|patch))(?:: (.+))?$/.exec(line);
    if (match === null) throw new Error(`"${title}": "${line}" is no change`);
    return { change: match[1]!, message: match[2] ?? null };
  });
  if (lines.length === 0) throw new Error(`"${title}" does not say what is expected`);
  const entries = (/^entry: (.+)$/m.exec(section)?.[1] ?? 'm').split(' / ');
  return {
    title, isSilent: lines.includes('silent'), expected: expected.sort((a, b) => (a.change < b.change ? -1 : 1)),
    before: stateOf(before, entries[0]!.split(' ')), after: stateOf(after, (entries[1] ?? entries[0]!).split(' ')),
  };
}

function stateOf(text: string, names: readonly string[]): InterfaceState {
  const files = new Map<string, string>();
  let path = 'm.py';
  for (const line of text.split('\n')) {
    const named = /^# file: (\S+)$/.exec(line);
    if (named) path = named[1]!;
    files.set(path, named ? files.get(path) ?? '' : `${files.get(path) ?? ''}${line}\n`);
  }
  const entries = names.map((name): InterfaceEntry => {
    const base = name.replaceAll('.', '/');
    return { name, path: [`${base}/__init__.py`, `${base}.py`].find((each) => files.has(each)) ?? `${base}.py` };
  });
  return { root: MEMORY_ROOT, fileSystem: memoryFileSystem(files), files: [...files.keys()], entries };
}

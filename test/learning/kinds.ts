/** Which leaks the analysis sees in the code of a notebook. */
import assert from 'node:assert/strict';
import { readLearning } from '../../server/languages/python/learning/read-learning.ts';
import { parsePython } from '../../server/languages/python/parser.ts';
import { createSource } from '../../server/languages/python/syntax.ts';

/**
 * @param text code of a file or notebook
 * @returns kinds of leaks, each once, sorted; what breaks down fails the test
 */
export function kindsIn(text: string): string[] {
  const tree = parsePython(text);
  const learning = readLearning(createSource('notebook.py', text, tree), (error) => assert.fail(String(error)));
  tree.delete();
  return [...new Set(learning?.leaks.map(({ kind }) => kind))].sort();
}

/** Names in a line of the head: `# expected: overlap, multi-test`. */
export function namedIn(text: string, what: string): string[] {
  const line = new RegExp(`^# ${what}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  return line === '' || line === 'clean' ? [] : line.split(', ').sort();
}

/** Which leaks the analysis sees in the code of a notebook, and what the head of the notebook says of them. */
import { readLearning } from '../../server/languages/python/learning/read-learning.ts';
import { parsePython } from '../../server/languages/python/parser.ts';
import { createSource } from '../../server/languages/python/syntax.ts';

/**
 * @param text code of a file or notebook
 * @returns kind and place of every leak, in the order of the file: `overlap 12:5`
 * @throws when something breaks down on the way
 */
export function leaksIn(text: string): string[] {
  const tree = parsePython(text);
  const faults: unknown[] = [];
  const learning = readLearning(createSource('notebook.py', text, tree), (error) => void faults.push(error));
  tree.delete();
  if (faults.length > 0) throw faults[0];
  const leaks = [...(learning?.leaks ?? [])].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || a.kind.localeCompare(b.kind));
  return leaks.map(({ kind, span }) => `${kind} ${span[0]}:${span[1]}`);
}

/** The kinds among leaks, each once, sorted. */
export function kindsOf(leaks: readonly string[]): string[] {
  return [...new Set(leaks.map((leak) => leak.split(' ')[0]!))].sort();
}

/**
 * What a line of the head lists: `# expected: overlap, multi-test`, where `clean` means nothing.
 *
 * @returns null when the head has no such line
 */
export function listed(text: string, what: string): string[] | null {
  const line = new RegExp(`^# ${what}: (.*)$`, 'm').exec(text)?.[1];
  return line === undefined ? null : line === 'clean' ? [] : line.split(', ');
}

/** Leaks of data, on small notebooks of many kinds. Each says in its first line which leaks it holds. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLearning } from '../../server/languages/python/learning/read-learning.ts';
import { loadParser, parsePython } from '../../server/languages/python/parser.ts';

const FOLDER = join(import.meta.dirname, 'notebooks');

/** Kinds of leaks that the analysis sees in a text, each once; what breaks down fails the test. */
function kindsIn(text: string): string[] {
  const tree = parsePython(text);
  const learning = readLearning(tree.rootNode, text, (error) => assert.fail(String(error)));
  tree.delete();
  return [...new Set(learning?.leaks.map(({ kind }) => kind))].sort();
}

describe('notebooks', () => {
  before(() => loadParser());
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));

  it('are many', () => assert.ok(names.length >= 60, `${names.length}`));

  for (const name of names) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const expected = /^# expected: (.*)$/m.exec(text)?.[1] ?? '';
    it(`${name}: ${expected}`, () => assert.deepEqual(kindsIn(text), expected === 'clean' ? [] : expected.split(', ').sort()));
  }
});

/** Leaks of data, on small notebooks of many kinds. Each says in its first line which leaks it holds. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonAdapter } from '../../server/languages/python/adapter.ts';

const FOLDER = join(import.meta.dirname, 'notebooks');

/** Kinds of leaks that the analysis sees in a text, each once. */
function kindsIn(path: string, text: string): string[] {
  const { learning } = pythonAdapter.extract({ path, text, role: 'source' });
  return [...new Set(learning?.leaks.map(({ kind }) => kind))].sort();
}

describe('notebooks', () => {
  before(() => pythonAdapter.load());
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));

  it('are many', () => assert.ok(names.length >= 60, `${names.length}`));

  for (const name of names) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const expected = /^# expected: (.*)$/m.exec(text)?.[1] ?? '';
    it(`${name}: ${expected}`, () => assert.deepEqual(kindsIn(name, text), expected === 'clean' ? [] : expected.split(', ').sort()));
  }
});

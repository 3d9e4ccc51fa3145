/** Leaks of data, on small notebooks of many kinds. Each says in its head which leaks it holds, and where they are found. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser } from '../../server/languages/python/parser.ts';
import { kindsOf, leaksIn, listed } from './leaks.ts';

const FOLDER = join(import.meta.dirname, 'notebooks');

describe('notebooks', () => {
  before(() => loadParser());
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));

  it('are many', () => assert.ok(names.length >= 60, `${names.length}`));

  for (const name of names) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const [expected, found] = [listed(text, 'expected'), listed(text, 'found')];
    it(`${name}: ${expected?.join(', ') || 'clean'}`, () => {
      assert.deepEqual(leaksIn(text), found);
      assert.deepEqual(kindsOf(found!), expected?.sort());
    });
  }
});

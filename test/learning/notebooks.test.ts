/** Leaks of data, on small notebooks of many kinds. Each says in its first line which leaks it holds. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser } from '../../server/languages/python/parser.ts';
import { kindsIn, namedIn } from './kinds.ts';

const FOLDER = join(import.meta.dirname, 'notebooks');

describe('notebooks', () => {
  before(() => loadParser());
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));

  it('are many', () => assert.ok(names.length >= 60, `${names.length}`));

  for (const name of names) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const expected = namedIn(text, 'expected');
    it(`${name}: ${expected.join(', ') || 'clean'}`, () => assert.deepEqual(kindsIn(text), expected));
  }
});

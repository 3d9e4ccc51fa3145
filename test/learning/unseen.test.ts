/**
 * Leaks in notebooks that were written and labelled by someone who had not seen the analysis. What it
 * does not see of them is written down in each, and fails when it is seen one day.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskMagics } from '../../server/languages/python/notebook/magics.ts';
import { loadParser } from '../../server/languages/python/parser.ts';
import { kindsIn, namedIn } from './kinds.ts';

const FOLDER = join(import.meta.dirname, 'unseen');

describe('notebooks of others', () => {
  before(() => loadParser());

  for (const set of readdirSync(FOLDER, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    describe(set.name, () => {
      for (const name of readdirSync(join(FOLDER, set.name))) {
        const text = readFileSync(join(FOLDER, set.name, name), 'utf8');
        const missed = namedIn(text, 'missed');
        // Where two careful readers would not agree, either answer is right.
        const undecided = namedIn(text, 'undecided');
        it(name, () => assert.deepEqual(kindsIn(maskMagics(text).text).filter((kind) => !undecided.includes(kind)), namedIn(text, 'expected').filter((kind) => !missed.includes(kind))));
      }
    });
  }
});

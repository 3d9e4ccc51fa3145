/**
 * Functions that are too long to be read as one thing.
 *
 * Bad, because a reader must keep all of it in mind to change any of it, and no part can be tested
 * alone. Functions inside of it are read for themselves and do not count, and data (an object, a
 * list, markup) counts lightly: it is long, but it is skimmed.
 */
import * as z from 'zod';
import { placeName } from '../kit/exposure.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { ownLines } from '../kit/size.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  max: z.number().int().positive().default(80).describe('Most lines of code that are accepted; blank lines and comments are not counted.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/long-function',
    title: 'Long function',
    severity: 'warning',
    roles: { ...GENTLE_OUTSIDE, test: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §1.2', 'general §9.1', 'style §10'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: false,
    options,
    sources: {
      ruff: byFacts('PLR0915'),
      eslint: ['max-lines-per-function', 'max-statements'],
      pylint: ['too-many-statements'],
    },
    docs: {
      what: 'A function with more than 80 lines of code of its own (configurable). Blank lines, comments and the functions inside of it are not counted; four lines of an object, a list or markup count as one.',
      why: 'It does several things, and all of them must be understood to change one. None of its parts can be named, reused or tested alone.',
      fix: 'Give the steps names: move each into a function of its own that takes what it needs and returns what it found.',
      limits: 'It counts lines and cannot tell a long function that is one plain list of steps from one that is tangled.',
    },
    messages: { long: '{name} has {lines} lines of code of its own; more than {max} are hard to understand as one thing. Move its steps into functions with names.' },
  },
  check(file, report, { max }) {
    ownLines(file).forEach((lines, index) => {
      if (lines <= max) return;
      const fn = file.functions[index]!;
      report({ messageId: 'long', data: { name: fn.name === '' ? 'This function' : fn.name, lines, max }, span: fn.nameSpan, about: placeName(file, index) });
    });
  },
});

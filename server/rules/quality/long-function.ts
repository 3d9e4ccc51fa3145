/**
 * Functions that are too long.
 *
 * Bad, because a reader must understand all of it to change any of it, and no part can be tested
 * alone. Inner functions are judged on their own and not counted, and data (an object, a list,
 * markup) counts for less: it is long, but it is skimmed.
 */
import * as z from 'zod';
import { placeName } from '../kit/exposure.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { ownLines } from '../kit/size.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  max: z.number().int().positive().default(80).describe('Most lines of code allowed; blank lines and comments are not counted.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/long-function',
    title: 'Long function',
    severity: 'warning',
    recommended: 'info',
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
      what:
        'A function with more than 80 lines of code (configurable). Blank lines, comments and inner functions are not counted; four lines of an object, a '
        + 'list or markup count as one.',
      why: 'It does several things, and all of them must be understood to change one. None of its parts can be reused or tested alone.',
      fix: 'Extract each step into a named function.',
      limits: 'It counts lines and cannot tell a plain list of steps from tangled code.',
    },
    messages: { long: '{name} has {lines} lines of code; the limit is {max}. Extract its steps into functions.' },
  },
  check(file, report, { max }) {
    ownLines(file).forEach((lines, index) => {
      if (lines <= max) return;
      const fn = file.functions[index]!;
      report({ messageId: 'long', data: { name: fn.name === '' ? 'This function' : fn.name, lines, max }, span: fn.nameSpan, about: placeName(file, index) });
    });
  },
});

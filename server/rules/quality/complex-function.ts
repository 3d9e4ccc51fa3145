/**
 * Functions with too many branches.
 *
 * Bad, because every branch needs a test, and each one adds paths. Branches that read as a list count
 * once: a flat `switch`, the parts of one condition, defaults for missing values. A function that is
 * also too long is only information here: splitting it solves both.
 */
import * as z from 'zod';
import { placeName } from '../kit/exposure.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { decisions, ownLines } from '../kit/size.ts';
import { byFacts } from '../kit/sources.ts';

/** Above this, `quality/long-function` reports the same function. */
const LONG = 80;

const options = z.strictObject({
  max: z.number().int().positive().default(15).describe('Highest cyclomatic complexity allowed; a function without branches has 1.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/complex-function',
    title: 'Complex function',
    severity: 'warning',
    recommended: 'info',
    roles: { ...GENTLE_OUTSIDE, test: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §1.2', 'general §9.1'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: false,
    options,
    sources: {
      ruff: byFacts('C901', 'PLR0912'),
      eslint: ['complexity', 'sonarjs/cognitive-complexity'],
      pylint: ['too-many-branches', 'too-complex'],
    },
    docs: {
      what:
        'A function with a cyclomatic complexity above 15 (configurable). A `switch` in which every case is one step counts once, and so do the parts of '
        + 'one condition; `??` is not counted.',
      why: 'Every branch adds paths through the function. Beyond a dozen, nobody can keep all of them in mind, and tests rarely cover them.',
      fix: 'Return early for special cases, replace chains of conditions with a lookup table, and extract independent decisions into named functions.',
      limits:
        'Nesting is not weighed; see `quality/deep-nesting`. A function that is also too long is only reported as information here, because '
        + '`quality/long-function` reports it too.',
    },
    messages: { complex: '{name} has a cyclomatic complexity of {count}; the limit is {max}. Split it or return early.' },
  },
  check(file, report, { max }) {
    const lines = ownLines(file);
    file.functions.forEach((fn, index) => {
      const count = decisions(fn);
      if (count <= max) return;
      report({
        messageId: 'complex', data: { name: fn.name === '' ? 'This function' : fn.name, count, max }, span: fn.nameSpan, about: placeName(file, index),
        ...(lines[index]! > LONG ? { severity: 'info' as const } : {}),
      });
    });
  },
});

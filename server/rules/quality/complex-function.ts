/**
 * Functions with more ways through them than can be tested.
 *
 * Bad, because each decision doubles what may happen, and every way wants a test. Decisions that
 * read as a list count once: a flat `switch`, the parts of one condition, values that fill in for
 * missing ones. A function that is too long as well is said milder here: splitting it mends both.
 */
import * as z from 'zod';
import { placeName } from '../kit/exposure.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { decisions, ownLines } from '../kit/size.ts';
import { byFacts } from '../kit/sources.ts';

/** Beyond this the rule about long functions speaks of the same function. */
const LONG = 80;

const options = z.strictObject({
  max: z.number().int().positive().default(15).describe('Most decisions that are accepted, plus one: a function without branches counts 1.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/complex-function',
    title: 'Function with too many branches',
    severity: 'warning',
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
      what: 'A function with a cyclomatic complexity of more than 15 (configurable). A `switch` in which every case is one step counts as one decision, so do the parts of one condition; `??` is not counted.',
      why: 'Every decision adds ways through the function. Beyond a dozen, nobody has all of them in mind, and no set of tests covers them.',
      fix: 'Return early for special cases, replace chains of conditions by a table, and move parts that decide something of their own into functions with names.',
      limits: 'It counts branches and does not weigh how they are nested; that is what `quality/deep-nesting` looks at. A function that is too long as well is reported as information here, for `quality/long-function` reports it too.',
    },
    messages: { complex: '{name} makes {count} decisions; more than {max} are hard to follow and to test. Split it, return early, or use a table.' },
  },
  check(file, report, { max }) {
    const lines = ownLines(file);
    file.functions.forEach((fn, index) => {
      const count = decisions(fn) - 1;
      if (count < max) return;
      report({
        messageId: 'complex', data: { name: fn.name === '' ? 'This function' : fn.name, count, max: max - 1 }, span: fn.nameSpan, about: placeName(file, index),
        ...(lines[index]! > LONG ? { severity: 'info' as const } : {}),
      });
    });
  },
});

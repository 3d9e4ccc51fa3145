/**
 * Functions whose control flow is nested too deeply.
 *
 * Bad, because every level is one more condition to keep in mind; guard clauses keep the code flat.
 * An `else if` is on the level of its `if`; a nested function starts at zero.
 */
import * as z from 'zod';
import { defineFileRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  max: z.number().int().positive().default(4).describe('Deepest nesting allowed.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/deep-nesting',
    title: 'Deeply nested control flow',
    severity: 'warning',
    recommended: 'info',
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §9.1'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: false,
    options,
    sources: {
      ruff: byFacts('PLR1702'),
      eslint: ['max-depth'],
      pylint: ['too-many-nested-blocks'],
    },
    docs: {
      what: 'A function whose `if`, loops and `switch` are nested more than four deep (configurable).',
      why: 'Each level is one more condition to keep in mind, and the actual work moves off the screen.',
      fix: 'Return early, or extract the inner part into a named function.',
      limits: 'Nested callbacks are not added up: every function starts at zero.',
    },
    messages: { deep: '{name} nests control flow {depth} levels deep; the limit is {max}. Return early or extract a function.' },
  },
  check(file, report, { max }) {
    for (const fn of file.functions) {
      if (fn.nesting <= max) continue;
      const name = fn.name === '' ? 'This function' : fn.name;
      report({ messageId: 'deep', data: { name, depth: fn.nesting, max }, span: fn.nestingSpan, about: fn.name });
    }
  },
});

/**
 * Functions in which control flow is nested deeper than a reader can follow.
 *
 * Bad, because every level is one more condition to keep in mind; guard clauses say the same flat.
 * An `else if` stays on the level of its `if`; a nested function starts again at zero.
 */
import * as z from 'zod';
import { defineFileRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  max: z.number().int().positive().default(4).describe('Deepest nesting that is accepted.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/deep-nesting',
    title: 'Deeply nested control flow',
    severity: 'warning',
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
      why: 'Each level is one more condition that the reader must hold in mind, and the place where the real work happens moves off the screen.',
      fix: 'Return early for the cases that end soon, or move the inner part into a function with a name.',
      limits: 'Nesting through callbacks is not added up: every function starts again at zero.',
    },
    messages: { deep: '{name} nests control flow {depth} deep; more than {max} is hard to follow. Return early, or move the inner part into a function.' },
  },
  check(file, report, { max }) {
    for (const fn of file.functions) {
      if (fn.nesting <= max) continue;
      const name = fn.name === '' ? 'This function' : fn.name;
      report({ messageId: 'deep', data: { name, depth: fn.nesting, max }, span: fn.nestingSpan, about: fn.name });
    }
  },
});

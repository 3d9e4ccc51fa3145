/**
 * Defaults of parameters that are made once, when the function is defined, and then shared by all
 * calls: lists, dictionaries, sets, and what other calls give.
 *
 * Bad, because a call that changes its own default changes it for every later one, and a time or a
 * random number that looks new in each call is that of the start. Markers of frameworks, which are
 * meant to be made once (`Depends`, `Query`, `Option`), are left alone.
 */
import { lintMessages, reportLint } from '../kit/lint.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    B006: {
      by: 'linter', fix: 'Default to None and make it inside', fixId: 'none-default',
      says: 'The default is made once and shared by all calls: what one changes, the next one finds. Default to None and make it inside.',
    },
    B008: {
      by: 'linter', severity: 'warning',
      says: 'The call in the default runs once, when the function is defined, and every call gets the same result. Default to None and call it inside.',
    },
    RUF008: { by: 'linter', says: 'The default is shared by all objects of the class. Give it with field(default_factory=…).' },
  },
  pylint: ['dangerous-default-value'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/mutable-default',
    title: 'Default that all calls share',
    severity: 'error',
    roles: GENTLE_OUTSIDE,
    languages: ['python', 'notebook'],
    guidelines: ['style §10', 'style §8.1', 'style §3.1', 'review §2.1', 'style §9', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    sources,
    docs: {
      what: 'A parameter whose default is a list, a dictionary, a set or another object that can change; the same of a field of a dataclass; as a warning a default that is the result of a call.',
      why: 'The default is made once, when the function is defined. What one call changes in it, the next one finds, and what should be new in each call (the time, an id) never is.',
      fix: 'Default to `None` and make the value inside. The quick fix does so.',
      limits: 'Seen by ruff (B006, B008, RUF008), whose `# noqa` comments and settings hold. What calls give counts as an object that can change, unless its annotation says otherwise (`Mapping`, `tuple`). The markers of FastAPI and Typer are accepted, others by ruff\'s setting `extend-immutable-calls`.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    reportLint(file, sources, report);
  },
});

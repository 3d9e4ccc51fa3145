/** A suppression comment for a rule that does not exist. */
import { defineEngineRule } from '../kit/rule.ts';

export const rule = defineEngineRule({
  id: 'suppression/unknown-rule',
  title: 'Suppression of an unknown rule',
  severity: 'warning',
  roles: {},
  languages: ['typescript', 'javascript', 'python', 'notebook'],
  guidelines: ['review §5'],
  criterion: null,
  blocker: false,
  fixable: false,
  docs: {
    what: 'An `archwright-ignore` comment that names a rule Archwright does not have.',
    why: 'It was meant to silence something and does not; mostly the name is misspelt.',
    fix: 'Correct the name; `archwright rules` lists them all.',
    limits: '',
  },
  messages: { unknown: 'There is no rule "{rule}". "archwright rules" lists them all.' },
});

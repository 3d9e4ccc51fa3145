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
    why: 'It is meant to suppress something and does not. The name is usually misspelt.',
    fix: 'Correct the name; `archwright rules` lists all rules.',
    limits: '',
  },
  messages: { unknown: 'Unknown rule "{rule}". Run `archwright rules` to list all rules.' },
});

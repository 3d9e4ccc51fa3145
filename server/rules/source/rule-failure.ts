/** A rule that threw an error. */
import { defineEngineRule } from '../kit/rule.ts';

export const rule = defineEngineRule({
  id: 'source/rule-failure',
  title: 'A rule failed',
  severity: 'warning',
  roles: {},
  languages: ['typescript', 'javascript', 'python', 'notebook'],
  guidelines: ['review §1.1'],
  criterion: null,
  blocker: false,
  fixable: false,
  docs: {
    what: 'A rule of Archwright that threw an error. Reported once for each rule, at the first file where it happened.',
    why: 'What a rule could not check is not clean. All other rules ran as usual.',
    fix: 'Report it together with the file it names. Until then, turn the rule off in `archwright.jsonc`.',
    limits: '',
  },
  messages: { failed: 'Rule {rule} failed here, so its findings are incomplete: {reason}' },
});

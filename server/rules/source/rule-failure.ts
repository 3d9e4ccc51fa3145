/** A rule that broke down. */
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
    what: 'A rule of Archwright that threw an error. Said once for each rule, at the first file it happened in.',
    why: 'What a rule could not look at is not clean. All other rules went on.',
    fix: 'Report it with the file that it names; until then, switch the rule off in `archwright.jsonc`.',
    limits: '',
  },
  messages: { failed: 'The rule {rule} failed here, so its findings are incomplete: {reason}' },
});

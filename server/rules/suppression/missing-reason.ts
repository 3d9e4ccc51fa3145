/** A suppression comment without a reason. */
import { defineEngineRule } from '../kit/rule.ts';

export const rule = defineEngineRule({
  id: 'suppression/missing-reason',
  title: 'Suppression without a reason',
  severity: 'warning',
  roles: {},
  languages: ['typescript', 'javascript', 'python', 'notebook'],
  guidelines: ['review §5'],
  criterion: null,
  blocker: false,
  fixable: false,
  docs: {
    what: 'An `archwright-ignore` comment without a reason after `--`. It has no effect.',
    why: 'Without a reason, readers cannot tell a considered exception from a finding that somebody wanted to be rid of.',
    fix: 'Add the reason: `archwright-ignore rule -- why it is right here`.',
    limits: 'It cannot judge whether the reason is a good one.',
  },
  messages: { missing: 'This suppression of {rule} has no effect without a reason. Add " -- reason".' },
});

/** A suppression comment that does not say why. */
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
    what: 'An `archwright-ignore` comment without a reason after `--`. It does not take effect.',
    why: 'Whoever reads it later cannot tell a considered exception from a finding that was swept away.',
    fix: 'Write the reason: `archwright-ignore rule -- why it is right here`.',
    limits: 'It cannot judge whether the reason is a good one.',
  },
  messages: { missing: 'This suppression of {rule} has no effect until it says why: add " -- reason".' },
});

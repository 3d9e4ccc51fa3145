/** A suppression comment that suppresses nothing. */
import { defineEngineRule } from '../kit/rule.ts';

export const rule = defineEngineRule({
  id: 'suppression/unused',
  title: 'Unused suppression',
  severity: 'warning',
  roles: {},
  languages: ['typescript', 'javascript', 'python', 'notebook'],
  guidelines: ['review §5'],
  criterion: null,
  blocker: false,
  fixable: false,
  docs: {
    what: 'An `archwright-ignore` comment whose rule reports nothing at that place.',
    why: 'It would hide the next real finding of that rule, and makes the code look worse than it is.',
    fix: 'Delete the comment.',
    limits: 'A rule that is off for the file reports nothing, so its suppressions count as unused.',
  },
  messages: { unused: 'Unused suppression: {rule} reports nothing here. Delete this comment.' },
});

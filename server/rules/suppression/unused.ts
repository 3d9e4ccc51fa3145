/** A suppression comment that silences nothing. */
import { defineEngineRule } from '../kit/rule.ts';

export const rule = defineEngineRule({
  id: 'suppression/unused',
  title: 'Suppression that silences nothing',
  severity: 'warning',
  roles: {},
  languages: ['typescript', 'javascript', 'python', 'notebook'],
  guidelines: ['review §5'],
  criterion: null,
  blocker: false,
  fixable: false,
  docs: {
    what: 'An `archwright-ignore` comment whose rule reports nothing at that place.',
    why: 'It hides the next real finding of that rule, and readers take the code for worse than it is.',
    fix: 'Delete the comment.',
    limits: 'A rule that is switched off for the file reports nothing, so its suppressions count as unused.',
  },
  messages: { unused: 'Nothing to suppress: {rule} reports nothing here. Delete this comment.' },
});

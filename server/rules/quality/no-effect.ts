/**
 * Statements that leave everything as it was.
 *
 * Bad, because their author meant them to do something: a check that nobody asks, a copy that nobody takes, a method that is
 * named and not called.
 */
import { contains } from '../../text/spans.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { slipsOf } from '../kit/slips.ts';
import { isTypeTest } from '../kit/type-tests.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/no-effect',
    title: 'Statement without effect',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    // What stands last in a cell of a notebook is shown.
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: {
      ruff: { B015: { by: 'facts' }, B018: { by: 'facts' } },
      eslint: ['no-unused-expressions', '@typescript-eslint/no-unused-expressions'],
      pylint: ['pointless-statement', 'expression-not-assigned'],
    },
    docs: {
      what:
        'A comparison as a statement; a method of a text, a data frame or a tensor of a batch whose result is dropped (`name.strip()`, `df.dropna()`, '
        + '`images.to(device)`); a method such as `close` or `commit` that is named and not called.',
      why: 'The line reads as if it did something, and nothing happens: rows with gaps stay in the table, the file stays open.',
      fix: 'Assign the result, assert the comparison, or call the method.',
      limits:
        'Statements in a `try` or in a block that expects an error are left alone, and so are lines with a remark that says that reading is meant. Not in '
        + 'notebooks, which show the value, and not in tests of types.',
    },
    messages: {
      'comparison': '"{text}" is compared and the result dropped. Assert, assign or remove it.',
      'text-method': '"{text}" gives a new text and leaves the old one as it was. Assign the result.',
      'frame-method': '"{text}" gives a changed copy, which nobody takes. Assign the result.',
      'tensor-method': '"{text}" gives a changed copy of the tensor, which nobody takes. Assign the result.',
      'uncalled': '"{text}" only names the method. Call it: {text}().',
    },
  },
  check(file, report) {
    // What is compared there is whether the compiler lets it.
    if (isTypeTest(file.path)) return;
    const told = file.tests.flatMap(({ tautologies, unheard = [] }) => [...tautologies, ...unheard]);
    for (const { kind, text, span, place } of slipsOf(file, ['comparison', 'text-method', 'frame-method', 'tensor-method', 'uncalled'])) {
      if (!told.some((each) => contains(each, span) || contains(span, each))) report({ messageId: kind, data: { text }, ...place });
    }
  },
});

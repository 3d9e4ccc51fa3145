/**
 * Test data that is used to choose: several models, settings or sets of columns are compared on it,
 * or it decides when training stops, and no untouched rows are left for a final test.
 *
 * Bad, because the best of many results on the same rows is partly luck. Several metrics of one
 * model, its training error beside its test error, and one final test after choosing elsewhere are
 * fine.
 */
import { leaksOf, WAY, WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  compared: 'Several models are tested on these rows, and none are left for a final test. Compare models on a validation part or by cross-validation.',
  chosen: 'Results on these rows decide which model is kept, so they no longer test it. Use a validation part, and keep the test for the end.',
  untested: 'Models are judged by this validation part, and no rows are left for a final test. Set some aside, and use them once, at the end.',
  ...WAY,
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/multi-test-leakage',
    title: 'Model chosen on the test data',
    severity: 'warning',
    // Whether a result was chosen by, or only shown, is mostly known to its author alone.
    recommended: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'workflow §4.2', 'review §3.1', 'review §1.2', 'review §4.1', 'review §5', 'general §8', 'patterns §5'],
    criterion: 'data-handling',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'Test data on which two or more models are evaluated (a retrained model counts as another), or that decides when training stops or which model is '
        + 'kept, where no other data is left for a final test. Once for each set of rows. Information in the profile "recommended".',
      why: 'The best of many results on the same rows is partly luck, and that is the one that gets reported.',
      fix: 'Set a validation part aside for choosing, or use cross-validation within the training part, and use the test data once, at the end.',
      limits:
        'Each file is judged alone, and how often it was run is not known. Models that are only compared by cross-validation are not reported. A second '
        + 'set of rows that one model is used on once (predictions for a competition included) counts as the final test, and so does a part that is set '
        + 'aside and never used. Where the same models are judged by a validation part or by shares of the training rows, a test part is reported only if '
        + 'the code chooses by it.',
    },
    messages,
  },
  check(file, report) {
    for (const { leak, place } of leaksOf(file, 'multi-test')) {
      const isSteered = leak.steps.some((step) => step.role === 'chooses');
      const messageId = leak.forChoosing ? 'untested' : isSteered ? 'chosen' : 'compared';
      report({ messageId, ...place });
    }
  },
});

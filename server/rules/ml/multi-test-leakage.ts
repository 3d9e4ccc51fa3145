/**
 * The same test data serves again and again: several models, settings or choices of columns are
 * compared on it, or training stops by it, and no rows are left that nobody looked at.
 *
 * Bad, because the best of many results on the same rows is partly luck. Several figures of one
 * model, its training error beside its test error, and one last test after choosing elsewhere are
 * fine.
 */
import { leaksOf, WAY, WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  compared: 'This is not the first model that is tested on these rows, and no others are left for the last word. Compare models on a validation part or by cross-validation.',
  chosen: 'Results on these rows decide about the training, and then they are the test. Choose by a validation part and keep the test for the end.',
  ...WAY,
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/multi-test-leakage',
    title: 'Test data used to choose',
    severity: 'warning',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'workflow §4.2', 'review §3.1', 'review §1.2', 'review §4.1', 'review §5', 'general §8', 'patterns §5'],
    criterion: 'data-handling',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Test data on which two or more models are evaluated, a model that is trained anew included, or by which training stops or the best state is kept, where no other data is left for one last test.',
      why: 'The best of many results on the same rows is partly luck, and it is the one that gets reported.',
      fix: 'Set a validation part aside for choosing, or choose by cross-validation within the training part, and use the test once, at the end.',
      limits: 'One file at a time: it cannot know how often someone ran it. Models that are compared by cross-validation alone are not named. A second set of rows on which one model is asked once (predictions for a competition included) counts as the last test.',
    },
    messages,
  },
  check(file, report) {
    for (const { leak, place } of leaksOf(file, 'multi-test')) report({ messageId: leak.steps.some((step) => step.role === 'chooses') ? 'chosen' : 'compared', ...place });
  },
});

/**
 * Losses that apply softmax or sigmoid themselves and are given values that went through it already.
 *
 * Bad, because the second pass flattens the probabilities: the loss cannot get small, gradients vanish, and training is slow and poor.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/double-activation',
    title: 'Activation applied twice',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'review §2.1', 'general §8'],
    criterion: 'model-design',
    blocker: false,
    fixable: false,
    docs: {
      what:
        '`CrossEntropyLoss` or `cross_entropy` given the result of softmax, and `BCEWithLogitsLoss` or `binary_cross_entropy_with_logits` given '
        + 'that of sigmoid: computed in the same function, or by a model of the same file that ends with it.',
      why:
        'The loss applies the activation itself. Applied twice, probabilities lie close together, the loss cannot approach zero, and gradients '
        + 'are small: the model learns slowly and badly, without an error.',
      fix:
        'Give the loss the raw scores, and apply the activation only where probabilities are needed. Or use the loss that expects them: '
        + '`NLLLoss` with `log_softmax`, `BCELoss` with `sigmoid`.',
      limits:
        'Models and losses are followed through variables and fields of the same file, where each value that the file gives them agrees. Models '
        + 'with several returns are left alone. `log_softmax` goes through another softmax unchanged and is not reported.',
    },
    messages: {
      twice: '{text}() applies {other} itself, and its input went through {other} already. Pass the raw scores.',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'double-activation')) report({ messageId: 'twice', data: { text, other }, ...place });
  },
});

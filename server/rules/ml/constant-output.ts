/**
 * Softmax over a single unit.
 *
 * Bad, because shares of one thing are always 1: the model predicts the same whatever it is given, and learns nothing through it.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/constant-output',
    title: 'Output that is always the same',
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
        "`Dense(1, activation='softmax')` of Keras, and `nn.Linear(n, 1)` followed by `nn.Softmax(dim=-1)` in an `nn.Sequential` of torch; there "
        + 'also over `dim=1` after `nn.Flatten`.',
      why: 'Softmax divides by the sum over the units. With one unit that gives 1 for every input, and no gradient.',
      fix: 'For two classes, use `sigmoid` with one unit, or softmax with two. For a number, use no activation.',
      limits:
        'Softmax over another dimension than that of the unit is left alone, as attention uses it so. Units are known only where they are '
        + 'written out.',
    },
    messages: {
      constant: '{text} is the same whatever goes in, as softmax has one unit here. Use sigmoid, or a unit for each class.',
    },
  },
  check(file, report) {
    for (const { text, place } of trainingFaults(file, 'constant-output')) report({ messageId: 'constant', data: { text }, ...place });
  },
});

/**
 * Loops over epochs that put the model into evaluation mode and never back.
 *
 * Bad, because from the second epoch on the model trains without dropout and with batch statistics that no longer change.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/left-in-evaluation',
    title: 'Model left in evaluation mode',
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
        '`model.train()` once before a loop that trains, and `model.eval()` in the loop, by itself or in a function of the file that the loop '
        + 'calls, with no way back.',
      why:
        'From the second epoch on, dropout does nothing and batch normalization uses statistics that no longer change. The first epoch is '
        + 'trained in another way than the others.',
      fix: 'Call `model.train()` at the beginning of each epoch, or after each evaluation.',
      limits:
        'Not reported where something that the loop calls could put the model back: a function of another file that is given the model, a method '
        + 'of the same object that the class does not show, and anything called `train`.',
    },
    messages: {
      left: '{text} leaves the model in evaluation mode for the next epochs. Call {other} in the loop.',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'left-in-evaluation')) report({ messageId: 'left', data: { text, other }, ...place });
  },
});

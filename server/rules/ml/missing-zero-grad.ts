/**
 * Training loops of torch that step without clearing the gradients.
 *
 * Bad, because torch adds each gradient to those before it: every step then follows the sum of all batches so far, with a growing
 * length, and the training goes astray without an error.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/missing-zero-grad',
    title: 'Gradients that are never cleared',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'review §2.1', 'general §8'],
    criterion: 'model-design',
    blocker: false,
    fixable: false,
    docs: {
      what: 'A loop that calls `backward()` and `step()` of an optimizer of `torch.optim`, in a file where nothing clears gradients.',
      why:
        '`backward()` adds to the gradients that are there. Each step then follows the sum of all batches so far, so the training gets worse or '
        + 'diverges.',
      fix: 'Call `optimizer.zero_grad()` in each iteration before `backward()`.',
      limits:
        'Only loops that contain both calls are judged, with an optimizer that the file makes outside of the loop. A file that clears gradients '
        + 'anywhere, in whatever way, is left alone, and so is one that uses Accelerate, DeepSpeed, Fabric, Lightning, Ignite or fastai, or whose '
        + 'loop trains on random numbers to measure time or memory.',
    },
    messages: {
      uncleared: '{text} adds up the gradients of all iterations, as nothing clears them. Call {other} before backward().',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'missing-zero-grad')) report({ messageId: 'uncleared', data: { text, other }, ...place });
  },
});

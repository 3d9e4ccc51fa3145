/**
 * Losses that are summed up or collected together with the graph that they were computed with.
 *
 * Bad, because the graphs of all iterations stay in memory until the sum is dropped, and memory grows with each step.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/retained-graph',
    title: 'Losses kept with their graph',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['python', 'notebook'],
    guidelines: ['patterns §4.2', 'review §2.2', 'general §6.1'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what: '`total += loss` or `losses.append(loss)` in the loop in which `loss.backward()` is called, without `.item()` or `.detach()`.',
      why:
        'The tensor holds on to the graph that it was computed with, and the sum holds on to all of them: memory grows with each iteration. '
        + 'Plots and prints show tensors instead of numbers.',
      fix: 'Keep the number: `total += loss.item()`. To stay on the device, `loss.detach()`.',
      limits:
        'Reported only where the same variable goes backward in the same iteration. Not reported: `retain_graph`, sums that go backward '
        + 'themselves, lists whose tensors are turned into numbers afterwards, and sums within `torch.no_grad()`.',
    },
    messages: {
      retained: '{text} keeps the graph of each iteration in memory. Add {other}.item() or {other}.detach().',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'retained-graph')) report({ messageId: 'retained', data: { text, other }, ...place });
  },
});

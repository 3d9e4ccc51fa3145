/**
 * Layers that a module of torch keeps in a plain list or dictionary.
 *
 * Bad, because the module does not know of them: the optimizer never gets their parameters, `.to()` leaves them where they are,
 * and a saved model lacks them. Nothing fails, as the layers still compute, with the numbers that they began with.
 */
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/unregistered-module',
    title: 'Layers that their module does not know of',
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
        'A class derived from `torch.nn.Module` or `LightningModule` that keeps layers with parameters in a plain list, tuple or dictionary, '
        + 'written out, made by a comprehension, or filled with `append`. Parameters in a plain list count too.',
      why:
        'The module does not know of them: `parameters()` leaves them out, so they are not trained; `.to(device)` does not move them, and `state_dict()` '
        + 'does not save them.',
      fix: 'Keep them in `nn.ModuleList` or `nn.ModuleDict`, and bare parameters in `nn.ParameterList` or `nn.ParameterDict`.',
      limits:
        'Bases and layers are known from torch and from the same file. Not reported: a container that is wrapped, handed on or returned, or that is '
        + 'reached from outside its class; a class that calls `add_module`, `setattr`, `parameters()` or `requires_grad_`; layers without parameters, '
        + 'such as `ReLU` and `Dropout`; and a list of one, which is a known way to hide a module on purpose.',
    },
    messages: {
      unregistered: '"{text}" is a plain container, so its layers are neither trained nor moved nor saved. Use {other}.',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'unregistered-module')) {
      report({ messageId: 'unregistered', data: { text, other }, ...place });
    }
  },
});

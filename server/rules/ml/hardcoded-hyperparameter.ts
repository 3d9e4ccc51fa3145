/**
 * Numbers that steer the training are written into the call that uses them.
 *
 * Bad, because trying another number means to edit code, and which number gave which result is then
 * in nobody's record. Numbers in a configuration, in named constants and as defaults are fine.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/hardcoded-hyperparameter',
    title: 'Hyperparameter written into the code',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python'],
    guidelines: ['patterns §1.3', 'architecture §5.1', 'architecture §10', 'architecture §11', 'patterns §5', 'general §8', 'review §2.2'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Learning rates, depths, numbers of trees, epochs, batch sizes and the like as literal numbers in calls that make or train a model.',
      why: 'Trying another number means to edit code, and which number gave which result is in nobody\'s record.',
      fix: 'Take them from a configuration or from named constants, and log them with the run.',
      limits: 'Looks at modules, not at notebooks, which are there for trying things. Positional numbers and layers of networks are passed over.',
    },
    messages: {
      written: '{names} of {call} are written into the code. Take them from the configuration.',
      one: '{names} of {call} is written into the code. Take it from the configuration.',
    },
  },
  check(file, report) {
    const seen = new Map<string, number>();
    for (const { span, call, names } of file.learning?.hardcoded ?? []) {
      const about = `${call}(${names.join(', ')})`;
      const count = (seen.get(about) ?? 0) + 1;
      seen.set(about, count);
      report({ messageId: names.length === 1 ? 'one' : 'written', data: { names: names.join(', '), call }, span, about: count === 1 ? about : `${about} (${count})` });
    }
  },
});

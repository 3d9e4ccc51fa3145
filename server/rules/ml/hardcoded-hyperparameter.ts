/**
 * Hyperparameters written as numbers into the call that uses them.
 *
 * Bad, because trying another value means editing code, and nothing records which value gave which
 * result. Values in a configuration, in named constants and in defaults are fine.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/hardcoded-hyperparameter',
    title: 'Hard-coded hyperparameter',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python'],
    guidelines: ['patterns §1.3', 'architecture §5.1', 'architecture §10', 'architecture §11', 'patterns §5', 'general §8', 'review §2.2'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Learning rates, depths, numbers of trees, epochs, batch sizes and the like as literal numbers in calls that create or train a model.',
      why: 'Trying another value means editing code, and nothing records which value gave which result.',
      fix: 'Read them from a configuration or from named constants, and log them with the run.',
      limits: 'Only modules are checked: notebooks are for trying things out. Positional arguments and network layers are skipped.',
    },
    messages: {
      written: '{names} of {call} are hard-coded. Read them from the configuration.',
      one: '{names} of {call} is hard-coded. Read it from the configuration.',
    },
  },
  check(file, report) {
    const seen = new Map<string, number>();
    for (const { span, call, names } of file.learning?.hardcoded ?? []) {
      const about = `${call}(${names.join(', ')})`;
      const count = (seen.get(about) ?? 0) + 1;
      seen.set(about, count);
      report({
        messageId: names.length === 1 ? 'one' : 'written',
        data: { names: names.join(', '), call },
        span,
        about: count === 1 ? about : `${about} (${count})`,
      });
    }
  },
});

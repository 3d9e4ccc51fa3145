/**
 * Random numbers that nothing in the file seeds.
 *
 * Bad, because the next run gives other results, and an improvement cannot be told from luck. A seed
 * that is set once for the whole library is enough, and so is one that comes from outside.
 */
import type { FileFacts } from '../../facts/file-facts.ts';
import type { UnseededFact } from '../../facts/learning-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/missing-seed',
    title: 'Random numbers without a seed',
    severity: 'warning',
    recommended: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'general §8', 'patterns §5'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: true,
    docs: {
      what:
        'Splits, shuffles, estimators and samplers of scikit-learn and its relatives that accept `random_state` but get none, and random numbers of numpy, '
        + 'random, torch, TensorFlow and Keras in a file that does not seed them. Information in the profile "recommended", where nobody has asked for runs '
        + 'that can be repeated. In functions that only other files call, random numbers of a whole library are information in every profile: a library '
        + 'should not seed.',
      why: 'The next run gives other results, and an improvement cannot be told from luck.',
      fix:
        'Pass `random_state`, or seed the library once: `numpy.random.seed` (which scikit-learn and pandas follow), `torch.manual_seed`, '
        + '`tf.random.set_seed`, `keras.utils.set_random_seed`. The splits of Hugging Face data sets take `seed`. The quick fix uses the seed that the file '
        + 'already has, or else 42.',
      limits:
        'A seed that another file sets is not seen, unless by a function with a name like `init_seeds`. Arguments that come from `**settings` are taken to '
        + 'hold a seed. A function of the project is not reported, whatever its name. For draws of a whole library the first one is named.',
    },
    messages: {
      argument: '{name} is random but has no {argument}. Pass one, or call {call} once.',
      generator: '{name} without a seed gives other numbers in every run. Pass a seed.',
      library: '{name} draws random numbers, but this file never calls {call}.',
    },
  },
  check(file, report) {
    const seen = new Map<string, number>();
    for (const draw of file.learning?.unseeded ?? []) {
      const { span, name, argument, call } = draw;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const place = {
        span,
        about: count === 1 ? name : `${name} (${count})`,
        ...(isLibrary(file, draw) ? { severity: 'info' as const } : {}),
      };
      const pass = (title: string): FixOffer[] => [{ id: 'seed-argument', title, data: { argument } }];
      if (argument === null) {
        report({ messageId: 'library', data: { name, call }, ...place, fixes: [{ id: 'seed-library', title: `Seed once with ${call}`, data: { call } }] });
      } else if (/^(default_rng|RandomState)$/.test(name)) {
        report({ messageId: 'generator', data: { name }, ...place, fixes: pass('Pass a seed') });
      } else {
        report({ messageId: 'argument', data: { name, argument, call }, ...place, fixes: argument === 'seed' ? [] : pass(`Pass ${argument}`) });
      }
    }
  },
});

/** A library must not seed: that is for the program which uses it. */
function isLibrary(file: FileFacts, { argument, name, runs }: UnseededFact): boolean {
  return argument === null && !runs && !/^(tensorflow|keras)$/.test(name) && (file.learning?.experiment ?? null) === null;
}

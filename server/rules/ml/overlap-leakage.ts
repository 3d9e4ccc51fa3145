/**
 * Rows of the test, or copies and variants of them, in the training data: oversampling,
 * bootstrapping or augmentation before the split, or training on everything.
 *
 * Bad, because the model then only has to remember. Repeating rows of the training part alone is
 * fine; so is scoring a model on exactly the rows it was trained on, which is its training error and
 * not a test.
 */
import { behindSplit, leaksOf, WAY, WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  repeated:
    '{about} repeats rows before the split on line {line}, so copies of test rows are in the training data. Split first, then resample the training part.',
  contained: '{about} is trained on rows that it is then tested on. Train it on the training part only.',
  ...WAY,
} as const;

/** For the profile `recommended`. */
const MILD = { blocks: false, recommended: 'info' } as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/overlap-leakage',
    title: 'Test rows in the training data',
    severity: 'error',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'review §3.1', 'review §1.2', 'review §4.1', 'review §5', 'general §8', 'patterns §5'],
    criterion: 'data-handling',
    blocker: true,
    fixable: true,
    docs: {
      what:
        'Rows that are repeated or synthesized (SMOTE and other oversampling, `resample`, `sample(replace=True)`, a table appended to itself, mirrored '
        + 'images) before they are split, and models that are trained on rows they are later tested on.',
      why: 'The model has already seen the answers, so the result says how well it remembers, not how it does on new data.',
      fix:
        'Split first, then resample the training part only; imblearn\'s own pipeline does that within cross-validation. Train on the training part, test, '
        + 'and only then train on everything. The quick fix moves an imblearn sampler after a `train_test_split` of the same block, where nothing else uses '
        + 'its result.',
      limits:
        'Each file is judged alone. Rows that are equal by chance, the same person in several rows and overlapping time windows are not seen. Drawing '
        + 'without replacement (undersampling) is fine, and so is the training error: a score on exactly the training rows. Cutting at '
        + 'places (`np.split`, `tf.split`) is a split of data only where the names of the parts or their use say so. In the profile `recommended`, notebooks, '
        + 'tables that are put together and models of a file that splits nothing are information.',
    },
    messages,
  },
  check(file, report) {
    for (const { leak, line, place } of leaksOf(file, 'overlap')) {
      const { about } = leak;
      const fixes = behindSplit(leak, 'copies', /\.fit_(re)?sample\(/, {
        id: 'resample-after-split',
        title: 'Resample the training part only, after the split',
      });
      if (leak.steps.some((step) => step.role === 'copies')) {
        // Tables that are put together mostly hold other rows.
        const isMild = file.language === 'notebook' || /^(concat\w*|append|\w*stack)$/.test(about);
        report({ messageId: 'repeated', data: { about, line }, ...place, fixes, ...(isMild ? MILD : {}) });
        continue;
      }
      // Where nothing is split in sight, a result on rows of the training mostly is the training error, shown as such.
      const isMild = file.language === 'notebook' || !leak.steps.some((step) => step.role === 'splits');
      report({ messageId: 'contained', data: { about }, ...place, ...(isMild ? MILD : {}) });
    }
  },
});

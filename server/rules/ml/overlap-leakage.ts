/**
 * The same rows, copies of them or rows made after their likeness stand in the training and in the
 * test: oversampling, bootstrapping or augmentation before the split, or training on everything.
 *
 * Bad, because a model is then asked for what it was told. Repeating rows of the training part alone
 * is fine; so is scoring a model on the very rows it was trained on, which is its training error and
 * no test.
 */
import { behindSplit, leaksOf, WAY, WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  repeated: '{about} repeats rows before they are split, so likenesses of the test of line {line} are in the training. Split first and repeat rows of the training part only.',
  contained: '{about} is trained on rows that it is then tested on. Train it on the training part alone.',
  ...WAY,
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/overlap-leakage',
    title: 'Rows of the test in the training',
    severity: 'error',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.2', 'review §3.1', 'review §1.2', 'review §4.1', 'review §5', 'general §8', 'patterns §5'],
    criterion: 'data-handling',
    blocker: true,
    fixable: true,
    docs: {
      what: 'Rows that are repeated or imitated (SMOTE and other oversampling, `resample`, `sample(replace=True)`, a table joined to itself, mirrored pictures) before they are split, and models that are trained on rows which are then put to the test.',
      why: 'The model is asked for what it has been told. Such a result says how well it remembers.',
      fix: 'Split first, then repeat rows of the training part only; imblearn\'s own pipeline does that within cross-validation. Train on the training part before the test; training on everything comes after it. The quick fix moves a sampler of imblearn behind a `train_test_split` of the same block where nothing else sees what it gives.',
      limits: 'One file at a time. Rows that are equal by chance, the same person in several rows and overlapping windows of time are not seen. Drawing without replacement (undersampling) is fine, and so is the training error: a score on exactly the rows of the training.',
    },
    messages,
  },
  check(file, report) {
    for (const { leak, line, place } of leaksOf(file, 'overlap')) {
      const { about } = leak;
      const fixes = behindSplit(leak, 'copies', /\.fit_(re)?sample\(/, { id: 'resample-after-split', title: 'Repeat rows of the training part alone, behind the split' });
      if (leak.steps.some((step) => step.role === 'copies')) report({ messageId: 'repeated', data: { about, line }, ...place, fixes });
      else report({ messageId: 'contained', data: { about }, ...place });
    }
  },
});

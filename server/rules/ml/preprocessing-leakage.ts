/**
 * Something that learns from rows (a scaler, a vectorizer, an imputer, a selection of columns, an
 * average) has seen the rows that later are the test.
 *
 * Bad, because the test then no longer measures how the model does on rows that nobody has seen. A
 * fit inside of a pipeline, a fit on the training part alone, constants and work within one row are
 * fine, and so is looking at a statistic without putting it into the data.
 */
import { behindSplit, leaksOf, WAY, WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  fitted: '{about} learns from all rows, and the test of line {line} is among them. Split first and fit on the training part, or put it into a pipeline.',
  statistic: 'The {about} is taken over all rows, and the test of line {line} is among them. Split first and take it from the training part.',
  ...WAY,
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/preprocessing-leakage',
    title: 'Learned from data that is later the test',
    severity: 'error',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['style §8.1', 'review §2.2', 'review §3.1', 'review §3.2', 'patterns §4.1', 'review §1.2', 'review §4.1', 'review §5', 'general §8', 'patterns §5'],
    criterion: 'data-handling',
    blocker: true,
    fixable: true,
    docs: {
      what: 'A transformer, vectorizer, imputer, decomposition, selection of columns or a statistic over rows that is learned from data which also holds the rows that a model is later tested on, and that reaches the data which the model is trained on. Followed through assignments, calls, functions, classes, loops and splits of the file.',
      why: 'The training already knows something of the test, so the result is better than it will be on new data.',
      fix: 'Split first. Fit on the training part and only transform the test part, or put the step into a pipeline, so that cross-validation fits it anew for each fold. The quick fix moves a fit of scikit-learn behind a `train_test_split` of the same block where nothing else sees what it gives.',
      limits: 'One file at a time; columns are told apart by names that are written out. Not counted: encoders that learn only which categories there are (`LabelEncoder`, `OneHotEncoder`, `OrdinalEncoder`, `get_dummies`, `factorize`), the choice of rows by a statistic (outliers that are dropped), filling from neighbouring rows, equal bins (`cut`), the first or last day of a date column, and cross-validation or `validation_split` inside of the training part, for which another test is left. Counted: predictions for rows whose truth is not in the file (`test.csv` of a competition), counted words and keras\' `Tokenizer`, target and frequency encoding, clusters as features.',
    },
    messages,
  },
  check(file, report) {
    for (const { leak, line, place } of leaksOf(file, 'preprocessing')) {
      const { about } = leak;
      const fixes = behindSplit(leak, 'learns', /\.fit(_transform)?\(/, { id: 'fit-after-split', title: 'Fit on the training part, behind the split' });
      report({ messageId: /^[a-z]/.test(about) ? 'statistic' : 'fitted', data: { about, line }, ...place, fixes });
    }
  },
});

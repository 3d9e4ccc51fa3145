/**
 * Preprocessing that learns from rows (a scaler, a vectorizer, an imputer, feature selection, an
 * average) and has seen the rows that later are the test.
 *
 * Also a test part that is fitted on itself, apart from the training part: the model then meets rows on another scale than it was
 * trained on, and each test row knows of the others.
 *
 * Bad, because the test then no longer measures how the model does on unseen rows. A fit inside a
 * pipeline, a fit on the training part alone, constants and work within one row are fine, and so is
 * looking at a statistic without putting it into the data.
 */
import { behindSplit, leaksOf, WAY, WHERE_MODELS_ARE, type Leak } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

const messages = {
  fitted: '{about} is fitted on all rows, including the {test} on line {line}. Fit it on the training part only.',
  statistic: 'The {about} is computed over all rows, including the {test} on line {line}. Compute it on the training part only.',
  statistics: 'The {about} are computed over all rows, including the {test} on line {line}. Compute them on the training part only.',
  itself: '{about} is fitted again on the test part itself. Only transform that part with what was fitted on the training part.',
  ownStatistic: 'The {about} is computed over the test part itself. Only transform that part with the {about} of the training part.',
  ownStatistics: 'The {about} are computed over the test part itself. Only transform that part with the {about} of the training part.',
  ...WAY,
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'ml/preprocessing-leakage',
    title: 'Preprocessing that has seen the test data',
    severity: 'error',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: [
      'style §8.1',
      'review §2.2',
      'review §3.1',
      'review §3.2',
      'patterns §4.1',
      'review §1.2',
      'review §4.1',
      'review §5',
      'general §8',
      'patterns §5',
    ],
    criterion: 'data-handling',
    blocker: true,
    fixable: true,
    docs: {
      what:
        'A transformer, vectorizer, imputer, decomposition, feature selection or statistic that is fitted on data which includes the later test rows, and ' +
        'that reaches the data a model is trained on. Followed through assignments, calls, functions, classes, loops and splits of the file, tables ' +
        'that are put together and cut apart again, and expressions of polars. Also a test part that is fitted on itself while the training part is ' +
        'fitted by itself (a warning in the profile "recommended", because no test row reached the training). A plain statistic or `SimpleImputer` that only ' +
        'fills gaps or cuts a column blocks nothing, and is a warning in the profile "recommended", like a maximum, a minimum, a sum or a count that stands ' +
        'alone. There, a leak in documentation and examples is information, a row chosen by its value (`idxmax`) too, and so is a leak where the ' +
        'final test is not touched: for ' +
        'the folds of a cross-validation within the training part, also those cut by hand, and for ' +
        "keras' vocabularies, which learn words but no figures.",
      why: 'The training already knows something of the test rows, so the result is better than it will be on new data.',
      fix:
        'Split first. Fit on the training part and only transform the test part, or put the step into a pipeline, so that cross-validation fits it again ' +
        'for each fold. The quick fix moves a scikit-learn fit after a `train_test_split` of the same block, where nothing else uses its result.',
      limits:
        'Each file is judged alone; columns are told apart by names that are written out. Not counted: data that is made up at random, encoders that only ' +
        'learn which categories exist (`LabelEncoder`, `OneHotEncoder`, `OrdinalEncoder`, `get_dummies`, `factorize`), selecting rows by a statistic ' +
        '(dropped outliers), a border that only makes the target (`dear = rent > rent.mean()`), filling from ' +
        'neighbouring rows, equal-width bins (`cut`), the first or last day of a date column, and cross-validation, ' +
        '`validation_split` or another split inside the training part, where a separate test is left. Counted: predictions for rows whose true values are ' +
        "not in the file (`test.csv` of a competition), word counts and keras' `Tokenizer`, target and frequency encoding, clusters as features. A part " +
        'that is fitted on itself counts where one table was split by chance, by position or by time, or where files are called train and test; not for ' +
        'people, sensors, places or other files, each of which may be scaled by itself, not for statistics by group, not for the words of another ' +
        'collection of texts, and not where a function may choose between fitting and transforming. Of a table that was put together from two, a cut at ' +
        'a number is taken for the border between them.',
    },
    messages,
  },
  check(file, report) {
    // What shows readers how something is done deserves to be right, and trains no model that anybody uses.
    const isExample = EXAMPLES.test(file.path);
    for (const { leak, line, place } of oncePerLine(leaksOf(file, 'preprocessing'))) {
      const { about } = leak;
      if (leak.itself) {
        // The training has seen nothing of the test, so the result is wrong, but not too good: no reason to stop a merge.
        report({ messageId: messageFor(leak, OWN), data: { about }, ...place, recommended: isExample ? 'info' : 'warning' });
        continue;
      }
      const test = leak.steps.some(({ role }) => role === 'splits') ? 'test rows split off' : 'rows tested';
      const fixes = behindSplit(leak, 'learns', /\.fit(_transform)?\(/, { id: 'fit-after-split', title: 'Fit on the training part, after the split' });
      // One number that fills gaps moves no result that anybody would notice: worth mending, but no reason to stop a merge either.
      // So is what has seen rows that are only predicted, such as those of a competition, whose true values are elsewhere.
      const isPredicted = isOnlyPredicted(leak);
      const left = isPredicted && isStatistic(leak) ? ('info' as const) : ('warning' as const);
      const isSlight = leak.slight === true || isPredicted;
      // Alone, a maximum or a count may also weigh classes; the row with the highest value is mostly one to show.
      // Bins and lists of what occurs see no target, and move results as little.
      const isMild = leak.mild || CHOOSES_ROW.test(about) || BINS.test(about);
      const recommended = isExample || isMild ? 'info' : OF_MANY_USES.test(about) ? 'warning' : isSlight ? left : undefined;
      report({
        messageId: messageFor(leak, OF_ALL), data: { about, test, line }, ...place, fixes,
        ...(isSlight || isExample ? { blocks: false } : {}), ...(recommended === undefined ? {} : { recommended }),
      });
    }
  },
});

const EXAMPLES = /(^|\/)(docs?|examples?|tutorials?|demos?|samples?|courses?|lessons?|lectures?|recipes?)\//i;
const OF_MANY_USES = /^(nan)?(max|min)$|^(sum|count)$/;
const CHOOSES_ROW = /^(nan)?(idx|arg)(max|min)$/;
const BINS = /^(qcut|cut|value_counts|factorize|unique|nunique)$/;
const OF_ALL = ['fitted', 'statistic', 'statistics'] as const;
const OWN = ['itself', 'ownStatistic', 'ownStatistics'] as const;

/** @param messages about something that is fitted, about one statistic, about several @returns the one that fits */
function messageFor<T>(leak: Leak['leak'], [fitted, one, several]: readonly [T, T, T]): T {
  return !isStatistic(leak) ? fitted : leak.about.includes(' and ') ? several : one;
}

/** Nothing was split off, and what the model says of the other rows is compared with nothing. */
function isOnlyPredicted({ steps }: Leak['leak']): boolean {
  const tests = steps.filter(({ role }) => role === 'tests');
  return !steps.some(({ role }) => role === 'splits') && tests.length > 0 && tests.every(({ text }) => /\.predict(_proba)?\(/.test(text));
}

const isStatistic = ({ about }: Leak['leak']): boolean => /^[a-z]/.test(about);

/** `(x - x.min()) / (x.max() - x.min())` is one mistake: the statistics of one line make one finding. */
function oncePerLine(leaks: readonly Leak[]): Leak[] {
  const made: Leak[] = [];
  for (const each of leaks) {
    const before = made.at(-1);
    const isAlike = before?.leak.span[0] === each.leak.span[0] && before.leak.itself === each.leak.itself && isStatistic(before.leak) && isStatistic(each.leak);
    if (before === undefined || !isAlike) made.push(each);
    else {
      const [worse] = [before, each].sort((a, b) => Number(a.leak.slight ?? false) - Number(b.leak.slight ?? false));
      made[made.length - 1] = { ...before, leak: { ...worse!.leak, about: listed([...before.leak.about.split(/, | and /), each.leak.about]) } };
    }
  }
  return made;
}

/** Names, each once: `max and min`. */
function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
}

/**
 * Data from outside that goes into a model without any check in the file.
 *
 * Bad, because a column that is missing, empty or in other units does not stop the training: it makes
 * a bad model that looks like any other.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/unvalidated-data',
    title: 'Data not checked before training',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['blocks §10.2', 'review §2.2', 'workflow §3.1', 'patterns §2.1', 'general §8', 'review §5'],
    criterion: 'data-handling',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'Data that is read from a file or database and trained on, in a file that has no schema, no check, no assertion and not even a look at missing '
        + 'values.',
      why: 'A column that is missing, empty or in other units does not stop the training. It makes a bad model that looks like any other.',
      fix: 'Check columns, types and ranges after reading, with pandera, Great Expectations, pydantic or a few assertions. `read_csv(dtype=…)` is a start.',
      limits: 'Any look at missing values, types or columns counts as a check, whether something is done about it or not. Checks in other files are not seen.',
    },
    messages: {
      unchecked: '{text} goes into training unchecked. Check columns, types and missing values first.',
    },
  },
  check(file, report) {
    const read = file.learning?.unchecked ?? null;
    if (read !== null) report({ messageId: 'unchecked', data: { text: read.text }, span: read.span, about: read.text });
  },
});

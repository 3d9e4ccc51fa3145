/**
 * Values that are written into selected rows of a pandas table in two steps.
 *
 * Bad, because the first step makes a copy: the value is written there and lost, and the table stays as it was.
 */
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { trainingFaults } from '../kit/training.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/chained-assignment',
    title: 'Assignment to a copy of selected rows',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.1', 'review §2.2', 'general §8'],
    criterion: 'data-handling',
    blocker: false,
    fixable: false,
    docs: {
      what:
        "`table[mask]['column'] = value` and `table.loc[mask]['column'] = value`, where the mask is a comparison, `isin`, `isnull` and the like, "
        + 'or a variable set to one; with `.loc` also a list of labels.',
      why:
        'Selecting rows by a mask or a list makes a copy. The value is written into it, and the table keeps what it had. pandas warns at run '
        + 'time at most.',
      fix: "Select rows and column in one step: `table.loc[mask, 'column'] = value`.",
      limits:
        "Reported only where the mask is about columns of the same table. A plain `table['a']['b'] = value` may reach the table and is left "
        + 'alone, as are columns that are not written out.',
    },
    messages: {
      copy: '{text} = … writes into a copy, and the table stays as it was. Use {other}.',
    },
  },
  check(file, report) {
    for (const { text, other, place } of trainingFaults(file, 'chained-assignment')) report({ messageId: 'copy', data: { text, other }, ...place });
  },
});

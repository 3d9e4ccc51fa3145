/**
 * Texts for people that name variables in braces and are not interpolated.
 *
 * Bad, because the reader of the error or the log gets `{path}` instead of the path, just when it is needed.
 */
import { isPython } from '../kit/python.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { slipsOf } from '../kit/slips.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/missing-interpolation',
    title: 'Text with a placeholder that nothing fills',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §10', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { ruff: { RUF027: { by: 'facts' } }, eslint: ['no-template-curly-in-string'] },
    docs: {
      what:
        'A text that is raised, thrown, printed, logged or told by an assertion, with variables of the file in braces, which nothing fills: '
        + '`raise ValueError("unknown key {key}")` without `f`, `throw new Error(\'unknown key ${key}\')` between plain quotes. In TypeScript and JavaScript '
        + 'also an address that is requested, and an attribute in JSX.',
      why: 'Whoever reads the message gets the name of the variable, not its value.',
      fix: 'Put `f` before the text, or write it between backticks.',
      limits:
        'Texts that are given other values beside them are left alone, as a logger may fill them, and so are texts with `{}` or doubled braces. Only texts '
        + 'that are used right there are looked at: one that is kept in a variable may be a template.',
    },
    messages: {
      python: 'This text shows {text} as it is written, not the value. Put f before it.',
      script: 'This text shows {text} as it is written, not the value. Write it between backticks.',
    },
  },
  check(file, report) {
    const messageId = isPython(file) ? 'python' : 'script';
    for (const { text, place } of slipsOf(file, ['plain-braces'])) report({ messageId, data: { text }, ...place });
  },
});

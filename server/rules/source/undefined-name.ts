/**
 * Names that nothing defines.
 *
 * Bad, because the line raises a NameError as soon as it runs, which is often only in the case that no test covers.
 * Names that may come from elsewhere (star imports, `exec`, what runs the file) are left alone by the adapter.
 */
import { lintMessages, quotedIn } from '../kit/lint.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    F821: { by: 'linter', says: 'Nothing defines {name}, so this line raises a NameError when it runs.' },
  },
  pylint: ['undefined-variable', 'E0602'],
  mypy: ['name-defined'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'source/undefined-name',
    title: 'Undefined name',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['python'],
    guidelines: ['review §1.1', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources,
    docs: {
      what: 'A name in a function that neither the file nor Python defines. Each name is reported once per file.',
      why: 'The line raises a `NameError` as soon as it runs. In code that compiles without complaint this is often the case that no test covers.',
      fix: 'Import or define the name, or correct its spelling.',
      limits:
        'Found by ruff (F821). Left alone are annotations, names of Python 2 and of what runs the file (IPython, Databricks, SCons), names that the file '
        + 'also has in quotes, files that make names with `exec` or `globals()`, and code outside of functions, where what is missing would have been '
        + 'noticed.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    for (const { code, engine, message, span } of file.lint.filter((each) => each.code === 'F821')) {
      const name = quotedIn(message);
      report({ messageId: 'F821', data: { name, engine }, span, about: `${name}: ${code}` });
    }
  },
});

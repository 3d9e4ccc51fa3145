/**
 * Exceptions that are not raised or caught as the line says.
 *
 * Bad, because the wrong exception or none reaches the caller, or the handler lets those pass that it names.
 */
import { lintMessages, reportLint } from '../kit/lint.ts';
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    F901: { by: 'linter', says: 'NotImplemented is no exception, so this raises a TypeError. Raise NotImplementedError.' },
    B016: { by: 'linter', says: 'A literal is no exception, so this raises a TypeError. Raise an exception with this text.' },
    PLW0133: { by: 'linter', says: 'This exception is made and not raised, so the code goes on as if nothing were wrong. Raise it, or warn with it.' },
    B030: { by: 'linter', says: 'This handler names no exception class, so it catches nothing and raises a TypeError. Name a tuple of classes.' },
    B012: { by: 'linter', says: 'Leaving a finally block like this drops any exception that was on its way. Move it behind the block.' },
    PLW0711: { by: 'linter', says: 'This handler catches only one of the exceptions that it names. Name them in a tuple.' },
  },
  pylint: ['notimplemented-raised', 'raising-bad-type', 'catching-non-exception', 'pointless-exception-statement', 'lost-exception', 'return-in-finally'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/broken-exception',
    title: 'Exception that is not raised or caught as written',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['python', 'notebook'],
    guidelines: ['style §10', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources,
    docs: {
      what:
        '`raise NotImplemented`, `raise "text"`, an exception that is made and not raised, handlers such as `except ValueError or KeyError:` and '
        + '`except ValueError | KeyError:`, and `return`, `break` '
        + 'or `continue` in a `finally` block.',
      why: 'The caller gets a `TypeError` about the raise itself, or no exception at all, or the handler lets an exception pass that it names.',
      fix: 'Raise `NotImplementedError` or an exception with the text; catch a tuple, `except (ValueError, KeyError):`; return behind the `finally` block.',
      limits: 'Found by ruff (F901, B012, B016, B030, PLW0133, PLW0711); its `# noqa` comments and settings apply.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    // `except A or B` is reported once, in the words that tell how to write it.
    const choices = file.lint.filter(({ code }) => code === 'PLW0711').map(({ span: [line] }) => line);
    reportLint(file, sources, report, ({ code, span: [line] }) => code === 'B030' && choices.includes(line));
  },
});

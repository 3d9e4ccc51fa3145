/**
 * Handlers that catch more than anyone can expect: `except:`, and `except Exception` that neither
 * logs the error nor raises.
 *
 * Bad, because a mistake in the code then looks like the failure that was expected, and with a bare
 * `except:` even the user's wish to stop is caught. A handler that drops what it caught is also told
 * by `quality/swallowed-error`; of a bare one only this rule speaks.
 */
import type { FileFacts, LintFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { lintMessages, reportLint } from '../kit/lint.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    E722: {
      by: 'linter', fix: 'Catch Exception',
      says: 'A bare except catches everything, the stop by the user and the end of the program included. Name the exceptions that you expect.',
    },
    BLE001: {
      by: 'linter', severity: 'warning',
      says: 'This catches every error there is, so a mistake in the code looks like the failure that was expected. Name the exceptions, or log the error with its trace.',
    },
  },
  pylint: ['bare-except', 'broad-except', 'broad-exception-caught'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/bare-except',
    title: 'Everything is caught',
    severity: 'error',
    roles: GENTLE_OUTSIDE,
    languages: ['python', 'notebook'],
    guidelines: ['style §10', 'style §5.1', 'review §2.1', 'review §3.2', 'style §9', 'architecture §6.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    sources,
    docs: {
      what: 'A bare `except:`; as a warning also `except Exception` and `except BaseException` whose handler does something with the error, but neither logs it nor raises.',
      why: 'A mistake in the code then looks like the failure that was expected, and is found much later. A bare `except:` catches even the wish to stop: `KeyboardInterrupt` and `SystemExit`.',
      fix: 'Name the exceptions that you expect. Where everything must be caught, at the edge of a program, log the error with `logger.exception`. The quick fix turns a bare `except:` into `except Exception:`.',
      limits: 'Seen by ruff (E722, BLE001), whose `# noqa` comments and settings hold. An `except Exception` that drops the error is left to `quality/swallowed-error`.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    reportLint(file, sources, report, (fact) => fact.code === 'BLE001' && isLeft(file, fact));
  },
});

/** Someone is told, or nothing is done with the error, which another rule judges. */
function isLeft(file: FileFacts, fact: LintFact): boolean {
  const handler = file.handlers.findLast((each) => contains(each.span, fact.span));
  return handler !== undefined && (handler.logs || handler.rethrows || !handler.usesError);
}

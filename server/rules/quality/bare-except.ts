/**
 * Handlers that catch too much: `except:`, and `except Exception` that neither logs nor raises.
 *
 * Bad, because a programming error then looks like the expected failure, and a bare `except:` also
 * catches Ctrl+C. Dropped errors are reported by `quality/swallowed-error`; bare ones only here.
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
      says: 'Bare except also catches KeyboardInterrupt and SystemExit. Name the exceptions you expect.',
    },
    BLE001: {
      by: 'linter', severity: 'warning',
      says: 'This except also hides programming errors. Name the exceptions you expect, or log the traceback.',
    },
  },
  pylint: ['bare-except', 'broad-except', 'broad-exception-caught'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/bare-except',
    title: 'Overly broad except',
    severity: 'error',
    // Most stand around what may fail: cleaning up, guessing, old migrations.
    recommended: 'info',
    roles: GENTLE_OUTSIDE,
    languages: ['python', 'notebook'],
    guidelines: ['style §10', 'style §5.1', 'review §2.1', 'review §3.2', 'style §9', 'architecture §6.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    sources,
    docs: {
      what: 'A bare `except:`. As a warning also `except Exception` and `except BaseException` if the handler uses the error but neither logs it nor raises.',
      why:
        'A programming error then looks like the expected failure and is found much later. A bare `except:` even catches `KeyboardInterrupt` and '
        + '`SystemExit`.',
      fix:
        'Name the exceptions you expect. Where everything must be caught, at the edge of a program, log the error with `logger.exception`. The quick fix '
        + 'turns `except:` into `except Exception:`.',
      limits:
        'Found by ruff (E722, BLE001); its `# noqa` comments and settings apply. An `except Exception` that drops the error is left to '
        + '`quality/swallowed-error`.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    reportLint(file, sources, report, (fact) => fact.code === 'BLE001' && isLeft(file, fact));
  },
});

/** The error is logged or raised, or it is dropped, which another rule reports. */
function isLeft(file: FileFacts, fact: LintFact): boolean {
  const handler = file.handlers.findLast((each) => contains(each.span, fact.span));
  return handler !== undefined && (handler.logs || handler.rethrows || !handler.usesError);
}

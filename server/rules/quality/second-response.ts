/**
 * Handlers of requests that answer twice.
 *
 * Bad, because the second answer throws: headers cannot be set after they were sent. Mostly a `return` was forgotten in the branch that answers first.
 */
import { CERTAIN } from '../kit/roles.ts';
import { placeAround } from '../kit/exposure.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/second-response',
    title: 'Response sent twice',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['typescript', 'javascript'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'A handler `(req, res)` that sends a response, in a branch, a `catch` or before anything else, and goes on to a statement that always sends '
        + 'another.',
      why:
        'The second one throws `ERR_HTTP_HEADERS_SENT`. In an asynchronous handler nobody may catch that, and Node.js stops the process. What stands '
        + 'between the two is done although the request was refused.',
      fix: 'Return after the first response.',
      limits:
        'Only responses that the handler sends through its own parameter, both in one function and without a condition of their own: no callbacks, '
        + 'loops or helpers, nothing that `headersSent` guards, no `end` after another response, which does no harm.',
    },
    messages: {
      twice: 'After this response the handler goes on to line {line}, which sends another and throws. Return here.',
    },
  },
  check(file, report) {
    for (const { text, line, span } of file.secondResponses ?? []) {
      report({ messageId: 'twice', data: { line: String(line) }, span, about: `${placeAround(file, span)}: ${text}` });
    }
  },
});

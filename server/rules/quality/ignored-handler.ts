/**
 * Error handlers of Express with three parameters.
 *
 * Bad, because Express counts the parameters: only a function with four gets errors. One with three is ordinary middleware, so that its first parameter,
 * called the error, is the request.
 */
import { CERTAIN } from '../kit/roles.ts';
import { placeAround } from '../kit/exposure.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/ignored-handler',
    title: 'Error handler that is never called',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['typescript', 'javascript'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    docs: {
      what: 'An error handler that is given to `app.use` of Express or connect with three parameters: `app.use((err, req, res) => …)`.',
      why:
        'Express tells error handlers from other middleware by their four parameters. This one never gets an error, and errors are answered by the default '
        + 'handler instead. If a request comes that far, it is called with the request in place of the error, and fails.',
      fix: 'Add the fourth parameter, also if it is not used: `app.use((err, req, res, next) => …)`.',
      limits: 'Only functions written in the call or declared in the same file, with parameters that are named as usual.',
    },
    messages: {
      parameters: 'Express takes ({text}) for ordinary middleware, and no error gets here. Add the fourth parameter, next.',
    },
  },
  check(file, report) {
    for (const { text, span } of file.ignoredHandlers ?? []) {
      report({ messageId: 'parameters', data: { text }, span, about: `${placeAround(file, span)}: ${text}` });
    }
  },
});

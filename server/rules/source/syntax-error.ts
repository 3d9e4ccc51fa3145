/** Source that cannot be understood whole. */
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'source/syntax-error',
    title: 'Source with a syntax error',
    severity: 'warning',
    roles: { fixture: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §1.1'],
    criterion: null,
    blocker: false,
    fixable: false,
    sources: {
      flake8: ['E999', 'invalid-syntax'],
      eslint: [''],
      pylint: ['syntax-error'],
      mypy: ['syntax'],
    },
    docs: {
      what: 'A file that its language does not accept. What could be understood of it is judged all the same.',
      why: 'Findings may be missing after the error, and the score rests on less than the whole file.',
      fix: 'Mend the syntax.',
      limits: 'Only the first error of a file is named; later ones mostly follow from it.',
    },
    messages: { broken: 'Syntax error, so findings in this file may be incomplete: {message}' },
  },
  check(file, report) {
    const first = file.syntaxProblems[0];
    if (first) report({ messageId: 'broken', data: { message: first.message }, span: first.span, about: 'syntax' });
  },
});

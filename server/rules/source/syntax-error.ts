/** Source with a syntax error. */
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'source/syntax-error',
    title: 'Syntax error',
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
      what: 'A file with a syntax error. The parts that can be parsed are still reviewed.',
      why: 'Findings after the error may be missing, and the score covers less than the whole file.',
      fix: 'Correct the syntax.',
      limits: 'Only the first error of a file is reported; later ones usually follow from it.',
    },
    messages: { broken: 'Syntax error; findings in this file may be incomplete: {message}' },
  },
  check(file, report) {
    const first = file.syntaxProblems[0];
    if (first) report({ messageId: 'broken', data: { message: first.message }, span: first.span, about: 'syntax' });
  },
});

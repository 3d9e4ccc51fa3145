/** Source with a syntax error. */
import { defineFileRule } from '../kit/rule.ts';

/** ruff, about syntax that the oldest Python of the project does not have. */
const NEWER = /\bon Python \d[\d.]* \(syntax was (added|changed|removed) in Python/;

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
      limits:
        'Only the first error of a file is reported; later ones usually follow from it. In the profile `recommended`, tests and syntax of a newer Python '
        + 'than the project names are information.',
    },
    messages: { broken: 'Syntax error; findings in this file may be incomplete: {message}' },
  },
  check(file, report) {
    const first = file.syntaxProblems.find(({ message }) => !NEWER.test(message)) ?? file.syntaxProblems[0];
    if (first === undefined) return;
    // Tests of a parser hold broken code, and a newer language is not a mistake.
    const mild = file.role === 'test' || NEWER.test(first.message) ? { recommended: 'info' as const } : {};
    report({ messageId: 'broken', data: { message: first.message }, span: first.span, about: 'syntax', ...mild });
  },
});

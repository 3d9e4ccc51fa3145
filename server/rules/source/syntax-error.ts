/** Source with a syntax error. */
import { defineFileRule } from '../kit/rule.ts';

/** ruff, about syntax that the oldest Python of the project does not have. */
const NEWER = /\bon Python \d[\d.]* \(syntax was (added|changed|removed) in Python/;

export const rule = defineFileRule({
  meta: {
    id: 'source/syntax-error',
    title: 'Syntax error',
    severity: 'warning',
    // Nobody is unaware of it: what is committed and no parser reads is a template, a start for pupils, data with the same ending, or another language.
    recommended: 'info',
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
        'Only the first error of a file is reported; later ones usually follow from it. In the profile `recommended` all are information, and so are '
        + 'everywhere files whose first comment says `@flow`, and a template that becomes JavaScript later (`{{ name }}` on the line of the error). '
        + 'A cell of a notebook whose stored output is a syntax error shows one on purpose and is left alone.',
    },
    messages: {
      broken: 'Syntax error; findings in this file may be incomplete: {message}',
      python2: 'This file is written for Python 2, so findings in it may be incomplete. Port it to Python 3.',
      flow: 'This file is written for Flow, so findings in it may be incomplete: {message}',
      template: 'This template is no code yet, so findings in it may be incomplete: {message}',
    },
  },
  check(file, report) {
    const first = file.syntaxProblems.find(({ message }) => !NEWER.test(message)) ?? file.syntaxProblems[0];
    // A path with a place to fill in belongs to a template, whose files are code only once they are filled in.
    if (first === undefined || /\{\{[^/]*\}\}/.test(file.path)) return;
    const old = file.syntaxProblems.find(({ rightIn }) => rightIn === 'python-2');
    if (old !== undefined) return report({ messageId: 'python2', span: old.span, about: 'syntax' });
    const place = { data: { message: first.message }, span: first.span, about: 'syntax' };
    if (first.rightIn === 'flow') return report({ ...place, messageId: 'flow', severity: 'info' });
    if (first.rightIn === 'template') return report({ ...place, messageId: 'template', severity: 'info' });
    report({ ...place, messageId: 'broken' });
  },
});

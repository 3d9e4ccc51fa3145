/**
 * Tests that keep others from running, and tests that are switched off without a reason.
 *
 * Bad, because a forgotten `.only` makes the whole suite green by not running it; a skipped test
 * without a reason is never switched on again.
 */
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'testing/focused-test',
    title: 'Focused or skipped test',
    severity: 'error',
    roles: { fixture: 'off', example: 'off', docs: 'off', declaration: 'off', config: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.4', 'general §5.1'],
    criterion: 'coverage-and-quality',
    blocker: false,
    fixable: true,
    sources: {
      eslint: [
        'jest/no-focused-tests', 'vitest/no-focused-tests', 'mocha/no-exclusive-tests', 'no-only-tests/no-only-tests',
        'playwright/no-focused-test',
      ],
    },
    docs: {
      what: 'A test or suite marked to run alone (`.only`, `fit`, `fdescribe`); as information also one that is skipped (`.skip`, `xit`) without a reason beside it.',
      why: 'With one focused test, all others of the file or of the whole run are left out, and the run is green without having tested anything else. A skipped test without a reason stays off for ever.',
      fix: 'Take the mark away before the change is shared. For a skipped test, say in a comment or in its name why, and until when.',
      limits: 'It knows the functions of Mocha, Jest, Vitest, Jasmine, Playwright, `node:test`, Deno and QUnit by their names. Conditional skipping (`skipIf`) is not reported.',
    },
    messages: {
      focused: '"{name}" is marked to run alone, so that other tests are left out. Take the mark away.',
      skipped: '"{name}" is skipped, and nothing says why. Say it in a comment, or switch it on again.',
    },
  },
  check(file, report) {
    for (const test of file.tests) {
      const place = { data: { name: test.name }, span: test.calleeSpan, about: test.name };
      if (test.modifier === 'only') report({ ...place, messageId: 'focused', fixes: [{ id: 'unfocus-test', title: 'Run all tests again', safe: true }] });
      else if (test.modifier === 'skip' && test.explained !== true) report({ ...place, messageId: 'skipped', severity: 'info' });
    }
  },
});

/**
 * Tests that keep others from running, and tests that are skipped without a reason.
 *
 * Bad, because a forgotten `.only` turns the whole suite green by not running it, and a skipped
 * test without a reason is never enabled again.
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
      what:
        'A test or suite that is marked to run alone (`.only`, `fit`, `fdescribe`). As information also one that is skipped (`.skip`, `xit`) without a '
        + 'reason.',
      why:
        'With one focused test, all other tests of the file or of the whole run are left out, and the run is green although nothing else was tested. A '
        + 'skipped test without a reason stays off for ever.',
      fix: 'Remove the focus before you share the change. For a skipped test, give the reason in a comment or in its name.',
      limits:
        'It knows the functions of Mocha, Jest, Vitest, Jasmine, Playwright, `node:test`, Deno and QUnit by their names. Conditional skips (`skipIf`) are '
        + 'not reported.',
    },
    messages: {
      focused: '"{name}" is focused, so other tests do not run. Remove the focus.',
      skipped: '"{name}" is skipped without a reason. Give one in a comment, or enable it.',
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

/**
 * Tests that keep others from running, and tests that are skipped without a reason.
 *
 * Bad, because a forgotten `.only` turns the whole suite green by not running it, and a skipped
 * test without a reason is never enabled again.
 */
import type { FileFacts, TestFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isInputOfTests, runnerOf, type TestRunner } from '../kit/test-runner.ts';

/** What a test runner tries its own focus on, and shows it with. */
const ABOUT_FOCUS = /(^|\/)(only|exclusive|focus(ed)?|examples?)\//;

/** With one focused test in any file, they run nothing else of the whole run. The others look at each file for itself. */
const WHOLE_RUN: ReadonlySet<TestRunner> = new Set(['Mocha', 'Playwright', 'node:test']);

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
        'A test or suite that is marked to run alone (`.only`, `fit`, `fdescribe`) beside tests of the same file that are then left out, or '
        + 'in a file that names a runner whose focus holds for the whole run (Mocha, Playwright, `node:test`). Where every test of the file is focused, '
        + 'information. As information also a test that is skipped (`.skip`, `xit`) without a reason.',
      why:
        'With one focused test, all other tests of the file or of the whole run are left out, and the run is green although nothing else was tested. A '
        + 'skipped test without a reason stays off for ever.',
      fix: 'Remove the focus before you share the change. For a skipped test, give the reason in a comment or in its name.',
      limits:
        'Other files are not looked at: that a focus for the whole run leaves them out is taken for granted. The runner is known by the imports of the file '
        + 'and by objects that only one runner has. It knows the functions of Mocha, Jest, Vitest, Jasmine, Playwright, `node:test`, Deno and QUnit by their '
        + 'names. Conditional skips (`skipIf`) are not reported, nor is a file that imports nothing and has no name by which runners find tests, nor one '
        + 'in a folder named after the focus, which tests a runner.',
    },
    messages: {
      focused: '"{name}" is focused, so other tests do not run. Remove the focus.',
      focusedRun: '"{name}" is focused, so {runner} leaves out other files. Remove the focus.',
      focusedAlone: '"{name}" is focused, but no other test of this file is left out. Remove the focus.',
      skipped: '"{name}" is skipped without a reason. Give one in a comment, or enable it.',
    },
  },
  check(file, report) {
    if (isInputOfTests(file) || ABOUT_FOCUS.test(file.path)) return;
    const isLeftOut = file.tests.some(({ modifier }) => modifier === 'only') && leavesOut(file.tests);
    for (const test of file.tests) {
      const place = { data: { name: test.name }, span: test.calleeSpan, about: test.name };
      if (test.modifier === 'only') {
        const focused = { ...place, fixes: [{ id: 'unfocus-test', title: 'Run all tests again', safe: true }] };
        const runner = isLeftOut ? null : wholeRunOf(file);
        // Under a condition the focus is a way to leave the others out where they cannot run.
        if (file.branches.some((branch) => contains(branch.span, test.span))) report({ ...place, messageId: 'focused', severity: 'info' });
        else if (isLeftOut) report({ ...focused, messageId: 'focused' });
        else if (runner === null) report({ ...focused, messageId: 'focusedAlone', severity: 'info' });
        else report({ ...focused, messageId: 'focusedRun', data: { name: test.name, runner } });
      } else if (test.modifier === 'skip' && test.explained !== true) report({ ...place, messageId: 'skipped', severity: 'info' });
    }
  },
});

/** A test that would run is not focused, nor is it in a focused suite whose tests all run. */
function leavesOut(tests: readonly TestFact[]): boolean {
  const focused = tests.filter(({ modifier }) => modifier === 'only');
  // A focused test in a focused suite narrows it down.
  const whole = focused.filter((each) => !focused.some((inner) => inner !== each && contains(each.span, inner.span)));
  const isLeft = ({ modifier, explained }: TestFact): boolean => modifier === 'todo' || (modifier === 'skip' && explained === true);
  const isOff = (test: TestFact): boolean => tests.some((each) => isLeft(each) && contains(each.span, test.span));
  return tests.some((test) => test.kind === 'test' && !isOff(test) && !whole.some((each) => contains(each.span, test.span)));
}

/** The runner, when its focus holds for all files. */
function wholeRunOf(file: FileFacts): string | null {
  const runner = runnerOf(file);
  return runner === null || !WHOLE_RUN.has(runner) ? null : runner === 'node:test' ? 'node --test-only' : runner;
}

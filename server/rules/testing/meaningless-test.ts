/**
 * Tests that cannot fail, or fail only when the code throws.
 *
 * Bad, because they are counted as tests and give trust that nobody earned. Found: an empty body, a
 * body without a check, checks that hold whatever the code does, checks of a promise that nobody
 * waits for, and checks in a `catch` that is not reached when the expected error is missing.
 */
import type { TestFact } from '../../facts/file-facts.ts';
import type { DraftOf } from '../kit/messages.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Says that running through is all that it wants to show. */
const RUNS_THROUGH = /\b(not|never|without) (\w+ )?(throw|rais|crash|fail|error|warn|hang|reject|segfault|explode|blow up|leak)|n't (\w+ )?(throw|rais|crash|fail|error|warn|hang|reject|segfault)|\bno ?(errors?|crash(es)?|throw|warn(ings?)?)\b|\b(compiles?|types?|typings?|typed|infer\w*|smoke|accepts?|allows?|pass(es|ing)?|succe\w+|valid|resolves?|completes?|finish(es)?|terminates?|ignores?|can be \w+)\b/i;

/** Less surely so in the name, and in a sentence about the test, where words like "valid" and "types" say nothing yet. */
const SAYS_RUNS_THROUGH = /\bsmoke\b|\bregression[- ]tests?\b|\bnon[- ]?regression\b|(\b(not|never|no|without|avoid\w*)\b|n't\b)[^.]{0,40}\b(throw|rais|crash|fail|\w*error|\w*warn|hang|segfault|break)|\b(supports?|supported|accepts?|accepted|compatible|works?|working|imports|importable|runs)\b|^(test )?imports?$|\bcan (still )?(be|use|accept|work|contain|pass)\b/i;

const messages = {
  empty: 'The test "{name}" is empty and passes always. Write it, or mark it as to do.',
  unchecked: 'The test "{name}" checks nothing, so that it fails only when the code throws. Check the result, or say in its name that it must not throw.',
  tautology: 'The test "{name}" holds whatever the code does, for it compares fixed values. Check what the code gives.',
  floating: 'The test "{name}" does not wait for this check, which fails too late to be seen. Put `await` in front of it.',
  uncheckedPython: 'The test "{name}" checks nothing, so that it fails only when the code raises. Check the result, or say in its name that it must not raise.',
  handlerOnlyPython: 'The test "{name}" checks only here, and passes when nothing is raised. Expect the error itself, with `pytest.raises` or `assertRaises`.',
  handlerOnly: 'The test "{name}" checks only here, and passes when nothing is thrown. Expect the error itself, with `assert.throws`, `rejects` or the like.',
} as const;

/** Messages that name what Python has in the place of another language's. */
const IN_PYTHON: ReadonlyMap<keyof typeof messages, keyof typeof messages> = new Map([['unchecked', 'uncheckedPython'], ['handlerOnly', 'handlerOnlyPython']]);

export const rule = defineFileRule({
  meta: {
    id: 'testing/meaningless-test',
    title: 'Test that cannot fail',
    severity: 'warning',
    roles: { fixture: 'off', example: 'off', docs: 'off', declaration: 'off', config: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §5.1', 'review §2.4'],
    criterion: 'coverage-and-quality',
    blocker: false,
    fixable: false,
    sources: { eslint: ['jest/expect-expect', 'vitest/expect-expect', 'playwright/expect-expect'] },
    docs: {
      what: 'A test with an empty body or without any check, one whose checks hold whatever the code does (`expect(true).toBe(true)`), one that checks a promise without waiting for it, and one whose only checks stand in a `catch` that is skipped when nothing is thrown.',
      why: 'It is green whatever happens. It costs time, is counted in reports, and hides that the behaviour in its name is not tested.',
      fix: 'Check what the code returns, changes or calls. Wait for promises with `await`, and use `assert.throws`, `rejects` or the like for expected errors. What is still to be written is a `todo`.',
      limits: 'Checks are known by the names of the usual libraries, and are looked for behind functions of the same file and behind helpers of tests. A test whose name says that the code does not throw, or that it compiles, needs no check; one that only imports, runs or supports something by its name, or whose documentation or comments say that running through is its point (a smoke test, a regression test, "must not raise"), is reported as information.',
    },
    messages,
  },
  check(file, report) {
    for (const test of file.tests) {
      if (test.kind !== 'test' || test.modifier === 'todo' || test.modifier === 'skip') continue;
      const found = judge(test);
      if (found === null) continue;
      const messageId = !isPython(file) ? found.messageId : IN_PYTHON.get(found.messageId) ?? found.messageId;
      report({ ...found, messageId, data: { name: test.name }, about: test.name });
    }
  },
});

function judge(test: TestFact): Pick<DraftOf<typeof messages>, 'messageId' | 'span' | 'severity'> | null {
  if (test.empty) return { messageId: 'empty', span: test.calleeSpan };
  if (test.assertions === 0) {
    const name = test.name.replaceAll('_', ' ');
    if (RUNS_THROUGH.test(name)) return null;
    return { messageId: 'unchecked', span: test.calleeSpan, ...(SAYS_RUNS_THROUGH.test(name) || SAYS_RUNS_THROUGH.test(test.words ?? '') ? { severity: 'info' as const } : {}) };
  }
  if (test.floating !== undefined) return { messageId: 'floating', span: test.floating[0]! };
  if (test.tautologies.length === test.assertions) return { messageId: 'tautology', span: test.tautologies[0]! };
  return test.onlyInHandler === undefined ? null : { messageId: 'handlerOnly', span: test.onlyInHandler };
}

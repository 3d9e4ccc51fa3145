/**
 * Tests that cannot fail, or fail only when the code throws.
 *
 * Bad, because they count as tests and create false confidence. Found: an empty body, a body
 * without a check, checks of constants, checks of a promise that nothing waits for, and checks in a
 * `catch` that is not reached when the expected error is missing.
 */
import type { FileFacts, TestFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { contains } from '../../text/spans.ts';
import type { DraftRest, Said } from '../kit/messages.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isInputOfTests, runnerOf } from '../kit/test-runner.ts';
import { callsIn, expectedErrorIn } from './meaningless-test/expected-error.ts';
import { isNotCollected, isOtherwiseJudged, isSample } from './meaningless-test/places.ts';

/** Says that the code only has to run. */
const RUNS_THROUGH = new RegExp(
  String.raw`\b(not|never|without) (\w+ )?(throw|rais|crash|fail|error|warn|hang|reject|segfault|explode|blow up|leak)|`
  + String.raw`n't (\w+ )?(throw|rais|crash|fail|error|warn|hang|reject|segfault)|\bno ?(errors?|crash(es)?|throw|warn(ings?)?)\b|`
  + String.raw`\b(compiles?|types?|typings?|typed|infer\w*|smoke|accepts?|allows?|pass(es|ing)?|succe\w+|valid|resolves?|completes?|`
  + String.raw`finish(es)?|terminates?|ignores?|can be \w+)\b`,
  'i',
);

/** Weaker signs in the name, and signs in a sentence about the test, where words like "valid" and "types" prove nothing. */
const SAYS_RUNS_THROUGH = new RegExp(
  String.raw`\bsmoke\b|\bregression[- ]tests?\b|\bnon[- ]?regression\b|(\b(not|never|no|without|avoid\w*)\b|`
  + String.raw`n't\b)[^.]{0,40}\b(throw|rais|crash|fail|\w*error|\w*warn|hang|segfault|break)|\b(supports?|supported|accepts?|`
  + String.raw`accepted|compatible|works?|working|imports|importable|runs)\b|^(test )?imports?$|\bcan (still )?(be|use|accept|work|`
  + String.raw`contain|pass)\b`,
  'i',
);

const messages = {
  empty: 'Test "{name}" is empty and always passes. Write it, or mark it as todo.',
  unchecked: 'Test "{name}" checks nothing: it fails only when the code throws. Check the result, or name it "does not throw".',
  tautology: 'Test "{name}" compares constants and always passes. Check what the code returns.',
  unread: 'Test "{name}" computes {variable} and never looks at it. Check it.',
  unheard: 'This check in test "{name}" can never fail, because nothing asks for its answer. Assert what it compares.',
  unheardMany: '{count} checks in this file can never fail, because nothing asks for their answer. Assert what they compare.',
  again: 'Also here.',
  floating: 'Test "{name}" does not wait for this check, so a failure goes unnoticed. Add `await`.',
  uncheckedPython: 'Test "{name}" checks nothing: it fails only when the code raises. Check the result, or name it "does not raise".',
  handlerOnlyPython: 'Test "{name}" checks only in an `except` and passes when nothing is raised. Use `{instead}`.',
  handlerOnly: 'Test "{name}" checks only in a `catch` and passes when nothing is thrown. Use `{instead}`.',
} as const;

/** Read a clock: what stands in a loop beside them is measured. */
const CLOCK = /^(time\.(perf_counter|monotonic|process_time|time)(_ns)?|perf_counter(_ns)?|timeit\.\w+|performance\.now|process\.hrtime(\.bigint)?|Date\.now)$/;

export const rule = defineFileRule({
  meta: {
    id: 'testing/meaningless-test',
    title: 'Test that cannot fail',
    severity: 'warning',
    // To run through without an error is what many tests are for, and whoever leaves a test empty knows that it checks nothing.
    recommendedFor: { unchecked: 'info', uncheckedPython: 'info', empty: 'info' },
    roles: { fixture: 'off', example: 'off', docs: 'off', declaration: 'off', config: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §5.1', 'review §2.4'],
    criterion: 'coverage-and-quality',
    blocker: false,
    fixable: false,
    sources: { eslint: ['jest/expect-expect', 'vitest/expect-expect', 'playwright/expect-expect'] },
    docs: {
      what:
        'A test that is empty or checks nothing, one with a check whose answer nothing asks for (`expect(x)` without a matcher, a comparison as a '
        + 'statement of its own), one that compares constants (`expect(true).toBe(true)`), one that checks a promise without waiting for it, and one whose '
        + 'only checks are in a `catch` that is skipped when nothing is thrown.',
      why: 'It is green whatever happens. It costs time, counts in reports, and hides that the behaviour in its name is not tested.',
      fix:
        'Check what the code returns, changes or calls. Wait for promises with `await`, and use `assert.throws`, `rejects` or similar for expected '
        + 'errors. Mark tests that are still to be written as `todo`.',
      limits:
        'Checks are known by the names of the usual libraries; they are also looked for in functions of the same file and in test helpers. A test whose '
        + 'name says that the code does not throw, or that it compiles, needs no check. One that by its name only imports, runs or supports something, or '
        + 'whose documentation or comments say that it only has to run (a smoke test, a regression test, "must not raise"), is reported as information. So '
        + 'are an empty test with a TODO, one in a class that inherits from a class of the project and may switch off a test of it, `assert True` with a '
        + 'reason, tests among examples and documentation, and, in the profile `recommended`, every test that only runs the code or only keeps '
        + 'what it gives, empty tests, and checks of literals such as '
        + '`assert True`, which nobody writes by mistake. Left alone are tests of types, benchmarks, tests in a skipped suite, '
        + 'checks in an `except` that is sure to be '
        + 'reached or reads the traceback, and under Vitest promises that nothing waits for: it waits for them itself. What a shared test does '
        + '(`self._test_merge(…)`, `runTest(…)`) is taken for a check.',
    },
    messages,
  },
  check(file, report) {
    if (isOtherwiseJudged(file.path) || isInputOfTests(file)) return;
    const off = file.tests.filter(({ kind, modifier }) => kind === 'suite' && modifier === 'skip');
    const mild = isSample(file.path) ? { severity: 'info' as const } : {};
    const judged: Judged[] = [];
    for (const test of file.tests) {
      if (test.kind !== 'test' || test.modifier === 'todo' || test.modifier === 'skip' || off.some((suite) => contains(suite.span, test.span))) continue;
      const found = judge(file, test);
      if (found !== null) judged.push({ test, ...found });
    }
    const alike = judged.filter(({ messageId, mild: isMild }) => messageId === 'unheard' && isMild !== true);
    const [first, ...others] = alike.length > FEW ? alike : [];
    if (first !== undefined) {
      // Whoever wrote that many took `expect(x)` for a check: that is one mistake.
      report({
        messageId: 'unheardMany', data: { count: alike.length }, about: 'checks without a question', span: first.span, ...mild,
        related: others.map(({ span }) => ({ messageId: 'again', path: file.path, span })),
      });
    }
    for (const each of first === undefined ? judged : judged.filter((other) => !alike.includes(other))) {
      const { test, messageId, span } = each;
      const about = test.name.trim() || 'without a name';
      const recommended = isOnPurpose(test, messageId) ? { recommended: 'info' as const } : {};
      report({ about, ...said(file, test, messageId), span, ...(each.mild === true ? MILD : mild), ...recommended });
    }
  },
});

type Fault = Exclude<keyof typeof messages, 'uncheckedPython' | 'handlerOnlyPython' | 'unheardMany' | 'again'>;

interface Found { messageId: Fault; span: Span; mild?: boolean }
interface Judged extends Found { test: TestFact }

/** So many checks alike in a file are reported one by one. */
const FEW = 3;

const MILD: Pick<DraftRest, 'severity'> = { severity: 'info' };

/**
 * `expect(true).toBe(true)` is there to say that nothing can be checked, or that what stands before it only has to run. Whoever prints a result looks at
 * it; one that is only kept may be there because the call must not fail.
 */
function isOnPurpose(test: TestFact, messageId: Fault): boolean {
  if (messageId === 'tautology') return test.literal === true;
  return messageId === 'unread' && (test.unread?.printed === undefined || TAKEN.test(test.unread.name));
}

/** How long something took, which a test should not ask for. */
const TAKEN = /^(\w*duration|elapsed\w*|time_?taken|took|\w*run_?time)$/i;

/** The message, with Python's own words where it has them. */
function said(file: FileFacts, test: TestFact, messageId: Fault): Said<typeof messages> {
  const { name } = test;
  if (messageId === 'unread') return { messageId, data: { name, variable: test.unread!.name } };
  if (messageId === 'handlerOnly') return { messageId: isPython(file) ? 'handlerOnlyPython' : messageId, data: { name, instead: expectedErrorIn(file, test) } };
  return { messageId: messageId === 'unchecked' && isPython(file) ? 'uncheckedPython' : messageId, data: { name } };
}

function judge(file: FileFacts, test: TestFact): Found | null {
  if (test.empty) return { messageId: 'empty', span: test.calleeSpan, mild: test.placeholder === true || saysRunsThrough(test) };
  if (test.unheard !== undefined) {
    const unheard = test.unheard.find((span) => !isMeasured(file, test, span));
    if (unheard !== undefined) return { messageId: 'unheard', span: unheard, mild: isHarmless(file, test, unheard) };
    if (test.assertions === 0) return null;
  }
  if (test.assertions === 0) {
    const name = test.name.replaceAll('_', ' ');
    if (RUNS_THROUGH.test(name)) return null;
    if (saysRunsThrough(test)) return { messageId: 'unchecked', span: test.calleeSpan, mild: true };
    return { messageId: test.unread === undefined ? 'unchecked' : 'unread', span: test.calleeSpan };
  }
  const floating = test.floating?.find((span) => !isAwaitedByRunner(file, span));
  if (floating !== undefined) return { messageId: 'floating', span: floating };
  if (test.tautologies.length === test.assertions)
    return { messageId: 'tautology', span: test.tautologies[0]!, mild: test.reasoned === true || isNotCollected(file.path) || isPlaceholder(file, test) };
  // Where it only has to run, what an error looks like may be checked besides.
  return test.onlyInHandler === undefined ? null : { messageId: 'handlerOnly', span: test.calleeSpan, mild: saysRunsThrough(test) };
}

/** The only test of its file, which is there so that the runner finds one: `dummy`, `should pass`, `makes CI happy`. */
function isPlaceholder(file: FileFacts, { name }: TestFact): boolean {
  return file.tests.filter(({ kind }) => kind === 'test').length === 1 && /\b(dummy|placeholder|noop|should pass|passes|ci)\b/i.test(name);
}

/** In a loop, in a test that reads a clock. */
function isMeasured(file: FileFacts, test: TestFact, span: Span): boolean {
  return file.loops.some((loop) => contains(loop.span, span) && contains(test.span, loop.span)) && callsIn(file, test).some(({ callee }) => CLOCK.test(callee));
}

/** Queries that throw where they find nothing. */
const THROWING_QUERY = /(^|\.)(get|find)(All)?By[A-Z]\w*$/;

/** An `expect` that stands where nothing has to be asked. */
function isHarmless(file: FileFacts, test: TestFact, span: Span): boolean {
  const calls = callsIn(file, test);
  const given = calls.find((call) => call.callee === 'expect' && call.span.join() === span.join())?.args[0];
  if (given === undefined) return false;
  // `expect(true);` at the end says that the test only has to run.
  if (given.constant) return true;
  // What was found is there: the query would have thrown.
  if (calls.some(({ target, name }) => target === given.text && THROWING_QUERY.test(name))) return true;
  // `expect(validateUrl(text))`: what validates throws.
  if (given.kind === 'call' && /^(await )?[\w.]*\b(validate|ensure|assert|verify)[A-Z]?\w*\(/.test(given.text)) return true;
  // `expect(save());` beside real checks is there for what the call does.
  return given.kind === 'call' && calls.some(({ callee }) => /^expect\(\)\.|^assert\b/.test(callee));
}

/** Vitest and Bun wait for what their own `expect` promises, before the test ends. */
function isAwaitedByRunner(file: FileFacts, span: Span): boolean {
  return /^(Vitest|Bun)$/.test(runnerOf(file) ?? '') && file.calls.some((call) => call.span.join() === span.join() && call.callee.startsWith('expect'));
}

function saysRunsThrough(test: TestFact): boolean {
  return SAYS_RUNS_THROUGH.test(test.name.replaceAll('_', ' ')) || SAYS_RUNS_THROUGH.test(test.words ?? '');
}

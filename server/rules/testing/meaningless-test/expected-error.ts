/** How a test says that an error is expected, in the words of what it uses. */
import type { CallFact, FileFacts, TestFact } from '../../../facts/file-facts.ts';
import { contains } from '../../../text/spans.ts';
import { isPython } from '../../kit/python.ts';
import { runnerOf } from '../../kit/test-runner.ts';

/** @param file with the test @param test whose checks are all in a handler */
export function expectedErrorIn(file: FileFacts, test: TestFact): string {
  const calls = callsIn(file, test);
  const uses = (pattern: RegExp): boolean => calls.some(({ callee }) => pattern.test(callee));
  if (isPython(file)) return uses(/^self\.assert/) ? 'self.assertRaises' : 'pytest.raises';
  const waits = test.handlerWaits === true;
  // Chai's `expect` has no form of its own that waits.
  const isChai = uses(/^expect\(\)\.(\w+\.)*(to|be|have)\./);
  const isExpect = uses(/^expect\b/) || /^(Vitest|Jest|Playwright)$/.test(runnerOf(file) ?? '');
  if (!isExpect || (isChai && waits)) return waits ? 'await assert.rejects' : 'assert.throws';
  if (waits) return 'await expect(…).rejects.toThrow';
  return isChai ? 'expect(() => …).to.throw' : 'expect(() => …).toThrow';
}

/** @returns the calls within a test */
export function callsIn(file: FileFacts, { span }: TestFact): CallFact[] {
  return file.calls.filter((call) => contains(span, call.span));
}

/** Files that were not judged: the sentence, and whether the score counts them. */
import assert from 'node:assert/strict';
import { isUnreadSource, skipWords } from '../../server/engine/skipped-files.ts';
import type { SkipReason } from '../../server/facts/skip-reason.ts';

describe('a file that was not judged', () => {
  it('costs points when code was missed, but not when it was left out on purpose', () => {
    const counts = (reason: SkipReason, path = 'src/a.ts'): boolean => isUnreadSource({ path, reason });
    assert.deepEqual(
      [{ code: 'not-utf8' }, { code: 'no-permission', what: 'file' }, { code: 'analysis-failed', error: 'x' }].map((reason) => counts(reason as SkipReason)),
      [true, true, true],
    );
    assert.deepEqual(
      [{ code: 'generated' }, { code: 'minified' }, { code: 'link' }, { code: 'other-language', language: 'R' }].map((reason) => counts(reason as SkipReason)),
      [false, false, false, false],
    );
    assert.equal(counts({ code: 'not-utf8' }, 'test/a.test.ts'), false);
    assert.equal(counts({ code: 'not-utf8' }, 'Dockerfile'), false);
  });

  it('is judged by its code, not by the words of an error', () => {
    assert.equal(isUnreadSource({ path: 'src/a.ts', reason: { code: 'analysis-failed', error: 'the generated tree is minified' } }), true);
  });

  it('is explained in a sentence', () => {
    assert.equal(skipWords({ code: 'too-large', kilobytes: 2048, most: 1024 }), 'larger than 1024 kB (2048 kB)');
    assert.equal(skipWords({ code: 'vanished', what: 'folder' }), 'the folder disappeared while it was being read');
    assert.equal(skipWords({ code: 'other-language', language: 'R' }), 'a notebook in R, not Python');
  });
});

/** Files that were not judged: the sentence, and whether the score counts them. */
import assert from 'node:assert/strict';
import { isUnreadSource, skipWords } from '../../server/engine/skipped-files.ts';
import type { SkipReason } from '../../server/facts/skip-reason.ts';

describe('a file that was not judged', () => {
  it('costs nothing where it is no production code', () => {
    assert.equal(isUnreadSource({ path: 'test/a.test.ts', reason: { code: 'not-utf8' } }), false);
    assert.equal(isUnreadSource({ path: 'Dockerfile', reason: { code: 'not-utf8' } }), false);
  });

  it('is judged by its code, not by the words of an error', () => {
    assert.equal(isUnreadSource({ path: 'src/a.ts', reason: { code: 'analysis-failed', error: 'the generated tree is minified' } }), true);
  });

  /** Each reason in the words of the report, and whether such a file costs points. */
  const REASONS: readonly (readonly [SkipReason, string, boolean])[] = [
    [{ code: 'no-permission', what: 'file' }, 'no permission to read this file', true],
    [{ code: 'vanished', what: 'folder' }, 'the folder disappeared while it was being read', true],
    [{ code: 'unreadable', error: 'EIO' }, 'could not be read (EIO)', true],
    [{ code: 'folder-for-file' }, 'a folder where a file was expected', true],
    [{ code: 'file-for-folder' }, 'a file where a folder was expected', true],
    [{ code: 'link' }, 'a symbolic link; links are not followed', false],
    [{ code: 'link-loop' }, 'a symbolic link that points back to itself', false],
    [{ code: 'link-broken' }, 'a broken symbolic link', false],
    [{ code: 'too-large', kilobytes: 2048, most: 1024 }, 'larger than 1024 kB (2048 kB)', true],
    [{ code: 'not-utf8' }, 'not encoded as UTF-8', true],
    [{ code: 'binary' }, 'binary content', true],
    [{ code: 'minified' }, 'minified', false],
    [{ code: 'vendored' }, 'third-party code kept in the project', false],
    [{ code: 'template' }, 'a template, not code', true],
    [{ code: 'generated' }, 'generated code, according to its header', false],
    [{ code: 'data' }, 'XML, not code', false],
    [{ code: 'lfs-pointer' }, 'its content is in Git LFS and was not fetched', true],
    [{ code: 'submodule' }, 'a submodule: a repository of its own, which a revision only names', false],
    [{ code: 'other-language', language: 'R' }, 'a notebook in R, not Python', false],
    [{ code: 'slow-pattern', lines: [3, 8] }, '2 patterns with more than two "**" would take too long (line 3, 8)', false],
    [{ code: 'too-deep' }, 'nested too deeply', true],
    [{ code: 'too-complex' }, 'takes too many steps to read', true],
    [{ code: 'too-slow', seconds: 1 }, 'its analysis was stopped after 1 second', true],
    [{ code: 'analysis-failed', error: 'a bug' }, 'the analysis failed on this file (a bug)', true],
  ];
  for (const [reason, sentence, costs] of REASONS) {
    it(`is explained in a sentence, and ${costs ? 'costs points' : 'costs nothing'}: ${reason.code}`, () => {
      assert.equal(skipWords(reason), sentence);
      assert.equal(isUnreadSource({ path: 'src/a.ts', reason }), costs);
    });
  }

  it('costs points where it is code of any language that is read', () => {
    const counted = ['a.ts', 'a.tsx', 'a.mts', 'a.cjs', 'a.jsx', 'a.py', 'a.ipynb', 'a.pyc', 'a.json', 'a.d.ts', 'a.ts.txt']
      .filter((name) => isUnreadSource({ path: `src/${name}`, reason: { code: 'not-utf8' } }));
    assert.deepEqual(counted, ['a.ts', 'a.tsx', 'a.mts', 'a.cjs', 'a.jsx', 'a.py', 'a.ipynb']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { compileGlob, compileGlobs, escapeGlob, globBase } from '../../server/graph/globs.ts';

const matched = (pattern: string, ...paths: string[]): string[] => paths.filter(compileGlob(pattern));

describe('compileGlob', () => {
  it('takes a plain path for the file or for all in the folder', () => {
    assert.deepEqual(matched('src/users', 'src/users', 'src/users/a.ts', 'src/users/x/b.ts', 'src/users2/a.ts', 'lib/src/users/a.ts'), [
      'src/users',
      'src/users/a.ts',
      'src/users/x/b.ts',
    ]);
    assert.deepEqual(matched('./src/users/', 'src/users/a.ts', 'src/a.ts'), ['src/users/a.ts']);
  });

  it('understands the whole workspace', () => {
    for (const all of ['.', './', '**']) assert.deepEqual(matched(all, 'a.ts', 'x/y.ts'), ['a.ts', 'x/y.ts'], all);
  });

  it('matches folders whose names begin with a dot, and names with brackets when they are escaped', () => {
    assert.deepEqual(matched('**/api/**', '.hidden/api/a.ts', 'api/.b.ts', 'apis/c.ts'), ['.hidden/api/a.ts', 'api/.b.ts']);
    assert.deepEqual(matched('app/\\[id\\]/**', 'app/[id]/page.tsx', 'app/i/page.tsx'), ['app/[id]/page.tsx']);
  });

  it('keeps `*` inside of one folder', () => {
    assert.deepEqual(matched('src/*', 'src/a.ts', 'src/x/a.ts'), ['src/a.ts']);
  });

  it('decides for whole folders as the glob library does', () => {
    const segment = fc.stringMatching(/^[a-c.]{1,2}$/).filter((text) => !/^\.+$/.test(text));
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(fc.property(path, path, (folder, file) => {
      for (const glob of [`${folder}/**`, `**/${folder}/**`]) assert.equal(compileGlob(glob)(file), picomatch(glob, { dot: true })(file), glob);
    }));
  });
});

describe('compileGlobs', () => {
  it('takes out what a pattern with `!` matches', () => {
    const test = compileGlobs(['src/**', '!src/gen/**']);
    assert.deepEqual(['src/a.ts', 'src/gen/a.ts', 'lib/a.ts'].map(test), [true, false, false]);
  });

  it('takes what one of several patterns matches', () => {
    const test = compileGlobs(['a/**', 'b/**']);
    assert.deepEqual([test('a/x'), test('b/x'), test('c/x')], [true, true, false]);
  });

  it('matches nothing when nothing is wanted', () => {
    assert.deepEqual([compileGlobs([])('a'), compileGlobs(['!b'])('a')], [false, false]);
  });
});

describe('globBase', () => {
  it('is the folder in front of the first wildcard', () => {
    assert.deepEqual(['src/users/**', '**/api/**', 'src/*/x', 'src/a.ts', 'app/\\[id\\]/**', 'src/@scope/**', '*'].map(globBase), [
      'src/users',
      '',
      'src',
      'src/a.ts',
      'app/[id]',
      'src/@scope',
      '',
    ]);
  });
});

describe('escapeGlob', () => {
  it('makes every path match itself and no other', () => {
    const path = fc.stringMatching(/^[a-b*?[\](){}!@+,|]{1,6}$/);
    fc.assert(fc.property(path, path, (one, other) => {
      const test = compileGlob(`src/${escapeGlob(one)}`);
      assert.equal(test(`src/${one}`), true);
      assert.equal(test(`src/${other}`), one === other);
    }), { numRuns: 500 });
  });
});

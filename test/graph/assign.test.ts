import assert from 'node:assert/strict';
import { createAssigner } from '../../server/graph/assign.ts';

const assigned = (definitions: Record<string, string[]>, ...paths: string[]): (string | null)[] => {
  const assigner = createAssigner(Object.entries(definitions).map(([id, each]) => ({ id, paths: each })));
  return paths.map((path) => assigner.idOf(path));
};

describe('createAssigner', () => {
  it('gives nothing to a file that no pattern matches', () => {
    assert.deepEqual(assigned({ users: ['src/users/**'] }, 'src/a.ts', 'src/users/a.ts'), [null, 'users']);
  });

  it('prefers the pattern with more fixed segments in front, whatever the order', () => {
    assert.deepEqual(assigned({ all: ['**'], users: ['src/users/**'], api: ['src/users/api/**'] }, 'a.ts', 'src/users/a.ts', 'src/users/api/a.ts'), [
      'all',
      'users',
      'api',
    ]);
    assert.deepEqual(assigned({ api: ['src/users/api/**'], users: ['src/users/**'] }, 'src/users/api/a.ts'), ['api']);
    assert.deepEqual(assigned({ floating: ['**/api/**'], fixed: ['src/**'] }, 'src/api/a.ts', 'lib/api/a.ts'), ['fixed', 'floating']);
  });

  it('lets the folder nearest to the root decide between floating patterns', () => {
    const layers = { presentation: ['**/presentation/**'], data: ['**/data/**'] };
    assert.deepEqual(assigned(layers, 'src/presentation/data/x.ts', 'src/data/presentation/x.ts', 'data/x.ts'), ['presentation', 'data', 'data']);
  });

  it('prefers a file by name over the folder that it lies in', () => {
    assert.deepEqual(assigned({ rest: ['src/*'], main: ['src/index.ts'] }, 'src/index.ts', 'src/a.ts'), ['main', 'rest']);
  });

  it('prefers more fixed segments in all, then the earlier definition', () => {
    assert.deepEqual(assigned({ wide: ['src/*/**'], narrow: ['src/*/api/*'] }, 'src/users/api/a.ts', 'src/users/a.ts'), ['narrow', 'wide']);
    assert.deepEqual(assigned({ wide: ['src/*/*/**'], narrow: ['src/*/api/**'] }, 'src/users/api/a.ts', 'src/users/ui/a.ts'), ['narrow', 'wide']);
    assert.deepEqual(assigned({ first: ['src/a*/**'], second: ['src/*b/**'] }, 'src/ab/x.ts'), ['first']);
  });

  it('excludes what a pattern with `!` matches, for its own definition only', () => {
    assert.deepEqual(assigned({ users: ['src/users/**', '!**/gen/**'], all: ['src/**'] }, 'src/users/gen/a.ts', 'src/users/a.ts'), ['all', 'users']);
  });

  it('takes a pattern with `!` for no place of its own, wherever it stands', () => {
    assert.deepEqual(
      assigned({ users: ['!src/users/deep/gen/**', 'src/users/**'], deep: ['src/users/deep/**'] }, 'src/users/deep/gen/a.ts', 'src/users/deep/a.ts'),
      ['deep', 'deep'],
    );
    assert.deepEqual(assigned({ odd: ['src/a!/**'], rest: ['**'] }, 'src/a!/x.ts', 'src/a/x.ts'), ['odd', 'rest']);
  });

  it('counts a folder of several segments that may lie anywhere by its nearest place', () => {
    const floating = { inner: ['**/api/v1/**'], outer: ['**/web/**'] };
    assert.deepEqual(assigned(floating, 'web/api/v1/a.ts', 'api/v1/web/a.ts', 'x/api/v1/y/web/a.ts'), ['outer', 'inner', 'inner']);
  });

  it('judges each pattern of a definition alone', () => {
    assert.deepEqual(assigned({ users: ['src/users/api/**', 'lib/**'], shared: ['lib/shared/**'] }, 'lib/shared/a.ts', 'lib/a.ts'), ['shared', 'users']);
  });

  it('tells whether a pattern alone matches any file', () => {
    const assigner = createAssigner([{ id: 'a', paths: ['src/**', '!gone/**'] }]);
    assert.deepEqual(
      [assigner.matchesAny('src/**', ['lib/a', 'src/a']), assigner.matchesAny('src/**', ['lib/a']), assigner.matchesAny('!gone/**', ['gone/a'])],
      [true, false, true],
    );
  });
});

import assert from 'node:assert/strict';
import { sliceOf } from '../../server/graph/slices.ts';

describe('sliceOf', () => {
  const slices = (paths: string[], ...files: string[]): (string | null)[] => files.map((path) => sliceOf({ sliced: true, paths }, path));

  it('is the folder directly inside the layer', () => {
    assert.deepEqual(slices(['**/features/**'], 'src/features/cart/ui/a.ts', 'src/features/a.ts', 'features/cart/a.ts'), [
      'src/features/cart',
      null,
      'features/cart',
    ]);
    assert.deepEqual(slices(['src/features/**', 'lib/f/**'], 'src/features/cart/a.ts', 'lib/f/x/y/a.ts'), ['src/features/cart', 'lib/f/x']);
    assert.deepEqual(slices(['**/ui/features/**'], 'ui/features/cart/a.ts', 'features/ui/features/x/a.ts'), ['ui/features/cart', 'features/ui/features/x']);
  });

  it('is none for a pattern that is no whole folder', () => {
    assert.deepEqual(slices(['src/*ab', '**/features/*/*'], 'src/x/a.ts', 'src/features/cart/a.ts'), [null, null]);
  });

  it('is none in a layer without slices', () => {
    assert.equal(sliceOf({ sliced: false, paths: ['**/features/**'] }, 'src/features/cart/a.ts'), null);
  });
});

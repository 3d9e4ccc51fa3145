/** Paths of reports that were made elsewhere. */
import assert from 'node:assert/strict';
import { matchPaths } from '../../server/evidence/match-paths.ts';

const WORKSPACE = ['src/index.ts', 'src/users/index.ts', 'src/users/service.ts', 'backend/app/main.py', 'backend/app/models.py', 'index.ts'];

function match(reported: string[], roots: string[] = []): unknown {
  const { known, unmatched } = matchPaths(reported, roots, WORKSPACE);
  return { known: Object.fromEntries(known), unmatched };
}

describe('matching paths of a report', () => {
  it('takes relative paths as they are', () => {
    assert.deepEqual(match(['src/users/service.ts', './src/index.ts', 'src/users/../index.ts']), {
      known: { 'src/users/service.ts': 'src/users/service.ts', './src/index.ts': 'src/index.ts', 'src/users/../index.ts': 'src/index.ts' }, unmatched: [],
    });
  });

  it('finds the root of absolute paths, Windows paths and file URLs too', () => {
    assert.deepEqual(match(['/ci/build/src/users/service.ts', '/ci/build/src/index.ts', '/ci/build/index.ts']), {
      known: { '/ci/build/src/users/service.ts': 'src/users/service.ts', '/ci/build/src/index.ts': 'src/index.ts', '/ci/build/index.ts': 'index.ts' },
      unmatched: [],
    });
    assert.deepEqual(match(['D:\\a\\repo\\src\\users\\service.ts', 'D:\\a\\repo\\src\\index.ts']), {
      known: { 'D:\\a\\repo\\src\\users\\service.ts': 'src/users/service.ts', 'D:\\a\\repo\\src\\index.ts': 'src/index.ts' }, unmatched: [],
    });
    assert.deepEqual(match(['file:///w/src/users/service.ts']), { known: { 'file:///w/src/users/service.ts': 'src/users/service.ts' }, unmatched: [] });
  });

  it('finds the sub-folder that a report was made in, and a folder that was copied elsewhere', () => {
    assert.deepEqual(match(['app/main.py', 'app/models.py']), {
      known: { 'app/main.py': 'backend/app/main.py', 'app/models.py': 'backend/app/models.py' },
      unmatched: [],
    });
    assert.deepEqual(match(['/srv/app/main.py', '/srv/app/models.py']), {
      known: { '/srv/app/main.py': 'backend/app/main.py', '/srv/app/models.py': 'backend/app/models.py' },
      unmatched: [],
    });
  });

  it('starts relative paths from the sources that the report names', () => {
    assert.deepEqual(match(['main.py', 'models.py'], ['/ci/repo/backend/app']), {
      known: { 'main.py': 'backend/app/main.py', 'models.py': 'backend/app/models.py' },
      unmatched: [],
    });
  });

  it('does not match a file only because its name is the same', () => {
    assert.deepEqual(match(['/w/src/users/service.ts', '/w/src/index.ts', '/w/node_modules/left/src/index.ts', '/usr/lib/index.ts', '/w/src/gone.ts']), {
      known: { '/w/src/users/service.ts': 'src/users/service.ts', '/w/src/index.ts': 'src/index.ts' },
      unmatched: ['/w/node_modules/left/src/index.ts', '/usr/lib/index.ts', '/w/src/gone.ts'],
    });
    assert.deepEqual(match(['/w/node_modules/left/index.ts']), { known: {}, unmatched: ['/w/node_modules/left/index.ts'] });
    assert.deepEqual(match(['lib/service.ts']), { known: {}, unmatched: ['lib/service.ts'] });
  });

  it('copes with thousands of files with the same name', () => {
    const workspace = Array.from({ length: 20_000 }, (_, at) => `pkg/p${at}/__init__.py`);
    const { known, unmatched } = matchPaths(workspace.map((path) => `/ci/${path}`), [], workspace);
    assert.deepEqual([known.size, unmatched.length, known.get('/ci/pkg/p77/__init__.py')], [20_000, 0, 'pkg/p77/__init__.py']);
  });
});

/** Copies of packages that a program keeps in a folder of its own. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listedBelow, listFiles } from '../../server/host/list-files.ts';

describe('a shelf of packages', () => {
  let root: string;
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'archwright-')); });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(...paths: readonly string[]): void {
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
  }

  const listed = (alsoFolders?: ReadonlySet<string>): ReturnType<typeof listFiles> =>
    listFiles(root, { wants: (path) => path.endsWith('.py'), included: () => true, ...(alsoFolders === undefined ? {} : { alsoFolders }) });

  it('is left out as a whole, and said once', async () => {
    write('app/main.py', 'lib/requests/api.py', 'lib/certifi/core.py', 'lib/bs4/__init__.py', 'lib/tvdb/api.py');
    assert.deepEqual(await listed(), { files: ['app/main.py'], skipped: [{ path: 'lib', reason: { code: 'vendored' } }] });
  });

  it('is reviewed where the configuration names it', async () => {
    write('lib/requests/api.py', 'lib/certifi/core.py', 'lib/bs4/__init__.py');
    assert.deepEqual(await listed(new Set(['lib'])), { files: ['lib/bs4/__init__.py', 'lib/certifi/core.py', 'lib/requests/api.py'], skipped: [] });
  });

  it('holds three of them at least, and has such a name', async () => {
    write('lib/requests/api.py', 'lib/certifi/core.py', 'lib/orders/core.py', 'app/requests/a.py', 'app/certifi/a.py', 'app/bs4/a.py');
    const { files, skipped } = await listed();
    assert.deepEqual(skipped, []);
    assert.equal(files.length, 6);
  });

  it('is told from single copies, which are known by their names and by what they stand in', async () => {
    write('detector/main.py', 'detector/annotate/mmcv/runner.py', 'detector/sampling_patched/model.py', 'detector/patched.py', 'lib/pycocotools/coco.py');
    assert.deepEqual(await listed(), { files: ['detector/main.py', 'detector/patched.py'], skipped: [
      { path: 'detector/annotate/mmcv', reason: { code: 'vendored' } }, { path: 'detector/sampling_patched', reason: { code: 'vendored' } },
      { path: 'lib/pycocotools', reason: { code: 'vendored' } },
    ] });
    assert.equal(listedBelow(root)('detector/annotate/mmcv/runner.py'), false);
  });

  it('leaves alone the package of a project that has such a name itself', async () => {
    write('mmcv/runner.py', 'tests/mmcv/test_runner.py', 'packages/timm/model.py', 'src/timm/model.py');
    assert.deepEqual(await listed(), {
      files: ['mmcv/runner.py', 'packages/timm/model.py', 'src/timm/model.py', 'tests/mmcv/test_runner.py'], skipped: [],
    });
  });

  it('is told from projects that are copied as a whole, with their licence', async () => {
    write('train/main.py', 'train/dependencies/quant/setup.py', 'train/dependencies/quant/LICENSE', 'train/dependencies/quant/quant/layers.py');
    write('api/dependencies/session.py', 'api/dependencies/auth/token.py');
    assert.deepEqual(await listed(), {
      files: ['api/dependencies/auth/token.py', 'api/dependencies/session.py', 'train/main.py'],
      skipped: [{ path: 'train/dependencies/quant', reason: { code: 'vendored' } }],
    });
    assert.equal(listedBelow(root)('train/dependencies/quant/quant/layers.py'), false);
    assert.equal(listedBelow(root)('api/dependencies/auth/token.py'), true);
  });

  it('is left out file by file as well', () => {
    write('app/main.py', 'lib/requests/api.py', 'lib/certifi/core.py', 'lib/bs4/__init__.py');
    assert.deepEqual(['app/main.py', 'lib/requests/api.py'].map(listedBelow(root)), [true, false]);
  });
});

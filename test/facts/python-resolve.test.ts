/** Where Python's imports lead, in the layouts that projects have. */
import assert from 'node:assert/strict';
import type { Resolution } from '../../server/facts/adapter.ts';
import { createPythonResolver } from '../../server/languages/python/resolve.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

/** @param files paths, or paths with their text */
function resolver(files: Record<string, string> | readonly string[]): (from: string, specifier: string) => string {
  const texts = new Map(Array.isArray(files) ? files.map((path: string) => [path, ''] as const) : Object.entries(files as Record<string, string>));
  const made = createPythonResolver(MEMORY_ROOT, [...texts.keys()].filter((path) => /\.pyi?$/.test(path)), memoryFileSystem(texts));
  return (from, specifier) => shown(made.resolve(from, specifier));
}

function shown(to: Resolution): string {
  return to.kind === 'file' ? to.path : to.kind === 'package' ? `package ${to.name}` : 'missing';
}

describe('Python imports', () => {
  it('follow dots, from modules and from packages', () => {
    const resolve = resolver(['pkg/__init__.py', 'pkg/a.py', 'pkg/sub/__init__.py', 'pkg/sub/b.py']);
    assert.equal(resolve('pkg/sub/b.py', '.'), 'pkg/sub/__init__.py');
    assert.equal(resolve('pkg/sub/b.py', '..a'), 'pkg/a.py');
    assert.equal(resolve('pkg/sub/__init__.py', '.b'), 'pkg/sub/b.py');
    assert.equal(resolve('pkg/sub/b.py', '..sub.b'), 'pkg/sub/b.py');
    assert.equal(resolve('pkg/a.py', '.none'), 'missing');
    assert.equal(resolve('pkg/a.py', '....a'), 'missing');
  });

  it('find packages at the root, in src, and modules without a package', () => {
    const resolve = resolver(['src/shop/__init__.py', 'src/shop/orders.py', 'tools/run.py', 'tools/helper.py', 'space/deep/c.py']);
    assert.equal(resolve('src/shop/orders.py', 'shop'), 'src/shop/__init__.py');
    assert.equal(resolve('tools/run.py', 'shop.orders'), 'src/shop/orders.py');
    assert.equal(resolve('tools/run.py', 'helper'), 'tools/helper.py');
    assert.equal(resolve('tools/run.py', 'space.deep.c'), 'space/deep/c.py');
    assert.equal(resolve('src/shop/orders.py', 'helper'), 'package helper');
  });

  it('leave the standard library and packages alone, even if a module has their name', () => {
    const resolve = resolver(['shop/__init__.py', 'shop/json.py', 'shop/yaml.py', 'shop/orders.py']);
    assert.equal(resolve('shop/orders.py', 'json'), 'package json');
    assert.equal(resolve('shop/orders.py', 'os.path'), 'package os');
    assert.equal(resolve('shop/orders.py', 'yaml'), 'package yaml');
    assert.equal(resolve('shop/orders.py', '.json'), 'shop/json.py');
    assert.equal(resolve('shop/orders.py', 'shop._compiled'), 'package shop');
    assert.equal(resolve('shop/orders.py', 'shop.gone'), 'missing');
  });

  it('keep several projects apart, and let one use the packages of another', () => {
    const resolve = resolver({
      'services/a/pyproject.toml': '[tool.setuptools.packages.find]\nwhere = ["code"]\n',
      'services/a/code/alpha/__init__.py': '',
      'services/a/code/alpha/core.py': '',
      'services/a/settings.py': '',
      'services/b/setup.py': "setup(package_dir={'': 'lib'})",
      'services/b/lib/beta/__init__.py': '',
      'services/b/lib/beta/core.py': '',
      'services/b/settings.py': '',
      'services/b/run.py': '',
    });
    assert.equal(resolve('services/b/run.py', 'alpha.core'), 'services/a/code/alpha/core.py');
    assert.equal(resolve('services/a/code/alpha/core.py', 'beta.core'), 'services/b/lib/beta/core.py');
    assert.equal(resolve('services/b/run.py', 'settings'), 'services/b/settings.py');
    assert.equal(resolve('services/a/code/alpha/core.py', 'settings'), 'services/a/settings.py');
    assert.equal(resolve('services/a/settings.py', 'run'), 'package run');
  });

  it('leave a package alone that a project installs in one version, though another project holds a copy', () => {
    const resolve = resolver({
      'ranking/requirements.txt': 'torch>=1.7\nTransformers[torch] == 4.15.0  # newer ones fail\nshared-parts>=2\n',
      'ranking/src/score.py': '',
      'tuning/setup.py': "setup(package_dir={'': 'src'})",
      'tuning/src/transformers/__init__.py': '',
      'tuning/src/transformers/files.py': '',
      'tuning/src/shared_parts/__init__.py': '',
      'tuning/run.py': '',
    });
    assert.equal(resolve('ranking/src/score.py', 'transformers.files'), 'package transformers');
    assert.equal(resolve('ranking/src/score.py', 'shared_parts'), 'tuning/src/shared_parts/__init__.py');
    assert.equal(resolve('tuning/run.py', 'transformers.files'), 'tuning/src/transformers/files.py');
  });

  it('use a stub only when there is nothing else', () => {
    const resolve = resolver(['pkg/__init__.py', 'pkg/a.py', 'pkg/a.pyi', 'pkg/fast.pyi']);
    assert.equal(resolve('pkg/__init__.py', '.a'), 'pkg/a.py');
    assert.equal(resolve('pkg/__init__.py', '.fast'), 'pkg/fast.pyi');
  });
});

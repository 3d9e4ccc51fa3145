/** What a file is for, by its path. */
import assert from 'node:assert/strict';
import { roleOf, rolesAmong } from '../../server/engine/role.ts';

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  source: [
    'src/a.ts',
    'index.js',
    'src/testing/scheduler.ts',
    'src/tools/hammer.ts',
    'lib/specs/parse.ts',
    'src/docs/page.ts',
    'contest.ts',
    't.ts',
    'src/data/orders.ts',
    'src/t/a.ts',
    'src/latest/a.ts',
    'server/queues/tasks/remove.ts',
    'agents/tools/search.py',
    'src/utilities/seed.py',
    'app/seed_everything.py',
    'src/integrations/mail.ts',
    'integrations/slack/src/a.ts',
    'packages/integrations/react/a.ts',
    'shop/extras/a.py',
    'orders/tasks.py',
    'src/ab-tests/variants.ts',
    'src/integration/mail.ts',
    'contests/a.ts',
    'packages/core/src/scripts.ts',
    'news/api.py',
    'news/docker-compose.yml',
    'services/news/settings.yaml',
    'changes/.env',
  ],
  test: [
    'test/a.ts',
    'src/shop/testsuite/archiver.py',
    'packages/lib/services/keysTestUtils.ts',
    'tools/framework/mocked-test-utils.js',
    'certification/plan.json',
    'src/__tests__/a.ts',
    'src/a.test.ts',
    'src/a.spec.tsx',
    'e2e/login.ts',
    'tests/unit/a.py',
    'src/test_model.py',
    'src/model_test.py',
    'test_others/package_test_common.py',
    'packages/a/src/tests/b.ts',
    'vitest.setup.ts',
    'src/plus/test.ts',
    'integration/orders.ts',
    'shop/shop_integration_tests/misc.py',
    'api-tests/orders.ts',
    'shop-compatibility-test/src/run.py',
    'orders/tests.py',
    't/unit/worker/settings.py',
    't/integration/worker_config.py',
    't/skip.py',
    'tests/data/test_a.py',
    'test/cases/login.test.ts',
  ],
  fixture: [
    'test/fixtures/a.ts',
    'src/__mocks__/fs.ts',
    'testdata/x.ts',
    'src/a.mock.ts',
    'transforms/__testfixtures__/a.input.js',
    'tests/data/page.py',
    'tests/data/cases/loop.py',
    'test/cases/optional.ts',
  ],
  example: [
    'examples/shop/src/a.ts',
    'examples/scripts/train.py',
    'demo/a.js',
    'src/button.stories.tsx',
    'benchmarks/a.ts',
    'src/a.bench.ts',
    'sums_bench.py',
    'integrations/react-next-15/app/page.tsx',
    'integrations/vite/src/a.ts',
    'app/example_request.py',
    't/benchmarks/a.py',
  ],
  docs: ['docs/a.ts', 'website/a.js', 'releasenotes/notes/tokens.yaml', 'changelog.d/12.md', 'packages/core/news/12.yml', 'changes/12.rst'],
  script: [
    'recipes/voices/voices_prepare.py',
    'data/prepare_voices.py',
    'scripts/build.ts',
    'tools/release.js',
    'tasks/release.js',
    'packages/core/tools/release.js',
    '.github/label.py',
    'prisma/seed/users.ts',
    'src/seeds/a.ts',
    'database/seeders/a.py',
    'prisma/seed.ts',
    'src/seed-users.ts',
    'app/seed_data.py',
    'extras/client.py',
    'extra/release.mjs',
  ],
  config: ['vite.config.ts', 'webpack.prod.js', 'gulpfile.js', '.eslintrc.cjs', 'tasks.py'],
  declaration: ['src/types.d.ts', 'index.d.mts'],
};

describe('roles of files', () => {
  for (const [role, paths] of Object.entries(EXPECTED)) {
    for (const path of paths) it(`${path} is ${role}`, () => assert.equal(roleOf(path), role));
  }

  describe('of files in packages below a folder of tests', () => {
    const sideBySide = Array.from({ length: 10 }, (_, at) => ({ dir: `test/apps/app-${at}`, name: `app-${at}` }));
    const role = rolesAmong([
      { dir: '', name: 'runner' },
      { dir: 'packages/core', name: 'core' },
      { dir: 'e2e', name: null },
      { dir: 'e2e/no-tests', name: null },
      { dir: 'tests/load', name: 'load-tests' },
      ...sideBySide,
    ]);

    it('without a name they are samples', () => assert.equal(role('e2e/no-tests/__tests__/a.test.js'), 'fixture'));
    it('ten side by side are samples', () => assert.equal(role('test/apps/app-3/src/index.ts'), 'fixture'));
    it('one with a name holds tests', () => assert.equal(role('tests/load/a.test.ts'), 'test'));
    it('a folder of tests with a manifest of its own holds tests', () => assert.equal(role('e2e/login.test.ts'), 'test'));
    it('elsewhere a package changes nothing', () => assert.equal(role('packages/core/src/a.ts'), 'source'));
  });
});

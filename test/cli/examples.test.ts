/** The examples of the README, in pairs: the one shows its faults, the other is as it should be. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonReport } from '../../server/protocol/report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What `npm start` is to show. */
const FAULTS = [
  'architecture/block-cycle',
  'architecture/god-class',
  'architecture/hardcoded-dependency',
  'architecture/import-cycle',
  'architecture/layer-crossing',
  'architecture/private-import',
  'privacy/personal-data-in-log',
  'quality/deep-nesting',
  'quality/swallowed-error',
  'security/command-injection',
  'security/container',
  'security/hardcoded-secret',
  'security/hardcoded-url',
  'security/insecure-transport',
  'security/sql-injection',
  'security/weak-crypto',
  'testing/focused-test',
  'testing/meaningless-test',
];

/** What the model that predicts who leaves is to show. */
const LEARNING_FAULTS = [
  'architecture/import-cycle',
  'architecture/layer-crossing',
  'ml/hardcoded-hyperparameter',
  'ml/missing-seed',
  'ml/multi-test-leakage',
  'ml/overlap-leakage',
  'ml/preprocessing-leakage',
  'ml/unversioned-model',
  'ml/untracked-experiment',
  'performance/row-iteration',
  'privacy/personal-data-in-log',
  'quality/bare-except',
  'quality/deep-nesting',
  'quality/missing-type',
  'quality/mutable-default',
  'quality/print-logging',
  'quality/resource-leak',
  'quality/swallowed-error',
  'security/code-injection',
  'security/hardcoded-path',
  'security/hardcoded-secret',
  'security/sql-injection',
  'security/unsafe-deserialization',
  'testing/meaningless-test',
];

function review(shop: string): { status: number | null; report: JsonReport; aside: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'dist/cli.cjs'), 'review', `examples/${shop}`, '--no-cache', '--format', 'json'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, report: JSON.parse(stdout) as JsonReport, aside: stderr };
}

describe('examples', function () {
  this.timeout(120_000);

  it('shop shows the faults that reviews find, and is not approved', () => {
    const { status, report, aside } = review('shop');
    const found = new Set(report.findings.map(({ ruleId }) => ruleId));
    assert.deepEqual(FAULTS.filter((fault) => !found.has(fault)), []);
    assert.equal(report.score.approved, false);
    assert.ok((report.score.total ?? 100) < 60, `${report.score.total} points`);
    assert.equal(status, 1);
    assert.equal(aside, '');
    assert.doesNotMatch(JSON.stringify(report), /Winter-Harbour/, 'the secret is masked');
  });

  it('shop-clean has no error and no blocker, and gets an A', () => {
    const { status, report, aside } = review('shop-clean');
    assert.deepEqual(report.findings.filter(({ severity }) => severity === 'error').map(({ ruleId, path: file }) => `${ruleId} ${file}`), []);
    assert.deepEqual(report.score.blockers, []);
    assert.ok((report.score.total ?? 0) >= 90, `${report.score.total} points`);
    assert.equal(status, 0);
    assert.equal(aside, '');
  });

  it('churn shows the faults of machine learning, in its modules and in its notebook, and is not approved', () => {
    const { status, report, aside } = review('churn');
    const found = new Set(report.findings.map(({ ruleId }) => ruleId));
    assert.deepEqual(LEARNING_FAULTS.filter((fault) => !found.has(fault)), []);
    const inNotebook = report.findings
      .filter((finding) => finding.path.endsWith('.ipynb') && finding.ruleId === 'ml/preprocessing-leakage')
      .map(({ range, related }) => [range.start.line, related.map((each) => each.range.start.line)]);
    assert.deepEqual(inNotebook, [[46, [57, 59, 69]], [47, [57, 59, 69]]]);
    assert.deepEqual([report.files.python, report.files.notebook], [10, 1]);
    assert.ok((report.score.total ?? 100) < 60, `${report.score.total} points`);
    assert.equal(status, 1);
    assert.equal(aside, '');
    assert.doesNotMatch(JSON.stringify(report), /Harbour-Lantern/, 'the secret is masked');
  });

  it('churn-clean has no error, no blocker and no leak, and gets an A', () => {
    const { status, report, aside } = review('churn-clean');
    assert.deepEqual(
      report.findings
        .filter(({ severity, ruleId }) => severity === 'error' || /leakage|layout|seed/.test(ruleId))
        .map(({ ruleId, path: file }) => `${ruleId} ${file}`),
      [],
    );
    assert.deepEqual(report.score.blockers, []);
    assert.ok((report.score.total ?? 0) >= 90, `${report.score.total} points`);
    const dimension = report.score.dimensions.find(({ id }) => id === 'ai-ml');
    assert.ok(dimension !== undefined && dimension.max === 25 && dimension.criteria.every(({ measured }) => measured), 'machine learning counts');
    assert.equal(status, 0);
    assert.equal(aside, '');
  });

  for (const shop of ['shop', 'shop-clean']) {
    it(`${shop} type-checks by itself`, () => {
      const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', `examples/${shop}`], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      assert.equal(stdout, '');
      assert.equal(status, 0);
    });

    it(`${shop} has a coverage report of its own files and lines`, () => {
      const records = readFileSync(path.join(ROOT, 'examples', shop, 'coverage/lcov.info'), 'utf8').split('end_of_record').slice(0, -1);
      assert.ok(records.length > 5);
      for (const record of records) {
        const file = path.join(ROOT, 'examples', shop, /^SF:(.+)$/m.exec(record)?.[1] ?? 'no file');
        assert.ok(existsSync(file), file);
        const lines = readFileSync(file, 'utf8').split('\n').length;
        const last = Math.max(...[...record.matchAll(/^DA:(\d+)/gm)].map((match) => Number(match[1])));
        assert.ok(last <= lines && last >= lines - 2, `${file} has ${lines} lines, its report ends at ${last}`);
      }
    });
  }
});

/** The two shops of the README: the one shows its faults, the other is as it should be. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonReport } from '../../server/protocol/report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What `npm start` is to show. */
const FAULTS = [
  'architecture/block-cycle', 'architecture/god-class', 'architecture/hardcoded-dependency', 'architecture/import-cycle', 'architecture/layer-crossing', 'architecture/private-import',
  'privacy/personal-data-in-log', 'quality/deep-nesting', 'quality/swallowed-error',
  'security/command-injection', 'security/container', 'security/hardcoded-secret', 'security/hardcoded-url', 'security/insecure-transport', 'security/sql-injection', 'security/weak-crypto',
  'testing/focused-test', 'testing/meaningless-test',
];

function review(shop: string): { status: number | null; report: JsonReport; aside: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), 'review', `examples/${shop}`, '--no-cache', '--format', 'json'], { cwd: ROOT, encoding: 'utf8' });
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

  it('shop-clean has no error and no blocker, and an A', () => {
    const { status, report, aside } = review('shop-clean');
    assert.deepEqual(report.findings.filter(({ severity }) => severity === 'error').map(({ ruleId, path: file }) => `${ruleId} ${file}`), []);
    assert.deepEqual(report.score.blockers, []);
    assert.ok((report.score.total ?? 0) >= 90, `${report.score.total} points`);
    assert.equal(status, 0);
    assert.equal(aside, '');
  });

  for (const shop of ['shop', 'shop-clean']) {
    it(`${shop} type-checks by itself`, () => {
      const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', `examples/${shop}`], { cwd: ROOT, encoding: 'utf8' });
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

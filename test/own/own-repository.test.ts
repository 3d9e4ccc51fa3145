/** Archwright reviews its own repository. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reviewJson } from '../kit/run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEAST = 95;
/**
 * Only a whole run of the tests measures what they cover. Where it did not, or where a suite could not run, the points for
 * testing say nothing of the code, and the score has to be reached as if they were full. CI always measures everything.
 */
function unmeasured(): string | null {
  if (process.env['CI'] === 'true') return null;
  if (!existsSync(join(ROOT, 'coverage/programs/lcov.info'))) return 'coverage was not measured';
  const suites = process.env['ARCHWRIGHT_NOT_MEASURED'] ?? '';
  return suites === '' ? null : `coverage lacks what could not run: ${suites}`;
}

describe('our own repository', () => {
  const { report } = reviewJson(ROOT, ['--config', join(ROOT, 'archwright.jsonc')]);

  it('has no error and no blocker', () => {
    assert.deepEqual(
      report.findings
        .filter((finding) => finding.severity === 'error' || finding.blocker)
        .map((finding) => `${finding.path}:${finding.range.start.line} ${finding.ruleId} ${finding.message}`),
      [],
    );
    assert.deepEqual(report.score.blockers, []);
  });

  const lacking = unmeasured();
  it(`scores at least ${LEAST}${lacking === null ? '' : ` without the points for testing, because ${lacking}`}`, () => {
    const { total, dimensions } = report.score;
    const testing = dimensions.find(({ id }) => id === 'testing');
    assert.ok(total !== null && testing !== undefined);
    const most = dimensions.reduce((sum, { max }) => sum + max, 0);
    const spared = lacking === null ? 0 : (100 * (testing.max - testing.points)) / most;
    assert.ok(total + spared >= LEAST, `${total}, of which testing ${testing.points} of ${testing.max}`);
    assert.ok(report.files.typescript > 300, 'the whole repository was read');
  });

  it('keeps its layers and has no cycle', () => {
    assert.deepEqual(report.graph.cycles, []);
    assert.deepEqual(
      report.findings
        .filter((finding) => /layer-crossing|import-cycle|block-cycle|layout/.test(finding.ruleId))
        .map((finding) => `${finding.path} ${finding.message}`),
      [],
    );
  });
});

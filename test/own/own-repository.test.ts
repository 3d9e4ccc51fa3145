/** Archwright reviews its own repository. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reviewJson } from '../kit/run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A whole run of the tests measures what they run; without that, testing counts half (docs/scoring.md). */
const MEASURED = existsSync(join(ROOT, 'coverage/programs/lcov.info'));
const LEAST = MEASURED || process.env['CI'] === 'true' ? 95 : 85;

describe('our own repository', () => {
  const { report } = reviewJson(ROOT, ['--config', join(ROOT, 'archwright.jsonc')]);

  it('has no error and no blocker', () => {
    assert.deepEqual(report.findings.filter((finding) => finding.severity === 'error' || finding.blocker).map((finding) => `${finding.path}:${finding.range.start.line} ${finding.ruleId} ${finding.message}`), []);
    assert.deepEqual(report.score.blockers, []);
  });

  it(`scores at least ${LEAST}`, () => {
    assert.ok(report.score.total !== null && report.score.total >= LEAST, `${report.score.total}`);
    assert.ok(report.files.typescript > 300, 'the whole repository was read');
  });

  it('keeps its layers and has no cycle', () => {
    assert.deepEqual(report.graph.cycles, []);
    assert.deepEqual(report.findings.filter((finding) => /layer-crossing|import-cycle|block-cycle|layout/.test(finding.ruleId)).map((finding) => `${finding.path} ${finding.message}`), []);
  });
});

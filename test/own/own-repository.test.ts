/** Archwright reviews its own repository. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { reviewJson } from '../kit/run-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Without a coverage report the tests count half; see docs/scoring.md. */
const LEAST = 85;

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

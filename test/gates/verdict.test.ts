/** The one verdict of the gate. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { failsByScoreAlone, gateWords } from '../../server/digest/gate.ts';
import { barOf, failsGate, verdictOn, type Bar, type GatedFinding, type Judged } from '../../server/gates/verdict.ts';

const anyFinding: fc.Arbitrary<GatedFinding> = fc.record({
  severity: fc.constantFrom('error', 'warning', 'info'),
  blocker: fc.boolean(),
  baseline: fc.boolean(),
});
const anyJudged: fc.Arbitrary<Judged> = fc.record({ findings: fc.array(anyFinding, { maxLength: 6 }), total: fc.option(fc.integer({ min: 0, max: 100 })) });
const anyBar: fc.Arbitrary<Bar | null> = fc.option(
  fc.record({ points: fc.integer({ min: 0, max: 100 }), source: fc.constantFrom('argument', 'configuration', 'default') }),
);

describe('the verdict of the gate', () => {
  it('is never turned from failed to passed by one more finding', () => {
    fc.assert(fc.property(anyJudged, anyBar, anyFinding, (judged, bar, one) => {
      const after = verdictOn({ ...judged, findings: [...judged.findings, one] }, bar);
      assert.ok(verdictOn(judged, bar).passed || !after.passed);
    }));
  });

  it('is never turned from passed to failed by accepting findings', () => {
    fc.assert(fc.property(anyJudged, anyBar, (judged, bar) => {
      const accepted = { ...judged, findings: judged.findings.map((finding) => ({ ...finding, baseline: true })) };
      assert.ok(!verdictOn(judged, bar).passed || verdictOn(accepted, bar).passed);
    }));
  });

  it('is never turned from failed to passed by a higher bar or a lower score', () => {
    fc.assert(fc.property(anyJudged, fc.integer({ min: 0, max: 100 }), fc.nat({ max: 50 }), ({ findings, total }, points, more) => {
      const low: Bar = { points, source: 'argument' };
      const before = verdictOn({ findings, total }, low).passed;
      assert.ok(before || !verdictOn({ findings, total }, { ...low, points: points + more }).passed);
      assert.ok(before || total === null || !verdictOn({ findings, total: total - more }, low).passed);
    }));
  });

  it('fails exactly for a failing finding or a missed bar, and does not depend on the order', () => {
    fc.assert(fc.property(anyJudged, anyBar, (judged, bar) => {
      const missed = bar !== null && judged.total !== null && judged.total < bar.points;
      const verdict = verdictOn(judged, bar);
      assert.equal(verdict.passed, !missed && !judged.findings.some(failsGate));
      assert.deepEqual(verdictOn({ ...judged, findings: [...judged.findings].reverse() }, bar), verdict);
    }));
  });

  it('names every condition that failed', () => {
    const error: GatedFinding = { severity: 'error', blocker: false, baseline: false };
    const bar: Bar = { points: 85, source: 'default' };
    const found = [error, { ...error, blocker: true }, { ...error, baseline: true }];
    assert.deepEqual(verdictOn({ findings: found, total: 84.9 }, bar), {
      name: 'review', passed: false, conditions: [
        { metric: 'score.total', operator: '>=', threshold: 85, value: 84.9, passed: false, source: 'review', reason: 'score 84.9, asked 85 for approval' },
        { metric: 'new.errors', operator: '==', threshold: 0, value: 2, passed: false, source: 'review', reason: '2 errors outside the baseline' },
        { metric: 'new.blockers', operator: '==', threshold: 0, value: 1, passed: false, source: 'review', reason: '1 blocker outside the baseline' },
      ],
    });
    assert.equal(gateWords(verdictOn({ findings: [{ ...error, severity: 'warning' }], total: 85 }, bar)),
      'passed: score 85, asked 85 for approval; 0 errors; 0 blockers');
    assert.equal(gateWords(verdictOn({ findings: [], total: null }, bar)),
      'passed: no score, because nothing could be measured; asked 85 for approval; 0 errors; 0 blockers');
    assert.equal(gateWords(verdictOn({ findings: [], total: null }, null)), 'passed: 0 errors; 0 blockers');
  });

  it('tells first what failed, and what is about changed lines as that', () => {
    const error: GatedFinding = { severity: 'error', blocker: false, baseline: false };
    const missed = verdictOn({ findings: [], total: 33.9, ofChange: true }, { points: 85, source: 'argument' });
    assert.equal(gateWords(missed), 'failed: score 33.9, asked 85 by --fail-under; changed lines: 0 errors, 0 blockers');
    assert.equal(failsByScoreAlone(missed), true);
    const broken = verdictOn({ findings: [error], total: 90, ofChange: true }, { points: 85, source: 'configuration' });
    assert.equal(gateWords(broken), 'failed: changed lines: 1 error, 0 blockers; score 90, asked 85 by the configuration');
    assert.equal(failsByScoreAlone(broken), false);
  });

  it('takes the bar of the command, then of the configuration, then the default where no baseline is kept', () => {
    assert.deepEqual(barOf({ argument: 0, configured: 90, hasBaseline: true }), { points: 0, source: 'argument' });
    assert.deepEqual(barOf({ argument: undefined, configured: 90, hasBaseline: true }), { points: 90, source: 'configuration' });
    assert.deepEqual(barOf({ argument: undefined, configured: null, hasBaseline: false }), { points: 85, source: 'default' });
    assert.equal(barOf({ argument: undefined, configured: null, hasBaseline: true }), null);
  });
});

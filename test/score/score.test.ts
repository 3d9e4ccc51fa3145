/** Scores of known projects, in full. */
import assert from 'node:assert/strict';
import { score } from '../../server/score/score.ts';
import type { FindingCount, ScoreInput } from '../../server/score/input.ts';
import type { ReportCriterion } from '../../server/protocol/report.ts';
import { ALL_RULES, finding, sound } from './inputs.ts';

function criterion(input: ScoreInput, id: string): ReportCriterion {
  const found = score(input).dimensions.flatMap(({ criteria }) => criteria).find((one) => one.id === id);
  assert.ok(found);
  return found;
}

function withFindings(...findings: FindingCount[]): ScoreInput {
  return { ...sound(), findings };
}

function withTotals(totals: Partial<ScoreInput['totals']>): ScoreInput {
  return { ...sound(), totals: { ...sound().totals, ...totals } };
}

describe('score', () => {
  it('gives a project with everything in order all points, in the order of the contract', () => {
    const { dimensions, ...rest } = score(sound());
    assert.deepEqual(rest, {
      formulaVersion: 2, total: 100, measuredMax: 100, grade: 'A+', action: 'Approve, and share it as an example', approved: true, blockers: [],
    });
    assert.deepEqual(
      dimensions.map(({ id, points, max, criteria }) => [id, points, max, ...criteria.map((one) => `${one.id} ${one.points}/${one.max} ${one.measured}`)]),
      [
        ['code-quality', 30, 30, 'types-and-docs 10/10 true', 'error-handling 10/10 true', 'performance 10/10 true'],
        ['ai-ml', 25, 25, 'data-handling 10/10 true', 'model-design 8/8 true', 'reproducibility 7/7 true'],
        ['security', 15, 15, 'practices 10/10 true', 'privacy 5/5 true'],
        ['testing', 10, 10, 'coverage-and-quality 10/10 true'],
        ['architecture', 20, 20, 'layering 6/6 true', 'cycles 5/5 true', 'contracts-and-boundaries 5/5 true', 'cohesion 4/4 true'],
      ],
    );
  });

  it('leaves AI and ML out when there is none, says so, and scales the rest to 100', () => {
    const input = { ...withTotals({ machineLearningFiles: 0, machineLearningLines: 0 }), findings: [finding({ count: 10 })] };
    const { total, dimensions } = score(input);
    const reason = 'Does not apply, left out of the score: no file uses a machine-learning library';
    assert.deepEqual(dimensions[1], {
      id: 'ai-ml', points: 0, max: 0,
      criteria: ['data-handling', 'model-design', 'reproducibility'].map((id) => ({ id, points: 0, max: 0, measured: false, lost: [], reason })),
    });
    // 10 warnings in 4,000 lines are 2.5 per 1,000: half of the 10 points for error handling. 70 of 75.
    assert.equal(dimensions[0]?.points, 25);
    assert.equal(total, 93.3);
  });

  it('rates types and documentation along the steps of the guideline', () => {
    const shares = [200, 180, 140, 100, 50, 0];
    const points = shares.map((part) => criterion(withTotals({ typedFunctions: part, documentedItems: (80 * part) / 200 }), 'types-and-docs').points);
    assert.deepEqual(points, [10, 8, 6, 4, 1, 0]);
    assert.deepEqual(criterion(withTotals({ functions: 212, typedFunctions: 199, documentedItems: 60 }), 'types-and-docs'), {
      id: 'types-and-docs', points: 7.9, max: 10, measured: true,
      lost: [{ cause: 'quality/missing-docstring', count: 20, points: 1.2 }, { cause: 'quality/missing-type', count: 13, points: 0.9 }],
      reason: '94% of 212 functions typed and 75% of 80 public items documented',
    });
  });

  it('does not count a missing type twice, by the share and by the finding', () => {
    const missing = finding({ ruleId: 'quality/missing-type', criterion: 'types-and-docs', severity: 'error', count: 30 });
    assert.equal(criterion(withFindings(missing), 'types-and-docs').points, 10);
    assert.equal(criterion(withFindings({ ...missing, ruleId: 'quality/explicit-any', severity: 'warning', count: 40 }), 'types-and-docs').points, 5);
  });

  it('says what was found, including blockers and the baseline', () => {
    const input = withFindings(
      finding({ count: 2 }),
      finding({ severity: 'error', blocker: true, ruleId: 'quality/bare-except' }),
      finding({ severity: 'info', count: 3, baseline: true }),
    );
    assert.deepEqual(criterion(input, 'error-handling'), {
      id: 'error-handling', points: 3, max: 10, measured: true,
      lost: [{ cause: 'quality/bare-except', count: 1, points: 5.7 }, { cause: 'quality/swallowed-error', count: 5, points: 1.3 }],
      reason: '1 error, 2 warnings and 3 info (1 blocker, 3 in the baseline) in 4,000 lines of code',
    });
  });

  it('counts a finding in the baseline like any other', () => {
    assert.equal(score(withFindings(finding({ count: 9, baseline: true }))).total, score(withFindings(finding({ count: 9 }))).total);
  });

  it('weighs findings in tests less, except where tests are what is judged', () => {
    assert.deepEqual(
      (['source', 'script', 'test', 'example', 'fixture'] as const).map(
        (role) => criterion(withFindings(finding({ role, count: 10 })), 'error-handling').points,
      ),
      [5, 7.1, 8.1, 8.4, 9.3],
    );
    const meaningless = finding({ ruleId: 'testing/meaningless-test', criterion: 'coverage-and-quality', role: 'test', count: 32 });
    assert.equal(criterion(withFindings(meaningless), 'coverage-and-quality').points, 5);
  });

  it('takes most points of security practices, and the approval, for a single secret', () => {
    const secret = finding({ ruleId: 'security/hardcoded-secret', criterion: 'practices', severity: 'error', blocker: true });
    const judged = score(withFindings(secret));
    assert.equal(criterion(withFindings(secret), 'practices').points, 1.8);
    assert.deepEqual([judged.total, judged.grade, judged.approved, judged.action, judged.blockers], [
      91.8, 'A', false, 'Request improvements, approve after fixes', [{ ruleId: 'security/hardcoded-secret', count: 1 }],
    ]);
  });

  it('counts blockers by rule, in the order of their names', () => {
    const judged = score(
      withFindings(
        finding({ ruleId: 'b/y', blocker: true, count: 2 }),
        finding({ ruleId: 'a/x', blocker: true }),
        finding({ ruleId: 'b/y', blocker: true, baseline: true }),
      ),
    );
    assert.deepEqual(judged.blockers, [{ ruleId: 'a/x', count: 1 }, { ruleId: 'b/y', count: 3 }]);
  });

  it('does not ruin a file of fifty lines for one warning', () => {
    const tiny = withTotals({
      files: 1,
      codeLines: 50,
      functions: 4,
      typedFunctions: 4,
      publicItems: 2,
      documentedItems: 2,
      machineLearningFiles: 0,
      machineLearningLines: 0,
    });
    assert.equal(criterion({ ...tiny, findings: [finding()] }, 'error-handling').points, 5.7);
  });

  it('takes a quarter of all other marks when nothing is tested, and less with some tests', () => {
    const bare = { coverage: null, tests: null, tools: [] };
    const untested = { ...withTotals({ tests: 0 }), evidence: bare };
    const { points, lost, reason } = criterion(untested, 'practices');
    assert.deepEqual({ points, lost, reason }, {
      points: 7.5, lost: [{ cause: 'no-tests', count: 200, points: 2.5 }],
      reason: 'No findings in 4,000 lines of code; 25% less, because hardly anything is tested',
    });
    // Three tests for each 1,000 lines would do.
    assert.equal(criterion({ ...withTotals({ tests: 6 }), evidence: bare }, 'practices').points, 8.8);
    assert.equal(criterion({ ...withTotals({ tests: 12 }), evidence: bare }, 'practices').points, 10);
    // Reports of coverage and results tell more than the number of tests.
    assert.equal(criterion({ ...untested, evidence: { ...bare, coverage: sound().evidence.coverage } }, 'practices').points, 10);
  });

  it('does not judge cycles when no file imports another', () => {
    const { max, reason } = criterion({ ...sound(), graph: { ...sound().graph, imports: 0 } }, 'cycles');
    assert.deepEqual({ max, reason }, { max: 0, reason: 'Does not apply, left out of the score: no file imports another' });
  });

  it('scores as if every unread file were half lost, and never in full', () => {
    const { total, dimensions } = score({ ...sound(), unreadFiles: 20 });
    // Half of the files are unread and each costs half: three quarters, but for the rounding of single criteria.
    assert.equal(total, 75.2);
    assert.equal(dimensions[2]?.criteria[1]?.reason, 'No findings in 4,000 lines of code; 20 files could not be read');
    assert.equal(criterion({ ...withTotals({ files: 100_000 }), unreadFiles: 1 }, 'practices').points, 9.9);
  });

  it('names the cycles of the graph', () => {
    const input = {
      ...sound(),
      graph: { ...sound().graph, blockCycles: 1, tangledBlocks: 2, moduleCycles: 2 },
      findings: [finding({ criterion: 'cycles', ruleId: 'architecture/block-cycle', severity: 'error' as const, count: 3 })],
    };
    assert.deepEqual(criterion(input, 'cycles'), {
      id: 'cycles', points: 2.1, max: 5, measured: true, lost: [{ cause: 'architecture/block-cycle', count: 3, points: 2.9 }],
      reason: '3 errors in 100 imports between files: 2 of 5 blocks in 1 cycle and 2 cycles between files',
    });
  });
});

describe('a criterion whose evidence is missing', () => {
  it('loses nothing without layers, and says what they would bring', () => {
    const judged = score({ ...sound(), graph: { ...sound().graph, layers: 'none' } });
    assert.deepEqual([judged.total, judged.measuredMax, judged.approved], [100, 94, true]);
    assert.deepEqual(criterion({ ...sound(), graph: { ...sound().graph, layers: 'none' } }, 'layering'), {
      id: 'layering', points: 0, max: 0, measured: false, lost: [],
      reason:
        'Does not apply, left out of the score: no layers are known. Once "layers" in archwright.jsonc declares them, imports that cross them are '
        + 'reported',
    });
  });

  it('is measured with layers that folder names give, and says so', () => {
    assert.deepEqual(criterion({ ...sound(), graph: { ...sound().graph, layers: 'inferred' } }, 'layering'), {
      id: 'layering', points: 6, max: 6, measured: true, lost: [], reason: 'No findings in 100 imports between files, layers inferred from folder names',
    });
  });

  it('is not measured when every rule for it is switched off', () => {
    const input = { ...sound(), rulesRun: { ...ALL_RULES, privacy: 0 } };
    assert.deepEqual(criterion(input, 'privacy'), {
      id: 'privacy', points: 0, max: 5, measured: false, lost: [],
      reason: 'Left out of the score: all rules for this criterion are off; enable one in archwright.jsonc',
    });
    const { total, measuredMax, approved, action } = score(input);
    assert.deepEqual(
      { total, measuredMax, approved, action },
      { total: 100, measuredMax: 95, approved: false, action: 'Supply the evidence that is missing, then approve' },
    );
  });

  it('rates tests by their number where there is no coverage report and hardly any test', () => {
    const judged = [0, 2, 11, 12, null].map((tests) =>
      criterion({ ...withTotals({ tests }), evidence: { coverage: null, tests: null, tools: [] } }, 'coverage-and-quality'),
    );
    assert.deepEqual(judged.map(({ points, measured }) => [points, measured]), [[0, true], [0.6, true], [3.2, true], [0, false], [0, false]]);
    assert.deepEqual(judged[0], {
      id: 'coverage-and-quality',
      points: 0,
      max: 10,
      measured: true,
      lost: [{ cause: 'no-tests', count: 200, points: 10 }],
      reason: 'No tests',
    });
    assert.equal(judged[1]?.reason, 'No coverage report, and only 2 tests for 4,000 lines of code');
    const add = 'add one as lcov, Cobertura or Istanbul JSON, such as coverage/lcov.info';
    assert.equal(judged[3]?.reason, `Left out of the score: 12 tests for 4,000 lines of code, but no coverage report; ${add}`);
    assert.equal(judged[4]?.reason, `Left out of the score: no coverage report; ${add}`);
  });
});

describe('the criterion for tests', () => {
  it('follows the coverage', () => {
    const points = [0, 1000, 1400, 1600, 1800, 2000].map((coveredLines) => criterion({
      ...sound(), evidence: { ...sound().evidence, coverage: { source: 'lcov.info', coveredLines, totalLines: 2000, filesLeftOut: 0 } },
    }, 'coverage-and-quality').points);
    assert.deepEqual(points, [0, 3.5, 5.5, 7.5, 9.5, 10]);
  });

  it('loses at least half for a failed test', () => {
    const coverage = { source: 'lcov.info', coveredLines: 1800, totalLines: 2000, filesLeftOut: 3 };
    assert.deepEqual(
      criterion({ ...sound(), evidence: { coverage, tests: { source: 'junit.xml', passed: 9, failed: 1, skipped: 0 }, tools: [] } }, 'coverage-and-quality'),
      {
        id: 'coverage-and-quality',
        points: 4.3,
        max: 10,
        measured: true,
        lost: [
          { cause: 'failed-tests', count: 1, points: 5.2 },
          { cause: 'testing/low-coverage', count: 200, points: 0.5 },
        ],
        reason: '90% of 2,000 lines covered (lcov.info, 3 source files missing from it counted as uncovered), 1 of 10 tests failed',
      },
    );
  });
});

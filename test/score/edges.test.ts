/** The score at its edges, and the words that say how it came about: what mutants of the score survived. */
import assert from 'node:assert/strict';
import { DIMENSIONS, along } from '../../server/score/formula.ts';
import type { FindingCount, ScoreInput, ToolCount } from '../../server/score/input.ts';
import { lossesOf } from '../../server/score/losses.ts';
import { score, totalScore } from '../../server/score/score.ts';
import { finding, sound } from './inputs.ts';

const totals = (change: Partial<ScoreInput['totals']>): ScoreInput => ({ ...sound(), totals: { ...sound().totals, ...change } });
const graph = (change: Partial<ScoreInput['graph']>): ScoreInput => ({ ...sound(), graph: { ...sound().graph, ...change } });
const evidence = (change: Partial<ScoreInput['evidence']>): ScoreInput => ({ ...sound(), evidence: { ...sound().evidence, ...change } });

/** Points, their maximum and the reason of one criterion. */
function told(input: ScoreInput, id: string): string {
  const { points, max, reason } = score(input).dimensions.flatMap(({ criteria }) => criteria).find((one) => one.id === id)!;
  return `${points}/${max} ${reason}`;
}

describe('a folder without code', () => {
  for (const nothing of [{ files: 0 }, { codeLines: 0 }]) {
    it(`has no score: ${JSON.stringify(nothing)}`, () => {
      const findings = [
        finding({ ruleId: 'b/b', blocker: true, count: 2 }),
        finding({ ruleId: 'a/a', blocker: true }),
        finding({ ruleId: 'c/c', blocker: true, count: 0 }),
        finding({ ruleId: 'd/d' }),
      ];
      assert.deepEqual(score({ ...totals(nothing), findings }), {
        formulaVersion: 2,
        total: null,
        measuredMax: 0,
        grade: null,
        action: 'Nothing could be measured: no source code was read',
        approved: false,
        dimensions: [],
        blockers: [
          { ruleId: 'a/a', count: 1 },
          { ruleId: 'b/b', count: 2 },
        ],
      });
    });
  }
});

describe('code of which nothing can be measured', () => {
  it('has no score, and advice to supply the evidence', () => {
    const unmeasured = {
      ...totals({ functions: 0, publicItems: 0, machineLearningFiles: 0 }), rulesRun: {}, evidence: { coverage: null, tests: null, tools: [] },
    };
    const { total, grade, measuredMax, action, approved } = score(unmeasured);
    assert.deepEqual({ total, grade, measuredMax, action, approved }, {
      total: null, grade: null, measuredMax: 0, action: 'Supply the evidence that is missing, then approve', approved: false,
    });
    assert.equal(totalScore(unmeasured), null);
  });
});

describe('approval', () => {
  it('begins exactly at the bar', () => {
    // With nothing covered 10 points are lost, and with 60% typed and documented another 5.
    const uncovered = { source: 'coverage/lcov.info', coveredLines: 0, totalLines: 2000, filesLeftOut: 0 };
    const atTheBar = { ...totals({ typedFunctions: 120, documentedItems: 48 }), evidence: { coverage: uncovered, tests: null, tools: [] } };
    const { total, approved } = score(atTheBar);
    assert.deepEqual([total, approved], [85, true]);
    const below = score({ ...atTheBar, findings: [finding()] });
    assert.deepEqual([below.total, below.approved], [84.3, false]);
    const blocked = score({ ...atTheBar, findings: [finding({ criterion: null, blocker: true })] });
    assert.deepEqual([blocked.total, blocked.approved, blocked.action], [85, false, 'Request improvements, approve after fixes']);
  });

  it('does not give better advice because something blocks', () => {
    const everywhere = DIMENSIONS.flatMap(({ criteria }) =>
      criteria.map(({ id }): FindingCount => finding({ ruleId: `x/${id}`, criterion: id, severity: 'error', blocker: true })),
    );
    assert.equal(score({ ...sound(), findings: everywhere }).action, 'Needs major work before approval');
  });
});

describe('what a criterion applies to', () => {
  it('is at least one function or public item', () => {
    assert.equal(told(totals({ functions: 0, typedFunctions: 0, publicItems: 0, documentedItems: 0 }), 'types-and-docs'), '0/0 Does not apply, left out of the '
      + 'score: there are no functions or public classes');
    assert.equal(
      told(totals({ functions: 0, typedFunctions: 0, publicItems: 10, documentedItems: 9, codeLines: 500 }), 'types-and-docs'),
      '9/10 90% of 10 public items documented',
    );
    assert.equal(
      told(totals({ functions: 10, typedFunctions: 9, publicItems: 0, documentedItems: 0, codeLines: 500 }), 'types-and-docs'),
      '8/10 90% of 10 functions typed',
    );
    assert.equal(
      told(totals({ functions: 1, typedFunctions: 1, publicItems: 1, documentedItems: 1 }), 'types-and-docs'),
      '10/10 100% of 1 function typed and 100% ' + 'of 1 public item documented',
    );
  });

  it('is weighed by how much of the code needs it', () => {
    const few = (codeLines: number): string =>
      told(totals({ functions: 2, typedFunctions: 0, publicItems: 0, documentedItems: 0, codeLines }), 'types-and-docs');
    assert.equal(few(400), '0/10 0% of 2 functions typed');
    assert.equal(few(800), '4/10 0% of 2 functions typed (few for 800 lines)');
    assert.equal(few(60_000), '9.9/10 0% of 2 functions typed (few for 60,000 lines)');
    const undocumented = totals({ functions: 0, typedFunctions: 0, publicItems: 80, documentedItems: 0 });
    assert.equal(told(undocumented, 'types-and-docs'), '4/10 0% of 80 public items documented');
  });

  it('is two files, or two blocks', () => {
    assert.equal(told(totals({ files: 1 }), 'layering'), '0/0 Does not apply, left out of the score: there is only one file');
    assert.equal(told(totals({ files: 2 }), 'layering'), '6/6 No findings in 100 imports between files');
    assert.equal(told(graph({ blocks: 1 }), 'contracts-and-boundaries'), '0/0 Does not apply, left out of the score: there are fewer than two blocks');
    assert.equal(told(graph({ blocks: 2 }), 'contracts-and-boundaries'), '5/5 No findings in 100 imports between files');
    assert.equal(told(totals({ files: 1 }), 'cycles'), '0/0 Does not apply, left out of the score: there is only one file');
    assert.equal(told(graph({ boundedBlocks: 0 }), 'contracts-and-boundaries'), '0/0 Does not apply, left out of the score: no block has an index file as its '
      + 'face, or declares what it depends on');
  });
});

describe('the points of a criterion', () => {
  const lost = (input: ScoreInput, id: string): [string, number][] =>
    score(input).dimensions.flatMap(({ criteria }) => criteria).find((one) => one.id === id)!.lost.map(({ cause, points }) => [cause, points]);

  it('are lost to findings, missing tests and unread files, each after the others', () => {
    const findings = [finding({ criterion: 'practices', ruleId: 'security/x', count: 4 })];
    // The finding leaves 0.76 of 10 points, half of the tests that would do take an eighth of that, 5 unread files of 25 a tenth of the rest.
    const input = { ...totals({ tests: 6 }), findings, unreadFiles: 5, evidence: { coverage: null, tests: null, tools: [] } };
    assert.deepEqual(lost(input, 'practices'), [['security/x', 2.4], ['no-tests', 0.9], ['unread-files', 0.7]]);
  });

  it('are lost to an unread file by at least a tenth, however many were read', () => {
    const findings = [finding({ criterion: 'practices', ruleId: 'security/x', count: 4 })];
    assert.deepEqual(lost({ ...totals({ files: 100_000 }), findings, unreadFiles: 1 }, 'practices'), [['security/x', 2.3], ['unread-files', 0.1]]);
  });

  it('are lost to what has no types before what is found besides', () => {
    const findings = [finding({ criterion: 'types-and-docs', ruleId: 'x/y', count: 10 })];
    assert.deepEqual(lost({ ...totals({ typedFunctions: 140 }), findings }, 'types-and-docs'), [['quality/missing-type', 3.2], ['x/y', 1.1]]);
  });

  it('are lost to findings first, then to the size of the tangles', () => {
    const findings = [finding({ criterion: 'cycles', ruleId: 'architecture/import-cycle', count: 2 })];
    assert.deepEqual(lost({ ...graph({ blockCycles: 1, tangledBlocks: 2 }), findings }, 'cycles'), [
      ['architecture/block-cycle', 0.9], ['architecture/import-cycle', 0.6],
    ]);
  });

  it('are lost to what is not covered, then to tests that fail, then to findings about tests', () => {
    const failing = { source: 'junit.xml', passed: 140, failed: 10, skipped: 0 };
    const coverage = { source: 'a.info', coveredLines: 1700, totalLines: 2000, filesLeftOut: 0 };
    const findings = [finding({ criterion: 'coverage-and-quality', ruleId: 't/x', count: 20, role: 'test' })];
    assert.deepEqual(lost({ ...evidence({ coverage, tests: failing }), findings }, 'coverage-and-quality'), [
      ['failed-tests', 4.5], ['testing/low-coverage', 1.5], ['t/x', 1.4],
    ]);
    assert.deepEqual(lost(evidence({ coverage: null, tests: failing }), 'coverage-and-quality'), [['failed-tests', 10]]);
  });

  it('are kept where hardly a test is seen, but results of tests or nothing at all is known', () => {
    const results = { source: 'junit.xml', passed: 3, failed: 0, skipped: 0 };
    assert.deepEqual(lost({ ...totals({ tests: 3 }), evidence: { coverage: null, tests: results, tools: [] } }, 'practices'), []);
    assert.deepEqual(lost({ ...totals({ tests: null }), evidence: { coverage: null, tests: null, tools: [] } }, 'practices'), []);
  });

  it('are lost to findings in tests as to those in sources where tests are judged, and in no other files', () => {
    const points = (['source', 'test', 'example', 'fixture'] as const).map((role) =>
      lost({ ...sound(), findings: [finding({ criterion: 'coverage-and-quality', ruleId: 't/x', count: 20, role })] }, 'coverage-and-quality'));
    assert.deepEqual(points, [[['t/x', 3.5]], [['t/x', 3.5]], [['t/x', 1]], [['t/x', 0.4]]]);
  });
});

describe('the reason of a criterion', () => {
  for (const [blockCycles, moduleCycles, words] of [[1, 0, ': 2 of 5 blocks in 1 cycle'], [0, 1, ': 1 cycle between files'], [0, 0, '']] as const) {
    it(`names only the cycles that there are: ${blockCycles} and ${moduleCycles}`, () => {
      const tangled = { blockCycles, moduleCycles, tangledBlocks: 2 * blockCycles };
      // Two blocks of five cost a fifth of the points.
      assert.equal(told(graph(tangled), 'cycles'), `${5 - blockCycles}/5 No findings in 100 imports between files${words}`);
      assert.equal(told(graph(tangled), 'layering'), '6/6 No findings in 100 imports between files');
    });
  }

  it('says only of layers where they come from', () => {
    assert.equal(told(graph({ layers: 'inferred' }), 'cycles'), '5/5 No findings in 100 imports between files');
    assert.equal(told(graph({ layers: 'none' }), 'cycles'), '5/5 No findings in 100 imports between files');
    assert.equal(told(graph({ layers: 'inferred' }), 'cohesion'), '4/4 No findings in 4,000 lines of code');
    assert.equal(told(graph({ layers: 'configured' }), 'layering'), '6/6 No findings in 100 imports between files');
  });

  it('names the lines of the base that it is counted against', () => {
    assert.equal(
      told({ ...sound(), findings: [finding({ criterion: 'data-handling', ruleId: 'ml/x', count: 10 })] }, 'data-handling'),
      '1.8/10 10 warnings in 1,000 lines of machine-learning code',
    );
  });

  it('adds findings to shares and to coverage', () => {
    assert.equal(
      told({ ...sound(), findings: [finding({ criterion: 'types-and-docs', ruleId: 'x/y', count: 3 })] }, 'types-and-docs'),
      '9.5/10 100% of 200 functions typed and ' + '100% of 80 public items documented; also 3 warnings in 4,000 lines of code',
    );
    assert.equal(
      told({ ...sound(), findings: [finding({ criterion: 'coverage-and-quality', ruleId: 't/x', count: 4, role: 'test' })] }, 'coverage-and-quality'),
      '9.2/10 100% of 2,000 lines covered ' + '(coverage/lcov.info), 150 tests passed; 4 warnings in 4,000 lines of code',
    );
  });

  it('says of a coverage report what it holds, and of an empty one that it holds nothing', () => {
    const coverage = { source: 'a.info', coveredLines: 0, totalLines: 0, filesLeftOut: 0 };
    assert.equal(told(evidence({ coverage }), 'coverage-and-quality'), told(evidence({ coverage: null }), 'coverage-and-quality'));
    assert.equal(
      told(evidence({ coverage: { ...coverage, coveredLines: 50, totalLines: 100, filesLeftOut: 1 } }), 'coverage-and-quality'),
      '3.5/10 50% of 100 lines covered (a.info, ' + '1 source file missing from it counted as uncovered), 150 tests passed',
    );
  });

  it('says how the tests ended, unless none ran', () => {
    const tests = { source: 'junit.xml', passed: 0, failed: 0, skipped: 3 };
    assert.equal(told(evidence({ tests }), 'coverage-and-quality'), '10/10 100% of 2,000 lines covered (coverage/lcov.info)');
    assert.equal(told(evidence({ tests: { ...tests, passed: 1 } }), 'coverage-and-quality'), '10/10 100% of 2,000 lines covered (coverage/lcov.info), 1 '
      + 'test passed');
    assert.equal(told(evidence({ tests: { ...tests, passed: 5, failed: 5 } }), 'coverage-and-quality'), '2.5/10 100% of 2,000 lines covered '
      + '(coverage/lcov.info), 5 of 10 tests failed');
  });

  it('has no points for failing tests where coverage is missing', () => {
    const input = {
      ...evidence({ coverage: null, tests: { source: 'junit.xml', passed: 9, failed: 1, skipped: 0 } }),
      findings: [finding({ criterion: 'coverage-and-quality', ruleId: 't/x', count: 20 })],
    };
    assert.equal(told(input, 'coverage-and-quality'), '0/10 No coverage report, 1 of 10 tests failed; 20 warnings in 4,000 lines of code');
  });

  it('names what other tools found by report, and those that found nothing', () => {
    const one = (change: Partial<ToolCount>): ToolCount => ({
      tool: 'mypy',
      source: 'reports/mypy.txt',
      criterion: 'error-handling',
      severity: 'error',
      role: 'source',
      count: 2,
      ...change,
    });
    const tools = [
      one({}),
      one({ count: 3, severity: 'warning' }),
      one({ tool: 'bandit', source: 'b.json', count: 0 }),
      one({ tool: 'bandit', source: 'a.json', count: 1 }),
      one({ criterion: 'performance', count: 40 }),
    ];
    assert.equal(told(evidence({ tools }), 'error-handling'), '4.4/10 No findings in 4,000 lines of code; 1 message from bandit (a.json) and 5 errors '
      + 'from mypy (reports/mypy.txt); nothing more from bandit (b.json)');
    assert.equal(told(evidence({ tools: [one({ count: 0 })] }), 'error-handling'), '10/10 No findings in 4,000 lines of code; nothing more from mypy '
      + '(reports/mypy.txt)');
    assert.equal(told(evidence({ tools: [one({ count: 0 })] }), 'performance'), '10/10 No findings in 4,000 lines of code');
    assert.deepEqual(score(evidence({ tools: [one({})] })).blockers, []);
  });
});

describe('a curve', () => {
  it('is constant beyond its ends, meets its anchors, and may have steps', () => {
    const anchors = [[0.2, 0.1], [0.4, 0.3], [0.4, 0.6], [1, 0.9]] as const;
    assert.deepEqual([0, 0.2, 0.3, 0.4, 1, 2].map((share) => Math.round(along(anchors, share) * 1000) / 1000), [0.1, 0.1, 0.2, 0.3, 0.9, 0.9]);
    assert.equal(Math.round(along(anchors, 0.4 + 1e-9) * 1000) / 1000, 0.6);
    assert.equal(along([], 0.5), 0);
  });
});

describe('the losses of a criterion', () => {
  it('are ordered by name when they are equal but for the last digit of a sum', () => {
    const parts = (...marks: number[]) => marks.map((one) => ({ cause: 'b', count: 1, marks: one }));
    const losses = [{ cause: 'a', count: 3, points: 1 }, { cause: 'b', count: 2, points: 1 }];
    assert.ok(0.1 + 0.2 > 0.3);
    assert.deepEqual(lossesOf(2, [...parts(0.1, 0.2), { cause: 'a', count: 3, marks: 0.3 }]), losses);
  });
});

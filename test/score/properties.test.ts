/** What must hold of the score whatever the project looks like. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { density } from '../../server/score/density.ts';
import { DIMENSIONS } from '../../server/score/formula.ts';
import type { ScoreInput } from '../../server/score/input.ts';
import { score, totalScore } from '../../server/score/score.ts';
import { anyFinding, anyInput, anyToolCount } from './inputs.ts';

const RUNS = { numRuns: 500 };

function total(input: ScoreInput): number {
  const { total: points } = score(input);
  assert.ok(points !== null);
  return points;
}

/** The same project several times over: as many findings, lines, functions, imports and tests for each. */
function times(input: ScoreInput, factor: number): ScoreInput {
  const grown = <Counts extends object>(counts: Counts): Counts =>
    Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, typeof value === 'number' ? value * factor : value])) as Counts;
  return {
    ...input,
    findings: input.findings.map((finding) => ({ ...finding, count: finding.count * factor })),
    totals: grown(input.totals),
    graph: grown(input.graph),
    evidence: {
      coverage: input.evidence.coverage && grown(input.evidence.coverage),
      tests: input.evidence.tests && grown(input.evidence.tests),
      tools: input.evidence.tools.map(grown),
    },
    unreadFiles: input.unreadFiles * factor,
  };
}

describe('the score of any project', () => {
  it('never rises with another finding', () => {
    fc.assert(fc.property(anyInput, anyFinding, (input, one) => {
      const before = score(input);
      const after = score({ ...input, findings: [...input.findings, one] });
      assert.ok((after.total ?? 0) <= (before.total ?? 0), `${before.total} became ${after.total}`);
      assert.ok(before.approved || !after.approved);
    }), RUNS);
  });

  it('never rises with another message of another tool', () => {
    fc.assert(fc.property(anyInput, anyToolCount, (input, one) => {
      const before = score(input);
      const after = score({ ...input, evidence: { ...input.evidence, tools: [...input.evidence.tools, one] } });
      assert.ok((after.total ?? 0) <= (before.total ?? 0), `${before.total} became ${after.total}`);
      assert.ok(before.approved || !after.approved);
    }), RUNS);
  });

  it('never falls when a finding goes away', () => {
    fc.assert(fc.property(anyInput, fc.nat(), (input, at) => {
      const left = input.findings.filter((_, index) => index !== at % Math.max(1, input.findings.length));
      assert.ok(total({ ...input, findings: left }) >= total(input));
    }), RUNS);
  });

  it('does not depend on the order of findings, nor on how they are counted together', () => {
    fc.assert(fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, keys) => {
      const shuffled = input.findings.map((one) => ({ one, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one);
      assert.deepEqual(score({ ...input, findings: shuffled }), score(input));
      const single = shuffled.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
      assert.deepEqual(score({ ...input, findings: single }), score(input));
    }), { numRuns: 200 });
  });

  it('adds weights so that their order does not even change the last digit', () => {
    const handling = DIMENSIONS.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'error-handling')!;
    fc.assert(fc.property(anyInput, fc.array(anyFinding, { minLength: 3, maxLength: 12 }), (input, findings) => {
      const own = findings.map((one) => ({ ...one, criterion: handling.id }));
      const marks = (all: typeof own): number => density(handling, { ...input, findings: all }).marks;
      assert.equal(marks([...own].reverse()), marks(own));
    }), RUNS);
  });

  it('stays within bounds, and its total follows from its points', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const { dimensions, measuredMax, total: points } = score(input);
      for (const { criteria, ...dimension } of dimensions) {
        for (const { id, points: earned, max, reason } of criteria) {
          assert.ok(earned >= 0 && earned <= max, `${id}: ${earned} of ${max}`);
          assert.equal(Math.round(earned * 10), earned * 10);
          assert.notEqual(reason, '');
        }
        assert.equal(Math.round(criteria.reduce((sum, one) => sum + one.points, 0) * 10), Math.round(dimension.points * 10));
        assert.equal(criteria.reduce((sum, one) => sum + one.max, 0), dimension.max);
      }
      const measured = dimensions.flatMap(({ criteria }) => criteria).filter((one) => one.measured);
      assert.equal(measuredMax, measured.reduce((all, one) => all + one.max, 0));
      assert.ok(Math.abs((points ?? -1) - (100 * measured.reduce((all, one) => all + one.points, 0)) / measuredMax) <= 0.0500001);
    }), RUNS);
  });

  it('gives an unmeasured criterion no points, and its project no approval', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const { dimensions, approved } = score(input);
      const missing = dimensions.flatMap(({ criteria }) => criteria).filter(({ measured }) => !measured);
      for (const { points, lost } of missing) assert.deepEqual([points, lost], [0, []]);
      if (missing.some(({ max }) => max > 0)) assert.equal(approved, false);
    }), RUNS);
  });

  it('names the cause of each missing point, to the tenth', () => {
    fc.assert(fc.property(anyInput, (input) => {
      for (const { id, measured, points, max, lost } of score(input).dimensions.flatMap(({ criteria }) => criteria)) {
        if (measured) assert.equal(Math.round(lost.reduce((sum, one) => sum + one.points, 0) * 10), Math.round((max - points) * 10), id);
        assert.ok(lost.every((one, at) => one.points > 0 && lost.findIndex(({ cause }) => cause === one.cause) === at), id);
      }
    }), RUNS);
  });

  it('counts density: a project ten times as large with ten times the findings scores the same', () => {
    fc.assert(fc.property(anyInput, (input) => {
      // Above the floors, and away from conditions that a single file or block does not meet.
      const { totals, graph } = input;
      fc.pre(totals.codeLines >= 500 && (totals.machineLearningFiles === 0 || totals.machineLearningLines >= 500) && graph.imports >= 50);
      fc.pre(totals.files > 1 && graph.blocks > 1 && totals.functions > 1);
      assert.ok(Math.abs(total(times(input, 10)) - total(input)) <= 0.1);
    }), RUNS);
  });

  it('is the same when only the total is asked for', () => {
    fc.assert(fc.property(anyInput, (input) => {
      assert.equal(totalScore(input), score(input).total);
      assert.equal(totalScore({ ...input, totals: { ...input.totals, files: 0 } }), null);
      assert.equal(totalScore({ ...input, rulesRun: {} }), score({ ...input, rulesRun: {} }).total);
    }), RUNS);
  });

  it('is null when there is no code, whatever else there is', () => {
    fc.assert(fc.property(anyInput, fc.constantFrom('files' as const, 'codeLines' as const), (input, key) => {
      const { blockers, ...empty } = score({ ...input, totals: { ...input.totals, [key]: 0 } });
      assert.deepEqual(empty, {
        formulaVersion: 2,
        total: null,
        measuredMax: 0,
        grade: null,
        action: 'Nothing could be measured: no source code was read',
        approved: false,
        dimensions: [],
      });
      assert.ok(Array.isArray(blockers));
    }), RUNS);
  });
});

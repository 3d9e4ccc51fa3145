/** Taking counts from files and findings. */
import assert from 'node:assert/strict';
import { countFindings, coverageOf, rulesPerCriterion, totalsOf, type ScoredFile } from '../../server/score/count.ts';
import type { ScoredRole } from '../../server/score/input.ts';
import type { Evidence } from '../../server/findings/evidence.ts';
import { finding } from './inputs.ts';

function file(path: string, role: ScoredRole, over: Partial<ScoredFile['metrics']> = {}): ScoredFile {
  return {
    path, role,
    metrics: { codeLines: 10, functions: 2, typedFunctions: 1, publicItems: 3, documentedItems: 2, handlers: 1, tests: 0, machineLearning: false, ...over },
  };
}

function reported(files: [string, { covered: number; total: number }][]): Evidence {
  return { coverage: { source: 'lcov.info', files: new Map(files) }, tests: null, problems: [] };
}

describe('totals', () => {
  it('add up production code, and tests wherever they stand', () => {
    const files = [
      file('src/a.ts', 'source'), file('tools/b.py', 'script', { machineLearning: true, codeLines: 7 }),
      file('test/a.test.ts', 'test', { tests: 4, machineLearning: true }), file('examples/e.ts', 'example'), file('src/types.d.ts', 'declaration'),
    ];
    assert.deepEqual(totalsOf(files), {
      files: 2, codeLines: 17, functions: 4, typedFunctions: 2, publicItems: 6, documentedItems: 4, handlers: 2, tests: 4,
      machineLearningFiles: 1, machineLearningLines: 7,
    });
  });

  it('do not know the number of tests where their files hold code and none that is known', () => {
    const product = file('src/a.ts', 'source', { codeLines: 100 });
    const tests = (codeLines: number, known = 0): number | null => totalsOf([product, file('scripts/api-tests.js', 'test', { codeLines, tests: known })]).tests;
    assert.deepEqual([tests(10), tests(9), tests(10, 1)], [null, 0, 1]);
    assert.equal(totalsOf([file('README.md', 'docs')]).tests, 0);
  });
});

describe('counting findings', () => {
  it('puts the same kind together and keeps different kinds apart', () => {
    const { count: _, ...one } = finding();
    assert.deepEqual(countFindings([one, { ...one, role: 'test' }, one, { ...one, baseline: true }]), [
      finding({ count: 2 }), finding({ role: 'test' }), finding({ baseline: true }),
    ]);
  });
});

describe('coverage of production code', () => {
  it('counts a source file that the report leaves out as not covered', () => {
    const files = [
      file('src/a.ts', 'source'),
      file('src/b.ts', 'source', { codeLines: 30 }),
      file('src/types.ts', 'source', { functions: 0 }),
      file('test/a.ts', 'test'),
    ];
    const evidence = reported([['src/a.ts', { covered: 6, total: 8 }], ['test/a.ts', { covered: 5, total: 5 }]]);
    assert.deepEqual(coverageOf(evidence, files), { source: 'lcov.info', coveredLines: 6, totalLines: 38, filesLeftOut: 1 });
  });

  it('is missing when there is no report, or it is about other files', () => {
    assert.equal(coverageOf({ coverage: null, tests: null, problems: [] }, [file('src/a.ts', 'source')]), null);
    assert.equal(coverageOf(reported([['lib/z.ts', { covered: 1, total: 1 }]]), [file('src/a.ts', 'source')]), null);
  });
});

describe('rules per criterion', () => {
  it('counts those that count', () => {
    assert.deepEqual(rulesPerCriterion([{ criterion: 'cycles' }, { criterion: null }, { criterion: 'cycles' }, { criterion: 'privacy' }]), {
      cycles: 2,
      privacy: 1,
    });
  });
});

/** Score inputs: a fixed sound project, and arbitrary ones for properties. */
import fc from 'fast-check';
import { DIMENSIONS, ROLE_WEIGHT } from '../../server/score/formula.ts';
import type { FindingCount, ScoredRole, ScoreInput, ToolCount } from '../../server/score/input.ts';

const CRITERIA = DIMENSIONS.flatMap(({ criteria }) => criteria.map(({ id }) => id));

/** Every criterion has a rule that ran. */
export const ALL_RULES: ScoreInput['rulesRun'] = Object.fromEntries(CRITERIA.map((id) => [id, 3]));

/** A project with everything in order, evidence included. */
export function sound(): ScoreInput {
  return {
    findings: [],
    totals: {
      files: 20, codeLines: 4000, functions: 200, typedFunctions: 200, publicItems: 80, documentedItems: 80, handlers: 12, tests: 150,
      machineLearningFiles: 5, machineLearningLines: 1000,
    },
    graph: { blocks: 5, imports: 100, blockCycles: 0, tangledBlocks: 0, moduleCycles: 0, layers: 'configured', boundedBlocks: 5 },
    evidence: {
      coverage: { source: 'coverage/lcov.info', coveredLines: 2000, totalLines: 2000, filesLeftOut: 0 },
      tests: { source: 'junit.xml', passed: 150, failed: 0, skipped: 2 },
      tools: [],
    },
    rulesRun: ALL_RULES,
    unreadFiles: 0,
  };
}

export function finding(over: Partial<FindingCount> = {}): FindingCount {
  return {
    ruleId: 'quality/swallowed-error',
    criterion: 'error-handling',
    severity: 'warning',
    role: 'source',
    baseline: false,
    blocker: false,
    count: 1,
    ...over,
  };
}

export const anyFinding: fc.Arbitrary<FindingCount> = fc.record({
  ruleId: fc.constantFrom('quality/missing-type', 'testing/low-coverage', 'a/x', 'b/y', 'c/z'),
  criterion: fc.constantFrom(...CRITERIA, null),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  role: fc.constantFrom(...(Object.keys(ROLE_WEIGHT) as ScoredRole[])),
  baseline: fc.boolean(),
  blocker: fc.boolean(),
  count: fc.integer({ min: 1, max: 40 }),
});

export const anyToolCount: fc.Arbitrary<ToolCount> = fc.record({
  tool: fc.constantFrom('mypy', 'bandit'),
  source: fc.constantFrom('reports/mypy.txt', 'bandit.json'),
  criterion: fc.constantFrom(...CRITERIA),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  role: fc.constantFrom(...(Object.keys(ROLE_WEIGHT) as ScoredRole[])),
  count: fc.integer({ min: 0, max: 40 }),
});

const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

/** Part and whole, the part never larger. */
function partOf(max: number): fc.Arbitrary<[number, number]> {
  return fc.tuple(size(max), size(max)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
}

export const anyInput: fc.Arbitrary<ScoreInput> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 12 }),
    files: fc.integer({ min: 1, max: 500 }),
    codeLines: fc.integer({ min: 1, max: 100_000 }),
    functions: partOf(5000),
    items: partOf(1000),
    tests: size(2000),
    learning: fc.option(fc.tuple(fc.integer({ min: 1, max: 50 }), size(20_000)), { nil: [0, 0] as [number, number] }),
    graph: fc.record({
      blocks: size(60), imports: size(5000), blockCycles: size(5), tangledBlocks: size(70), moduleCycles: size(9),
      layers: fc.constantFrom('configured' as const, 'inferred' as const, 'none' as const), boundedBlocks: size(10),
    }),
    coverage: fc.option(partOf(20_000)),
    results: fc.option(fc.record({ source: fc.constant('junit.xml'), passed: size(500), failed: size(20), skipped: size(20) })),
    tools: fc.array(anyToolCount, { maxLength: 6 }),
    rulesRun: fc.constantFrom<ScoreInput['rulesRun']>(ALL_RULES, {}, { 'error-handling': 1, cycles: 2 }),
    unreadFiles: fc.constantFrom(0, 0, 1, 30),
  })
  .map(({ findings, files, codeLines, functions, items, tests, learning, graph, coverage, results, tools, rulesRun, unreadFiles }) => ({
    findings,
    totals: {
      files, codeLines, typedFunctions: functions[0], functions: functions[1], documentedItems: items[0], publicItems: items[1],
      handlers: 0, tests, machineLearningFiles: learning[0], machineLearningLines: learning[1],
    },
    graph,
    evidence: { coverage: coverage && { source: 'lcov.info', coveredLines: coverage[0], totalLines: coverage[1], filesLeftOut: 0 }, tests: results, tools },
    rulesRun,
    unreadFiles,
  }));

/**
 * The formula of the score as data: every number that decides a point stands here, and
 * `docs/scoring.md` is generated from this file. Change a number, raise `FORMULA_VERSION`.
 * Its curves are at the end. All of them are monotone and stay within 0 and 1 for shares.
 */
import type { DimensionId } from '../protocol/report.ts';
import type { Severity } from '../findings/severity.ts';
import type { CriterionId } from '../findings/rule-meta.ts';
import type { ScoredRole } from './input.ts';

export const FORMULA_VERSION = 2;

/** Points from which a change is approved, if it has no blocker. */
export const BAR = 85;

/** A point on a curve: at this share (0 to 1), this part of the marks (0 to 1). Linear in between. */
export type Anchor = readonly [share: number, marks: number];

/** How much one finding weighs. */
export const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 1, info: 0.1 };

/** A blocker weighs this much, whatever its severity. */
export const BLOCKER_WEIGHT = 5;

/** Findings outside production code weigh less. */
export const ROLE_WEIGHT: Readonly<Record<ScoredRole, number>> = {
  source: 1, script: 0.5, config: 0.5, declaration: 0.5, test: 0.3, example: 0.25, docs: 0.1, fixture: 0.1,
};

/**
 * How the severity levels of other tools are weighted. Tools with only one
 * level say nothing by it, so their messages count as warnings.
 */
export const LEVELS = {
  mypy: { error: 'warning' },
  // mypy finds the same errors as pylint, and the same fault must weigh the same from either.
  pylint: { error: 'warning', warning: 'warning', refactor: 'info', convention: 'info', info: 'info' },
  flake8: {},
  bandit: { HIGH: 'error', MEDIUM: 'warning', LOW: 'info' },
  eslint: { error: 'error', warning: 'warning' },
  sarif: { error: 'error', warning: 'warning', note: 'info' },
} as const satisfies Record<string, Readonly<Record<string, Severity>>>;

/** For a level not listed above. */
export const OTHER_LEVEL: Severity = 'warning';

/** Where messages count that match no rule. */
export const TOPICS = { types: 'types-and-docs', security: 'practices' } as const satisfies Record<string, CriterionId>;

/** Roles in which messages count that match no rule: without a rule we do not know how to treat tests and examples. */
export const TOPIC_ROLES: readonly ScoredRole[] = ['source', 'script'];

/** What findings are counted against. `floor` keeps one finding in a tiny project from weighing like a hundred. */
export interface Base {
  /** Units per density. */
  per: number;
  floor: number;
  unit: string;
  units: string;
}

export const BASES = {
  'code-lines': { per: 1000, floor: 500, unit: 'line of code', units: 'lines of code' },
  'ml-lines': { per: 1000, floor: 500, unit: 'line of machine-learning code', units: 'lines of machine-learning code' },
  imports: { per: 100, floor: 50, unit: 'import between files', units: 'imports between files' },
} as const satisfies Record<string, Base>;

export type BaseId = keyof typeof BASES;

/** When a criterion applies; otherwise it is left out and the rest is scaled to 100. */
export type Condition = 'code' | 'functions' | 'machine-learning' | 'two-files' | 'boundaries' | 'layers';

export interface CriterionFormula {
  id: CriterionId;
  max: number;
  title: string;
  condition: Condition;
  /** What is measured in addition to the density of findings. */
  measure: 'density' | 'typed-and-documented' | 'coverage' | 'layers' | 'cycles';
  base: BaseId;
  /** Weighted findings per unit of the base at which half of the marks are lost; twice as many lose three quarters. */
  half: number;
  /** One blocker or more multiplies the marks by this. */
  blockerFactor: number;
  /** Rules whose findings the measure itself already counts, so that nothing is counted twice. */
  measured: readonly string[];
  /** Findings in tests weigh like those in production code, because this criterion judges tests. */
  judgesTests?: boolean;
}

export interface DimensionFormula {
  id: DimensionId;
  title: string;
  criteria: readonly CriterionFormula[];
}

/** Weight of the typed share in "typed and documented"; the rest is the documented share. */
export const TYPED_PART = 0.75;

/** Weight of the documented share where nothing needs types, as in JavaScript: documentation then tells what types would. */
export const DOCUMENTED_ALONE = 0.5;

/** From so many functions or public items that need it, per 1,000 lines of code, a share counts in full; below, in proportion. */
export const SHARE_IN_FULL = 5;

/** The steps of `review §2.1`, joined into a curve. */
export const TYPED_ANCHORS: readonly Anchor[] = [[0, 0], [0.25, 0.1], [0.5, 0.4], [0.7, 0.6], [0.9, 0.8], [1, 1]];

/** `review §4.1` requires 90%. */
export const COVERAGE_ANCHORS: readonly Anchor[] = [[0, 0], [0.5, 0.35], [0.7, 0.55], [0.8, 0.75], [0.9, 0.95], [1, 1]];

/** Failed tests: share of tests that passed (skipped ones aside) to a factor on the marks. One failure costs at least half. */
export const PASSED_ANCHORS: readonly Anchor[] = [[0, 0], [1, 0.5]];

/**
 * Tests per 1,000 lines of code to marks, where there is no coverage report. From the last anchor on, the number of tests
 * says too little, and the criterion is not measured; below it there are too few tests for any report to show otherwise.
 */
export const FEW_TESTS_ANCHORS: readonly Anchor[] = [[0, 0], [3, 0.35]];

/**
 * Code of tests as a share of production code from which a project without a single known test has tests of a kind that is
 * not known, such as functions that a script of its own runs.
 */
export const UNKNOWN_TESTS_FROM = 0.1;

/**
 * Tests per 1,000 lines of code, where no coverage report tells more, to the share of its marks that each other criterion
 * keeps: code that nothing has ever run against is not known to work, however clean it reads.
 */
export const UNTESTED_ANCHORS: readonly Anchor[] = [[0, 0.75], [3, 1]];

/** The share of the marks for cycles that is lost when all blocks are in tangles. */
export const TANGLED_COST = 0.5;

/** An unread file costs this fraction of its share of the marks. */
export const UNREAD_COST = 0.5;

const DENSITY = { measure: 'density', base: 'code-lines', measured: [] } as const;
const IMPORTS = { measure: 'density', base: 'imports', measured: [] } as const;
const LEARNING = { measure: 'density', base: 'ml-lines', condition: 'machine-learning', measured: [] } as const;

export const DIMENSIONS: readonly DimensionFormula[] = [
  {
    id: 'code-quality',
    title: 'Code quality',
    criteria: [
      {
        id: 'types-and-docs', max: 10, title: 'Types and documentation', condition: 'functions',
        measure: 'typed-and-documented', base: 'code-lines', half: 10, blockerFactor: 0.7,
        measured: ['quality/missing-type', 'quality/missing-docstring'],
      },
      { ...DENSITY, id: 'error-handling', max: 10, title: 'Error handling', condition: 'code', half: 2.5, blockerFactor: 0.5 },
      { ...DENSITY, id: 'performance', max: 10, title: 'Performance', condition: 'code', half: 4, blockerFactor: 0.5 },
    ],
  },
  {
    id: 'ai-ml',
    title: 'AI and ML',
    criteria: [
      { ...LEARNING, id: 'data-handling', max: 10, title: 'Data handling', half: 4, blockerFactor: 0.2 },
      { ...LEARNING, id: 'model-design', max: 8, title: 'Model design', half: 8, blockerFactor: 0.5 },
      { ...LEARNING, id: 'reproducibility', max: 7, title: 'Reproducibility', half: 6, blockerFactor: 0.5 },
    ],
  },
  {
    id: 'security',
    title: 'Security',
    criteria: [
      { ...DENSITY, id: 'practices', max: 10, title: 'Security practices', condition: 'code', half: 2.5, blockerFactor: 0.25 },
      { ...DENSITY, id: 'privacy', max: 5, title: 'Privacy', condition: 'code', half: 3, blockerFactor: 0.3 },
    ],
  },
  {
    id: 'testing',
    title: 'Testing',
    criteria: [
      {
        id: 'coverage-and-quality', max: 10, title: 'Coverage and test quality', condition: 'code',
        measure: 'coverage', base: 'code-lines', half: 8, blockerFactor: 0.5, measured: ['testing/low-coverage'], judgesTests: true,
      },
    ],
  },
  {
    id: 'architecture',
    title: 'Architecture',
    criteria: [
      { ...IMPORTS, id: 'layering', max: 6, title: 'Layering', condition: 'layers', measure: 'layers', half: 10, blockerFactor: 0.5 },
      { ...IMPORTS, id: 'cycles', max: 5, title: 'Cycles', condition: 'two-files', measure: 'cycles', half: 10, blockerFactor: 0.5 },
      { ...IMPORTS, id: 'contracts-and-boundaries', max: 5, title: 'Contracts and boundaries', condition: 'boundaries', half: 10, blockerFactor: 0.5 },
      { ...DENSITY, id: 'cohesion', max: 4, title: 'Cohesion', condition: 'code', half: 6, blockerFactor: 0.5 },
    ],
  },
];

export interface GradeBand {
  from: number;
  grade: string;
  action: string;
}

/** `review §6`, best first. The last band covers everything else. */
export const GRADES: readonly GradeBand[] = [
  { from: 95, grade: 'A+', action: 'Approve, and share it as an example' },
  { from: 90, grade: 'A', action: 'Approve with minor suggestions' },
  { from: BAR, grade: 'B+', action: 'Request improvements, approve after fixes' },
  { from: 80, grade: 'B', action: 'Request substantial improvements, then review again' },
  { from: 75, grade: 'C+', action: 'Request major rework, starting with the architecture' },
  { from: 0, grade: 'F', action: 'Needs major work before approval' },
];

/** Advice where only evidence stands between the score and approval. */
export const EVIDENCE_FIRST = 'Supply the evidence that is missing, then approve';

export const NOTHING_MEASURED = 'Nothing could be measured: no source code was read';

/**
 * Interpolates linearly between anchors; outside them the nearest anchor applies.
 * @param anchors ascending in both coordinates
 * @param share 0 to 1
 */
export function along(anchors: readonly Anchor[], share: number): number {
  let [fromShare, fromMarks] = anchors[0] ?? [0, 0];
  if (share <= fromShare) return fromMarks;
  for (const [toShare, toMarks] of anchors) {
    if (share <= toShare && toShare > fromShare) {
      return fromMarks + ((share - fromShare) / (toShare - fromShare)) * (toMarks - fromMarks);
    }
    [fromShare, fromMarks] = [toShare, toMarks];
  }
  return fromMarks;
}

/** 1 at a density of zero, a half at `half`, a quarter at twice that: never below 0. */
export function halving(density: number, half: number): number {
  return 2 ** (-density / half);
}

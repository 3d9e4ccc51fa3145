/**
 * The formula of the score as data: every number that decides a point stands here, and
 * `docs/scoring.md` is generated from this file. Change a number, raise `FORMULA_VERSION`.
 */
import type { DimensionId } from '../protocol/report.ts';
import type { Severity } from '../findings/severity.ts';
import type { CriterionId } from '../findings/criterion.ts';
import type { ScoredRole } from './input.ts';

export const FORMULA_VERSION = 1;

/** Points from which a change is approved, when no blocker stands against it. */
export const BAR = 85;

/** A point on a curve: at this share (0 to 1), this part of the marks (0 to 1). Straight lines lie between. */
export type Anchor = readonly [share: number, marks: number];

/** How much one finding weighs. */
export const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 1, info: 0.1 };

/** A blocker weighs this much, whatever its severity. */
export const BLOCKER_WEIGHT = 5;

/** Findings outside of production code weigh less. */
export const ROLE_WEIGHT: Readonly<Record<ScoredRole, number>> = {
  source: 1, script: 0.5, config: 0.5, declaration: 0.5, test: 0.3, example: 0.25, docs: 0.1, fixture: 0.1,
};

/**
 * Words of other tools for how grave something is, and what a message then weighs. Tools that know one
 * level only say nothing by it, so that theirs is a warning.
 */
export const LEVELS = {
  mypy: { error: 'warning' },
  // What pylint calls an error is what mypy finds too, and the same fault must not weigh more by its teller.
  pylint: { error: 'warning', warning: 'warning', refactor: 'info', convention: 'info', info: 'info' },
  flake8: {},
  bandit: { HIGH: 'error', MEDIUM: 'warning', LOW: 'info' },
  eslint: { error: 'error', warning: 'warning' },
  sarif: { error: 'error', warning: 'warning', note: 'info' },
} as const satisfies Record<string, Readonly<Record<string, Severity>>>;

/** A level that is not in the list above. */
export const OTHER_LEVEL: Severity = 'warning';

/** Where messages count that no rule stands for. */
export const TOPICS = { types: 'types-and-docs', security: 'practices' } as const satisfies Record<string, CriterionId>;

/** Files in which messages count that no rule stands for: what rules say of tests and examples is not known of them. */
export const TOPIC_ROLES: readonly ScoredRole[] = ['source', 'script'];

/** What findings are counted against. `floor` keeps one finding in a tiny project from weighing like a hundred. */
export interface Base {
  /** Densities are per this many. */
  per: number;
  floor: number;
  words: string;
}

export const BASES = {
  'code-lines': { per: 1000, floor: 500, words: 'lines of code' },
  'ml-lines': { per: 1000, floor: 500, words: 'lines of code that uses machine learning' },
  imports: { per: 100, floor: 50, words: 'imports between files' },
} as const satisfies Record<string, Base>;

export type BaseId = keyof typeof BASES;

/** When a criterion applies at all; otherwise it is left out and the rest is scaled to 100. */
export type Condition = 'code' | 'functions' | 'machine-learning' | 'two-files' | 'two-blocks';

export interface CriterionFormula {
  id: CriterionId;
  max: number;
  title: string;
  condition: Condition;
  /** What is measured besides the density of findings. */
  measure: 'density' | 'typed-and-documented' | 'coverage' | 'layers';
  base: BaseId;
  /** Weighted findings per unit of the base at which half of the marks are lost; twice as many lose three quarters. */
  half: number;
  /** One blocker or more multiplies the marks by this. */
  blockerFactor: number;
  /** Rules whose findings the measure itself already counts, so that nothing is counted twice. */
  measured: readonly string[];
  /** Findings in tests weigh like those in production code, because tests are what is judged. */
  judgesTests?: boolean;
}

export interface DimensionFormula {
  id: DimensionId;
  title: string;
  criteria: readonly CriterionFormula[];
}

/** Part of the typed share in "typed and documented"; the rest is the documented share. */
export const TYPED_PART = 0.6;

/** The steps of `review §2.1`, joined into a curve. */
export const TYPED_ANCHORS: readonly Anchor[] = [[0, 0], [0.25, 0.1], [0.5, 0.4], [0.7, 0.6], [0.9, 0.8], [1, 1]];

/** 90% covered is what `review §4.1` asks for. */
export const COVERAGE_ANCHORS: readonly Anchor[] = [[0, 0], [0.5, 0.35], [0.7, 0.55], [0.8, 0.75], [0.9, 0.95], [1, 1]];

/** Failed tests: share of tests that passed (skipped ones aside) to a factor on the marks. One failure costs at least a half. */
export const PASSED_ANCHORS: readonly Anchor[] = [[0, 0], [1, 0.5]];

/** The most that a criterion without its evidence can get, as a part of its marks. */
export const WITHOUT_EVIDENCE = 0.5;

/** Tests per function at which tests count as present in full when there is no coverage report. */
export const TESTS_PER_FUNCTION = 0.5;

/** An unread file costs this part of its share of the marks. */
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
      { ...DENSITY, id: 'error-handling', max: 10, title: 'Error handling', condition: 'code', half: 5, blockerFactor: 0.5 },
      { ...DENSITY, id: 'performance', max: 10, title: 'Performance', condition: 'code', half: 8, blockerFactor: 0.5 },
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
      { ...DENSITY, id: 'practices', max: 10, title: 'Security practices', condition: 'code', half: 3, blockerFactor: 0.3 },
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
      { ...IMPORTS, id: 'layering', max: 6, title: 'Layering', condition: 'two-files', measure: 'layers', half: 10, blockerFactor: 0.5 },
      { ...IMPORTS, id: 'cycles', max: 5, title: 'Cycles', condition: 'two-files', half: 10, blockerFactor: 0.5 },
      { ...IMPORTS, id: 'contracts-and-boundaries', max: 5, title: 'Contracts and boundaries', condition: 'two-blocks', half: 10, blockerFactor: 0.5 },
      { ...DENSITY, id: 'cohesion', max: 4, title: 'Cohesion', condition: 'code', half: 6, blockerFactor: 0.5 },
    ],
  },
];

export interface GradeBand {
  from: number;
  grade: string;
  action: string;
}

/** `review §6`, best first. The last band takes everything else. */
export const GRADES: readonly GradeBand[] = [
  { from: 95, grade: 'A+', action: 'Approve at once, show it to the team as an example' },
  { from: 90, grade: 'A', action: 'Approve with small suggestions' },
  { from: BAR, grade: 'B+', action: 'Request improvements, approve after fixes' },
  { from: 80, grade: 'B', action: 'Request substantial improvements, then review again' },
  { from: 75, grade: 'C+', action: 'Request major rework, discuss the architecture first' },
  { from: 0, grade: 'F', action: 'Reject, rethink the design' },
];

export const NOTHING_MEASURED = 'Nothing could be measured: no source code was read';

/** A hand-written report with everything that a format has to show, and one whose names are out to break formats. */
import { barOf, verdictOn } from '../../server/gates/verdict.ts';
import type { JsonReport, ReportFinding, ReportRange, ReportScore } from '../../server/protocol/report.ts';
import type { NewCodeChoices } from '../../server/report/review/new-code.ts';
import type { RuleWords } from '../../server/report/review/rule-words.ts';
import type { ScoreInput } from '../../server/score/input.ts';
import { score } from '../../server/score/score.ts';
import { ALL_RULES, finding as counted, sound } from '../score/inputs.ts';

function range(line: number, column: number, length = 5): ReportRange {
  return { start: { line, column }, end: { line, column: column + length } };
}

function finding(over: Partial<ReportFinding>): ReportFinding {
  return {
    ruleId: 'quality/swallowed-error',
    severity: 'warning',
    message: 'The error is caught and dropped',
    path: 'src/users/service.ts',
    range: range(1, 1),
    block: 'Users',
    layer: 'business',
    guideline: 'review §2.1',
    fixable: false,
    blocker: false,
    baseline: false,
    fingerprint: 'f'.repeat(16),
    related: [],
    ...over,
  };
}

function rule(id: string, title: string, guideline: string, criterion: RuleWords['criterion']): RuleWords {
  return {
    id, title, guideline, criterion, url: `https://example.org/rules/${id}`,
    docs: { what: `Finds: ${title.toLowerCase()}.`, why: 'It grows worse with time.', fix: 'Mend it where it starts.', limits: 'Sees one file at a time.' },
  };
}

export const RULES: RuleWords[] = [
  rule('architecture/block-cycle', 'Blocks that depend on each other', 'blocks §4.2', 'cycles'),
  rule('architecture/layer-crossing', 'Import against the layer direction', 'architecture §1.2', 'layering'),
  rule('quality/swallowed-error', 'Swallowed error', 'review §2.1', 'error-handling'),
  rule('quality/missing-docstring', 'Public item without documentation', 'style §3.1', 'types-and-docs'),
  rule('security/hardcoded-secret', 'Secret in the code', 'review §3.1', 'practices'),
];

function withWorst(input: ScoreInput): ReportScore {
  return { ...score(input), worstFiles: [{ path: 'src/users/service.ts', score: 41.2 }, { path: 'src/data/store.ts', score: 78 }] };
}

/** With the verdict of its gate, as a review tells it. */
function gated(report: JsonReport): JsonReport {
  const bar = barOf({ argument: undefined, configured: null, hasBaseline: false });
  return { ...report, gate: verdictOn({ findings: report.findings, total: report.score.total }, bar) };
}

export function sample(): JsonReport {
  return gated({
    schemaVersion: 1,
    tool: { name: 'archwright', version: '0.1.0' },
    origin: {
      project: 'shop', at: '2026-11-30T14:05:09Z',
      commit: { hash: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', branch: 'feature/orders', changed: true },
    },
    files: { typescript: 18, javascript: 1, python: 4, notebook: 1, skipped: [{ path: 'src/generated/huge.ts', reason: 'larger than 2 MB' }] },
    score: withWorst({
      ...sound(),
      findings: [
        counted({ count: 9 }),
        counted({ ruleId: 'security/hardcoded-secret', criterion: 'practices', severity: 'error', blocker: true }),
        counted({ ruleId: 'architecture/layer-crossing', criterion: 'layering', severity: 'error' }),
        counted({ ruleId: 'architecture/block-cycle', criterion: 'cycles', severity: 'error', count: 2 }),
      ],
      totals: { ...sound().totals, typedFunctions: 188, documentedItems: 70, machineLearningFiles: 0, machineLearningLines: 0 },
      graph: { ...sound().graph, blockCycles: 1, tangledBlocks: 2 },
      evidence: { coverage: null, tests: null, tools: [] },
      rulesRun: ALL_RULES,
    }),
    findings: [
      finding({
        ruleId: 'architecture/layer-crossing',
        severity: 'error',
        message: 'The data layer imports from the presentation layer, which is above it',
        path: 'src/data/store.ts',
        range: range(3, 24, 18),
        block: 'Store',
        layer: 'data',
        guideline: 'architecture §1.2',
        fixable: true,
        fingerprint: 'a1b2c3d4e5f60718',
        related: [{ path: 'src/ui/table.tsx', range: range(1, 1, 20), message: 'What is imported' }],
      }),
      finding({
        ruleId: 'architecture/block-cycle',
        severity: 'error',
        message: 'Orders and Users depend on each other: Orders → Users → Orders',
        path: 'src/orders/index.ts',
        range: range(2, 1, 40),
        block: 'Orders',
        guideline: 'blocks §4.2',
        fingerprint: 'b1b2c3d4e5f60718',
      }),
      finding({
        ruleId: 'architecture/block-cycle',
        severity: 'error',
        message: 'Users and Orders depend on each other: Users → Orders → Users',
        range: range(4, 1, 38),
        guideline: 'blocks §4.2',
        fixable: true,
        fingerprint: 'b2b2c3d4e5f60718',
      }),
      finding({
        ruleId: 'security/hardcoded-secret',
        severity: 'error',
        message: 'A password stands in the code: "hu…2!"',
        range: range(112, 18, 12),
        guideline: 'review §3.1',
        blocker: true,
        fingerprint: 'c1b2c3d4e5f60718',
      }),
      finding({ range: range(87, 5, 14), fingerprint: 'd1b2c3d4e5f60718' }),
      finding({ range: range(131, 5, 14), fingerprint: 'd2b2c3d4e5f60718', fixable: true }),
      finding({ path: 'src/data/store.ts', block: 'Store', layer: 'data', range: range(40, 9, 14), fingerprint: 'd3b2c3d4e5f60718', baseline: true }),
      finding({
        ruleId: 'quality/missing-docstring',
        severity: 'info',
        message: 'The public function load_frame is not documented',
        path: 'ml/frames.py',
        block: null,
        layer: null,
        range: range(12, 1, 14),
        guideline: 'style §3.1',
        fingerprint: 'e1b2c3d4e5f60718',
      }),
    ],
    evidence: {
      coverage: null,
      tests: null,
      tools: [
        {
          tool: 'mypy',
          path: 'reports/mypy.txt',
          read: 5,
          counted: 2,
          alreadyFound: 1,
          toldTwice: 1,
          notCounted: 1,
          outside: 3,
          olderThan: 1,
          complete: true,
          messages: [
            {
              code: 'arg-type',
              ruleId: null,
              criterion: 'types-and-docs',
              severity: 'warning',
              path: 'ml/frames.py',
              line: 30,
              message: 'Argument 1 to "load" has incompatible type "str"; expected "int"',
              why: null,
            },
            {
              code: 'import',
              ruleId: null,
              criterion: null,
              severity: 'warning',
              path: 'ml/frames.py',
              line: 2,
              message: 'Cannot find a module named "numpy"',
              why: 'no-criterion',
            },
          ],
        },
        {
          tool: 'bandit',
          path: 'bandit.json',
          read: 0,
          counted: 0,
          alreadyFound: 0,
          toldTwice: 0,
          notCounted: 0,
          outside: 0,
          olderThan: 0,
          complete: false,
          messages: [],
        },
      ],
      problems: [{ path: 'bandit.json', reason: 'bandit could not look at ml/broken.py (syntax error)' }],
    },
    graph: {
      layers: [
        { id: 'presentation', paths: ['src/ui/**'], mayUse: ['business'] },
        { id: 'business', paths: ['src/users/**', 'src/orders/**', 'src/billing/**'], mayUse: ['data'] },
        { id: 'data', paths: ['src/data/**'], mayUse: [] },
      ],
      blocks: [
        {
          id: 'Pages',
          layer: 'presentation',
          paths: ['src/ui/pages/**'],
          files: 5,
          state: 'active',
          version: '0.1.0',
          dependsOn: ['Orders', 'Users', 'Widgets'],
        },
        { id: 'Widgets', layer: 'presentation', paths: ['src/ui/widgets/**'], files: 3, state: 'active', version: '0.1.0', dependsOn: [] },
        { id: 'Users', layer: 'business', paths: ['src/users/**'], files: 4, state: 'modified', version: '1.2.0', dependsOn: ['Orders', 'Store'] },
        { id: 'Orders', layer: 'business', paths: ['src/orders/**'], files: 4, state: 'active', version: '1.0.0', dependsOn: ['Billing', 'Store', 'Users'] },
        { id: 'Billing', layer: 'business', paths: ['src/billing/**'], files: 2, state: 'pending', version: '0.1.0', dependsOn: ['Store'] },
        { id: 'Store', layer: 'data', paths: ['src/data/**'], files: 3, state: 'active', version: '2.0.1', dependsOn: ['Widgets'] },
        { id: 'ml', layer: null, paths: ['ml/**'], files: 5, state: 'active', version: '0.1.0', dependsOn: ['Store'] },
      ],
      edges: [
        { from: 'Pages', to: 'Orders', imports: 3, kind: 'value' },
        { from: 'Pages', to: 'Users', imports: 2, kind: 'value' },
        { from: 'Pages', to: 'Widgets', imports: 6, kind: 'value' },
        { from: 'Users', to: 'Orders', imports: 1, kind: 'value' },
        { from: 'Orders', to: 'Users', imports: 2, kind: 'value' },
        { from: 'Orders', to: 'Billing', imports: 2, kind: 'value' },
        { from: 'Users', to: 'Store', imports: 2, kind: 'value' },
        { from: 'Orders', to: 'Store', imports: 1, kind: 'type' },
        { from: 'Billing', to: 'Store', imports: 1, kind: 'value' },
        { from: 'Store', to: 'Widgets', imports: 1, kind: 'value' },
        { from: 'ml', to: 'Store', imports: 1, kind: 'value' },
      ],
      cycles: [['Orders', 'Users']],
      criticalPath: ['Pages', 'Orders', 'Billing', 'Store', 'Widgets'],
    },
    durationMs: 1234,
  });
}

/** What readers of the sample's page can limit it to. */
export const NEW_CODE: NewCodeChoices = {
  points: [
    { kind: 'base', label: 'origin/main', findings: new Set([0, 3, 4]) },
    { kind: 'day', label: '2026-11-29, yesterday', findings: new Set() },
    { kind: 'day', label: '2026-11-23, 7 days ago', findings: new Set([0, 3, 4, 6, 7]) },
    { kind: 'commit', label: `1a2b3c4 (2026-11-28) Orders know their ${'very '.repeat(20)}own prices`, findings: new Set([3]) },
  ],
  problem: null,
};

/** Text that would act in one format or another if it were not escaped. */
export const HOSTILE = 'a|b*_`<script>alert("1")</script>&amp;]]>--><!-- %0A::error::x\u0000\u001b[31m\u202e\ud800\nnext, line\'s "end"; {x} [y](javascript:1)';

/** The sample with hostile names wherever names come from the workspace. */
export function hostile(): JsonReport {
  const report = sample();
  return {
    ...report,
    origin: { project: HOSTILE, at: report.origin!.at, commit: { hash: HOSTILE, branch: HOSTILE, changed: true } },
    files: { ...report.files, skipped: [{ path: `src/${HOSTILE}.ts`, reason: HOSTILE }] },
    score: { ...report.score, blockers: [{ ruleId: HOSTILE, count: 1 }], action: HOSTILE },
    findings: report.findings.map((one) => ({
      ...one,
      ruleId: one.blocker ? HOSTILE : one.ruleId,
      message: HOSTILE,
      path: `src/${HOSTILE}.ts`,
      block: HOSTILE,
      layer: HOSTILE,
      guideline: HOSTILE,
      related: [{ path: `${HOSTILE}.ts`, range: range(1, 1), message: HOSTILE }],
    })),
    evidence: {
      coverage: HOSTILE,
      tests: HOSTILE,
      problems: [{ path: HOSTILE, reason: HOSTILE }],
      tools: report.evidence!.tools.map((tool) => ({
        ...tool,
        tool: HOSTILE,
        path: HOSTILE,
        messages: tool.messages.map((one) => ({ ...one, code: HOSTILE, path: HOSTILE, message: HOSTILE, criterion: one.why === null ? HOSTILE : null })),
      })),
    },
    graph: {
      layers: [{ id: HOSTILE, paths: [HOSTILE], mayUse: [] }],
      blocks: [
        { id: HOSTILE, layer: HOSTILE, paths: [HOSTILE], files: 1, state: 'active', version: HOSTILE, dependsOn: ['B'] },
        { id: 'B', layer: null, paths: ['b/**'], files: 1, state: 'active', version: '1', dependsOn: [HOSTILE] },
      ],
      edges: [
        { from: HOSTILE, to: 'B', imports: 1, kind: 'value' },
        { from: 'B', to: HOSTILE, imports: 1, kind: 'value' },
      ],
      cycles: [['B', HOSTILE]],
      criticalPath: [],
    },
  };
}

/** A folder without any code. */
export function empty(): JsonReport {
  const { gate: _, origin, ...rest } = sample();
  return {
    ...rest,
    // In no repository.
    origin: { ...origin!, commit: null },
    files: { typescript: 0, javascript: 0, python: 0, notebook: 0, skipped: [] },
    score: { ...score({ ...sound(), totals: { ...sound().totals, files: 0 } }), worstFiles: [] },
    findings: [],
    evidence: { coverage: null, tests: null, tools: [], problems: [] },
    graph: { layers: [], blocks: [], edges: [], cycles: [], criticalPath: [] },
    durationMs: 12,
  };
}

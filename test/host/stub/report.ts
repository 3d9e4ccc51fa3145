/** What the test double of the server reports: a bit of everything that views can show. */
import type { JsonReport, ReportFinding } from '../../../server/protocol/report.ts';
import type { LogRow } from '../../../server/protocol/tracking.ts';

function finding(
  ruleId: string,
  severity: ReportFinding['severity'],
  path: string,
  line: number,
  block: string,
  more: Partial<ReportFinding> = {},
): ReportFinding {
  return {
    ruleId,
    severity,
    path,
    block,
    message: `Something about ${ruleId.split('/')[1] ?? ''}`,
    range: { start: { line, column: 1 }, end: { line, column: 10 } },
    layer: block === 'web' ? 'presentation' : 'data',
    guideline: 'review §3.1',
    fixable: false,
    blocker: false,
    baseline: false,
    fingerprint: `${ruleId}:${path}`,
    related: [],
    ...more,
  };
}

export function scriptedReport(): JsonReport {
  return {
    schemaVersion: 1,
    tool: { name: 'archwright', version: '0.0.0' },
    files: { typescript: 3, javascript: 0, python: 1, notebook: 0, skipped: [] },
    score: {
      formulaVersion: 2, total: 87.5, measuredMax: 40, grade: 'B+', action: 'Request improvements, approve after fixes', approved: false,
      dimensions: [
        { id: 'code-quality', points: 26, max: 30, criteria: [
          { id: 'types-and-docs', points: 8, max: 10, measured: true, lost: [], reason: '94% of 212 functions are typed and documented' },
          { id: 'error-handling', points: 10, max: 10, measured: true, lost: [], reason: 'no finding' },
          { id: 'performance', points: 8, max: 10, measured: true, lost: [], reason: '2 findings in 5,000 lines' },
        ] },
        { id: 'security', points: 9, max: 10, criteria: [
          { id: 'practices', points: 9, max: 10, measured: true, lost: [], reason: '1 blocker' },
        ] },
        { id: 'testing', points: 0, max: 10, criteria: [
          { id: 'coverage-and-quality', points: 0, max: 10, measured: false, lost: [], reason: 'no coverage report; write coverage/lcov.info' },
        ] },
      ],
      worstFiles: [],
      blockers: [{ ruleId: 'security/hardcoded-secret', count: 1 }],
    },
    findings: [
      finding('security/hardcoded-secret', 'error', 'src/data/store.ts', 3, 'store', { blocker: true, fixable: true }),
      finding('quality/long-function', 'warning', 'src/web/page.ts', 2, 'web'),
      finding('quality/long-function', 'warning', 'src/data/store.ts', 5, 'store'),
      finding('quality/line-length', 'info', 'src/web/page.ts', 4, 'web', { baseline: true }),
    ],
    graph: {
      layers: [{ id: 'presentation', paths: ['src/web/**'], mayUse: ['data'] }, { id: 'data', paths: ['src/data/**'], mayUse: [] }],
      blocks: [
        { id: 'web', layer: 'presentation', paths: ['src/web/**'], files: 1, state: 'active', version: '0.1.0', dependsOn: ['store'] },
        { id: 'store', layer: 'data', paths: ['src/data/**'], files: 1, state: 'modified', version: '0.1.0', dependsOn: [] },
      ],
      edges: [{ from: 'web', to: 'store', imports: 1, kind: 'value' }],
      cycles: [],
      criticalPath: ['web', 'store'],
    },
    durationMs: 12,
  };
}

export function scriptedLog(): LogRow[] {
  return [
    {
      kind: 'issue',
      status: 'In Progress',
      time: '2026-11-01T10:00:00Z',
      commit: 'a'.repeat(40),
      branch: 'main',
      issue: 'ML-42',
      summary: 'Add the store',
      author: 'Ada',
      score: null,
      grade: '',
      errors: null,
      warnings: null,
      infos: null,
      delta: null,
    },
    {
      kind: 'review',
      status: '',
      time: '2026-11-02T10:00:00Z',
      commit: 'a'.repeat(40),
      branch: 'main',
      issue: '',
      summary: '',
      author: 'Ada',
      score: 87.5,
      grade: 'B+',
      errors: 1,
      warnings: 2,
      infos: 1,
      delta: 1.5,
    },
  ];
}

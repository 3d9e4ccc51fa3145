/** Workspaces that the panel tests show. */
import type { Focus } from '../../server/app/panel/answer.ts';
import type { BlockImport, EdgeFlow } from '../../server/protocol/answers.ts';
import type { Since } from '../../server/protocol/question.ts';
import type { BlockState, JsonReport, ReportBlock, ReportEdge, ReportFinding, ReportGraph, ReportOrigin, ReportScore } from '../../server/protocol/report.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';

/** One folder, with all that the page can ask for. */
export interface ExampleFolder {
  key: string;
  name: string;
  report: JsonReport | null;
  log: LogRow[];
  problem: string | null;
  /** Between any two blocks. */
  imports?: BlockImport[];
  /** What passes along edges; nothing when it is left out. */
  flows?: (edges: readonly (readonly [string, string])[]) => EdgeFlow[];
  origin?: ReportOrigin;
  /** Which findings are in new code since a point. */
  focus?: (since: Since) => Focus;
  timeZone?: string;
  /** Version of what may be new. */
  changes?: string;
}

export interface Workspace {
  folders: ExampleFolder[];
  active: string | null;
  busy: boolean;
}

const RANGE = { start: { line: 12, column: 3 }, end: { line: 12, column: 20 } };

/** What the example was reviewed at. */
export const ORIGIN: ReportOrigin = {
  project: 'shop', at: '2026-11-30T12:00:00Z', commit: { hash: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', branch: 'feature/orders', changed: true },
};

/** One finding; `change` overrides what the test is about. */
export function finding(change: Partial<ReportFinding>): ReportFinding {
  return {
    ruleId: 'quality/missing-type',
    severity: 'warning',
    message: 'The parameter “user” has no type',
    path: 'src/a.ts',
    range: RANGE,
    block: null,
    layer: null,
    guideline: 'review §2.1',
    fixable: true,
    blocker: false,
    baseline: false,
    fingerprint: `${change.ruleId}${change.path}${change.message}`,
    related: [],
    ...change,
  };
}

/** A block in `layer`. */
export function block(id: string, layer: string | null, state: BlockState = 'active'): ReportBlock {
  return { id, layer, paths: [`src/${layer ?? 'other'}/${id.toLowerCase()}/**`], files: 4, state, version: '0.3.0', dependsOn: [] };
}

const LAYERS: Record<string, string[]> = {
  presentation: ['Web', 'Api', 'Cli', 'Admin', 'Notifications'],
  application: ['Checkout', 'Accounts', 'Catalogue', 'Search', 'Reporting', 'Pricing', 'Onboarding'],
  domain: ['Orders', 'Users', 'Products', 'Payments', 'Shipping', 'Discounts', 'Inventory', 'Taxes'],
  data: ['OrderStore', 'UserStore', 'ProductStore', 'Cache', 'Outbox', 'Migrations'],
  platform: ['Clock', 'Logging', 'Config', 'Http'],
};

const USES: [string, string, ('value' | 'type')?][] = [
  ['Web', 'Checkout'],
  ['Web', 'Catalogue'],
  ['Web', 'Search'],
  ['Api', 'Checkout'],
  ['Api', 'Accounts'],
  ['Cli', 'Reporting'],
  ['Admin', 'Accounts'],
  ['Admin', 'Reporting'],
  ['Notifications', 'Accounts', 'type'],
  ['Checkout', 'Orders'],
  ['Checkout', 'Pricing'],
  ['Checkout', 'Payments'],
  ['Accounts', 'Users'],
  ['Onboarding', 'Accounts'],
  ['Catalogue', 'Products'],
  ['Search', 'Catalogue'],
  ['Reporting', 'Orders', 'type'],
  ['Pricing', 'Discounts'],
  ['Pricing', 'Taxes'],
  ['Orders', 'Products'],
  ['Orders', 'Users', 'type'],
  ['Payments', 'Shipping'],
  ['Shipping', 'Inventory'],
  ['Inventory', 'Payments'],
  ['Orders', 'OrderStore'],
  ['Users', 'UserStore'],
  ['Products', 'ProductStore'],
  ['Products', 'Cache'],
  ['OrderStore', 'Outbox'],
  ['UserStore', 'Config'],
  ['Outbox', 'Http'],
  ['Cache', 'Clock'],
  ['Migrations', 'Config'],
  ['Http', 'Logging'],
  ['Web', 'UserStore'],
  ['Cache', 'Discounts', 'type'],
];

/** 30 blocks in five layers, one cycle, two edges against the layers. */
export function smallGraph(): ReportGraph {
  const names = Object.keys(LAYERS);
  const states: Record<string, BlockState> = {
    Payments: 'failed',
    Pricing: 'modified',
    Search: 'pending',
    Migrations: 'deprecated',
    Users: 'completed',
    Products: 'completed',
    Orders: 'modified',
  };
  return {
    layers: names.map((id, at) => ({
      id,
      paths: [`src/${id}/**`],
      mayUse: names.slice(at + 1, id === 'application' || id === 'presentation' ? at + 2 : undefined),
    })),
    blocks: names.flatMap((layer) => (LAYERS[layer] ?? []).map((id) => block(id, layer, states[id]))),
    edges: USES.map(([from, to, kind = 'value'], at): ReportEdge => ({ from, to, imports: (at % 5) + 1, kind })),
    cycles: [['Payments', 'Shipping', 'Inventory']],
    criticalPath: ['Web', 'Checkout', 'Orders', 'OrderStore', 'Outbox', 'Http', 'Logging'],
  };
}

/** `count` blocks with about two edges each, in `layers` layers or in none; every 40th uses a layer above. */
export function largeGraph(count: number, layers: number): ReportGraph {
  const names = Array.from({ length: layers }, (_, at) => `layer-${at}`);
  const layerOf = (at: number): string | null => (layers === 0 ? null : (names[Math.floor((at * layers) / count)] ?? null));
  const blocks = Array.from({ length: count }, (_, at): ReportBlock => ({
    ...block(`Block${at}`, layerOf(at)),
    paths: [`src/area${Math.floor((at * 12) / count)}/block${at}/**`],
  }));
  const edges = blocks.flatMap((one, at): ReportEdge[] => [
    ...[3, 11, 47].flatMap((step) =>
      at + step < count && (at * step) % 4 !== 3 ? [{ from: one.id, to: `Block${at + step}`, imports: 1, kind: 'value' as const }] : [],
    ),
    ...(at % 40 === 39 && at > 60 ? [{ from: one.id, to: `Block${at - 57}`, imports: 1, kind: 'value' as const }] : []),
  ]);
  return {
    layers: names.map((id, at) => ({ id, paths: [], mayUse: names.slice(at + 1) })),
    blocks,
    edges,
    cycles: [],
    criticalPath: ['Block0', 'Block3', 'Block6'],
  };
}

/** A score with every kind of criterion in it. */
export function score(): ReportScore {
  return {
    formulaVersion: 2,
    total: 80.8,
    measuredMax: 65,
    grade: 'B',
    action: 'Request improvements, approve after fixes',
    approved: false,
    dimensions: [
      {
        id: 'code-quality',
        points: 25.8,
        max: 30,
        criteria: [
          {
            id: 'types-and-docs',
            points: 8.4,
            max: 10,
            measured: true,
            lost: [{ cause: 'quality/missing-type', count: 34, points: 1.6 }],
            reason: '84% of 212 functions are typed and documented',
          },
          { id: 'error-handling', points: 9.2, max: 10, measured: true, lost: [], reason: '2 errors are caught and dropped' },
          { id: 'performance', points: 8.2, max: 10, measured: true, lost: [], reason: '3 awaits stand in loops' },
        ],
      },
      {
        id: 'security',
        points: 9.5,
        max: 15,
        criteria: [
          {
            id: 'practices',
            points: 4.5,
            max: 10,
            measured: true,
            lost: [{ cause: 'security/hardcoded-secret', count: 1, points: 5.5 }],
            reason: '1 secret in code, 2 unsafe calls',
          },
          { id: 'privacy', points: 5, max: 5, measured: true, lost: [], reason: 'No personal data is logged' },
        ],
      },
      {
        id: 'testing',
        points: 0,
        max: 10,
        criteria: [
          {
            id: 'coverage-and-quality',
            points: 0,
            max: 10,
            measured: false,
            lost: [],
            reason: 'No coverage report was found. Write one to coverage/lcov.info.',
          },
        ],
      },
      {
        id: 'architecture',
        points: 17.2,
        max: 20,
        criteria: [
          { id: 'layering', points: 4.6, max: 6, measured: true, lost: [], reason: '2 of 36 dependencies go against the layers' },
          { id: 'cycles', points: 3.8, max: 5, measured: true, lost: [], reason: '3 of 30 blocks are in a cycle' },
          { id: 'contracts-and-boundaries', points: 5, max: 5, measured: true, lost: [], reason: 'All contracts hold' },
          { id: 'cohesion', points: 3.8, max: 4, measured: true, lost: [], reason: 'One class has unrelated duties' },
        ],
      },
    ],
    worstFiles: [{ path: 'src/domain/payments/gateway.ts', score: 48.3 }],
    blockers: [{ ruleId: 'security/hardcoded-secret', count: 1 }],
  };
}

/** A report on `graph`. */
export function report(graph: ReportGraph, change: Partial<JsonReport> = {}): JsonReport {
  return {
    schemaVersion: 1, tool: { name: 'archwright', version: '0.1.0' }, files: { typescript: 120, javascript: 4, python: 0, notebook: 0, skipped: [] },
    score: score(), findings: smallFindings(), graph, durationMs: 812, ...change,
  };
}

function smallFindings(): ReportFinding[] {
  return [
    finding({
      ruleId: 'security/hardcoded-secret',
      severity: 'error',
      blocker: true,
      message: 'An AWS key stands in the code: AKIA****',
      path: 'src/domain/payments/gateway.ts',
      block: 'Payments',
      guideline: 'review §4.1',
      fixable: false,
    }),
    finding({
      ruleId: 'architecture/layer-crossing',
      severity: 'error',
      message: 'presentation may not use data: Web imports UserStore',
      path: 'src/presentation/web/session.ts',
      block: 'Web',
      guideline: 'architecture §1.2',
    }),
    finding({
      ruleId: 'architecture/layer-crossing',
      severity: 'error',
      message: 'data may not use domain: Cache imports Discounts',
      path: 'src/data/cache/keys.ts',
      block: 'Cache',
      guideline: 'architecture §1.2',
    }),
    finding({
      ruleId: 'architecture/block-cycle',
      severity: 'error',
      message: 'Payments → Shipping → Inventory → Payments',
      path: 'src/domain/inventory/stock.ts',
      block: 'Inventory',
      guideline: 'blocks §4.2',
    }),
    ...Array.from({ length: 9 }, (_, at) =>
      finding({ message: `The parameter “value${at}” has no type`, path: `src/application/pricing/rule${at}.ts`, block: 'Pricing' }),
    ),
    ...Array.from({ length: 5 }, (_, at) =>
      finding({
        ruleId: 'quality/line-length',
        severity: 'info',
        message: `Line of ${121 + at} characters`,
        path: `src/domain/orders/file${at}.ts`,
        block: 'Orders',
        guideline: 'style §2',
      }),
    ),
  ];
}

/** `count` log rows, a review after every second commit, oldest first. */
export function log(count: number): LogRow[] {
  let last: number | null = null;
  return Array.from({ length: count }, (_, at): LogRow => {
    const review = at % 3 === 2;
    const points = Math.round((70 + 14 * (at / count) + 5 * Math.sin(at / 4)) * 10) / 10;
    const delta = review && last !== null ? Math.round((points - last) * 10) / 10 : null;
    if (review) last = points;
    return {
      kind: review ? 'review' : 'issue',
      status: review ? '' : ['To Do', 'In Progress', 'Code Review', 'Done', 'Blocked'][at % 5] ?? '',
      time: new Date(Date.UTC(2026, 5, 1, 8) + at * 17 * 3_600_000).toISOString(),
      commit: (at * 2654435761).toString(16).padStart(12, '0').repeat(4).slice(0, 40),
      branch: at % 4 === 0 ? 'main' : `feature/ML-${at}`,
      issue: at % 4 === 0 ? '' : `ML-${at}`,
      summary: review ? '' : `Mend the ${['order', 'price', 'stock', 'login'][at % 4]} flow (${at})`,
      author: ['Ada', 'Grace', 'Edsger'][at % 3] ?? '',
      score: review ? points : null,
      grade: review ? (points > 85 ? 'B+' : points > 80 ? 'B' : 'C+') : '',
      errors: review ? Math.max(0, 40 - Math.floor(at / 8)) : null,
      warnings: review ? 90 - (at % 30) : null,
      infos: review ? 12 : null,
      delta,
      ...(review ? {} : { cells: cellsOf(at) }),
    };
  });
}

/** Every fourth issue is in no sprint. */
function cellsOf(at: number): Record<string, string> {
  return {
    'Story Points': String((at % 5) + 1), 'Priority': ['High', 'Medium', 'Low'][at % 3] ?? '', 'Time Spent': `${(at % 7) + 1}h`,
    ...(at % 4 === 0 ? {} : { Sprint: `Sprint ${9 + Math.floor(at / 15) % 4}` }),
  };
}

/** A folder that has been reviewed. */
export function folder(change: Partial<ExampleFolder> = {}): ExampleFolder {
  return { key: 'file:///shop', name: 'shop', report: report(smallGraph()), log: log(60), problem: null, ...change };
}

/** A workspace of these folders. */
export function workspace(folders: ExampleFolder[], busy = false): Workspace {
  return { folders, active: folders[0]?.key ?? null, busy };
}

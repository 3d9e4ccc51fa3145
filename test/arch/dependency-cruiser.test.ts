/** The import directions, cycles and reachability as dependency-cruiser sees them: our own adapter does not judge itself alone. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { GROUND, OUTSIDE, TABLE } from './direction-table.ts';
import { ROOT } from './sources.ts';

const FOLDERS = ['server', 'client', 'media', 'scripts'];
/** Where the programs begin; the scripts write what is shipped too, such as the schema. */
const ENTRIES = '^(server/(cli|lsp)/main\\.ts|server/worker\\.ts|client/extension\\.ts|media/main\\.tsx|scripts/.+)$';

/** Rows of the table with a star, of which each member is a part of its own: the members, and what one member holds (`$1`, `$2`: its name). */
const MANY: Readonly<Record<string, { each: string; same: string }>> = {
  'rules/*': { each: '^server/rules/(?!kit/)([^/]+)/([^/.]+)(?:\\.tsx?$|/)', same: '^server/rules/$1/$2(\\.tsx?$|/)' },
  'languages/*': { each: '^server/languages/(?!kit/)([^/]+)/', same: '^server/languages/$1/' },
};

function filesOf(part: string): string {
  if (MANY[part] !== undefined) return MANY[part].each;
  assert.doesNotMatch(part, /\*/, `${part}: say in MANY what its members are`);
  const name = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return OUTSIDE.includes(part) ? `^${name}/` : `^server/${name}(/|\\.tsx?$)`;
}

/** One rule for each part of the table. */
const DIRECTIONS: IForbiddenRuleType[] = [...TABLE].filter(([part]) => part !== 'scripts').map(([part, targets]) => ({
  name: part, severity: 'error',
  from: { path: filesOf(part) },
  // A file that no row speaks of is imported by nobody either: the pattern takes all files of the repository.
  to: {
    path: '^(server|client|media|scripts|test)/',
    pathNot: [MANY[part]?.same ?? filesOf(part), ...[...(GROUND.includes(part) ? [] : GROUND), ...targets].map(filesOf)],
  },
}));

const FORBIDDEN: IForbiddenRuleType[] = [
  ...DIRECTIONS,
  // Types are gone when the program runs; our own rule leaves such cycles alone as well.
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'not-reachable', severity: 'error', from: { path: ENTRIES }, to: { path: '^(server|client|media)/', pathNot: ENTRIES, reachable: false } },
];

/** What is wrong below a folder, one line for each fault, and how many files were read. */
async function faultsIn(baseDir: string): Promise<{ faults: string[]; files: number }> {
  const { output } = await cruise(
    FOLDERS,
    {
      baseDir,
      ruleSet: { forbidden: FORBIDDEN },
      validate: true,
      tsPreCompilationDeps: true,
      exclude: { path: '\\.d\\.ts$' },
      doNotFollow: { path: '^(node_modules|test)/' },
    },
    { extensions: ['.ts', '.tsx'] } as never,
  );
  const { summary } = output as ICruiseResult;
  return {
    faults: summary.violations.map(({ rule, from, to }) => (rule.name === 'not-reachable' ? `${rule.name}: ${to}` : `${rule.name}: ${from} -> ${to}`)).sort(),
    files: summary.totalCruised,
  };
}

describe('dependency-cruiser', function () {
  this.timeout(180_000);

  it('finds no forbidden import, no cycle and no unreachable file', async () => {
    const { faults, files } = await faultsIn(ROOT);
    assert.deepEqual(faults, []);
    assert.ok(files > 400, `${files} files`);
  });

  it('finds each of them in a sample', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'archwright-cruise-'));
    const files: Record<string, string> = {
      'server/cli/main.ts': "import '../lsp/main.ts';\nimport '../graph/a.ts';\nimport '../app/review.ts';\nimport '../languages/one/a.ts';\n",
      'server/app/review.ts': "import '../rules/registry.ts';\n",
      'server/lsp/main.ts': '',
      'server/worker.ts': '',
      'client/extension.ts': "import type { A } from '../server/graph/a.ts';\nexport type B = A;\n",
      'media/main.tsx': '',
      'scripts/x.ts': '',
      'server/graph/a.ts': "import './b.ts';\nimport './within/c.ts';\nexport type A = string;\n",
      'server/graph/b.ts': "import './a.ts';\n",
      'server/graph/within/c.ts': "import type { D } from './d.ts';\nexport type C = D;\n",
      'server/graph/within/d.ts': "import type { C } from './c.ts';\nexport type D = C;\n",
      'server/graph/dead.ts': '',
      'server/rules/registry.ts': "import './x/one.ts';\nimport './x/two.ts';\n",
      'server/rules/x/one.ts': "import './two.ts';\nimport './one/part.ts';\n",
      'server/rules/x/one/part.ts': '',
      'server/rules/x/two.ts': '',
      'server/languages/one/a.ts': "import '../two/b.ts';\n",
      'server/languages/two/b.ts': '',
    };
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      const { faults } = await faultsIn(folder);
      assert.deepEqual(faults, [
        'cli: server/cli/main.ts -> server/graph/a.ts',
        'cli: server/cli/main.ts -> server/languages/one/a.ts',
        'cli: server/cli/main.ts -> server/lsp/main.ts',
        'client: client/extension.ts -> server/graph/a.ts',
        'languages/*: server/languages/one/a.ts -> server/languages/two/b.ts',
        'no-circular: server/graph/a.ts -> server/graph/b.ts',
        'not-reachable: server/graph/dead.ts',
        'rules/*: server/rules/x/one.ts -> server/rules/x/two.ts',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

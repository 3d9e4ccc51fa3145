/** Interactions between blocks, read from code by the real adapters and judged by the real rules. */
import assert from 'node:assert/strict';
import { interactionsReport } from '../../server/app/interactions.ts';
import type { OpenedFolder } from '../../server/compose/folder.ts';
import type { InteractionsReport } from '../../server/protocol/interactions.ts';
import { writeInteractions } from '../../server/report/graph/interactions.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';

async function audit(files: Record<string, string>): Promise<InteractionsReport> {
  const { workspace } = await reviewInMemory(new Map(Object.entries(files)));
  return interactionsReport({ workspace } as OpenedFolder);
}

/** `kind name at path:line`, for each place. */
function places({ interactions }: InteractionsReport): string[] {
  return interactions.flatMap(({ kind, places: all }) => all.map(({ path, range, name }) => `${kind} ${name} ${path}:${range.start.line}`)).sort();
}

const BLOCKS = '{ "blocks": [{ "id": "user", "paths": ["src/user/**"] }, { "id": "kit", "paths": ["src/kit/**"] }] }';

describe('interactions between blocks', () => {
  it('are told by what is done with an import, in TypeScript and CommonJS', async () => {
    const report = await audit({
      'archwright.jsonc': BLOCKS,
      'src/kit/index.ts': 'export function run(): void {}\nexport class Store {}\nexport class Base {}\nexport interface Shape { a: number }\n'
        + 'export const LIMIT = 3;\nexport const client = { send(): void {} };\nexport interface Line { b: number }\n',
      'src/user/typed.ts': "import {\n  run,\n  Store,\n  Base,\n  Shape,\n  LIMIT,\n  client,\n  type Line,\n} from '../kit/index.ts';\n"
        + 'export class Own extends Base implements Shape {\n  a = LIMIT;\n  store = new Store();\n'
        + '  go(line: Line): void { run(); client.send(); void line; }\n}\n',
      'src/user/handed.ts': "import { run } from '../kit/index.ts';\nexport const later = [run];\n",
      'src/user/given.ts': "export { run } from '../kit/index.ts';\nexport type { Shape } from '../kit/index.ts';\n",
      'src/user/loaded.ts': "import '../kit/index.ts';\n",
      'src/user/whole.cjs': "const kit = require('../kit/index.ts');\nkit.run();\n",
    });
    assert.deepEqual(places(report), [
      'call * src/user/whole.cjs:1', 'call client src/user/typed.ts:7', 'call run src/user/typed.ts:2', 'construction Store src/user/typed.ts:3',
      'data LIMIT src/user/typed.ts:6', 'data run src/user/handed.ts:1', 'inheritance Base src/user/typed.ts:4', 'inheritance Shape src/user/typed.ts:5',
      'type Line src/user/typed.ts:8', 'type Shape src/user/given.ts:2', 'unknown null src/user/loaded.ts:1', 'unknown run src/user/given.ts:1',
    ]);
    assert.equal(report.interactions.every(({ count, places: all }) => count === all.length), true);
  });

  it('are told by what is done with an import, in Python', async () => {
    const report = await audit({
      'archwright.jsonc': BLOCKS,
      'src/kit/store.py': 'LIMIT = 3\n\ndef run():\n    return 1\n\nclass Store:\n    pass\n\nclass Base:\n    pass\n',
      'src/user/own.py': 'from src.kit.store import LIMIT, Base, Store, run\nimport src.kit.store as whole\n\nclass Own(Base):\n'
        + '    def go(self, given: Base):\n        self.store = Store()\n        return run() + LIMIT + whole.run()\n',
    });
    assert.deepEqual(places(report), [
      'call * src/user/own.py:2', 'call run src/user/own.py:1', 'construction Store src/user/own.py:1', 'data LIMIT src/user/own.py:1',
      'inheritance Base src/user/own.py:1', 'type Base src/user/own.py:1',
    ]);
  });

  it('name what allows them, what refuses them, and that nothing does either', async () => {
    const report = await audit({
      'archwright.jsonc': '{ "layers": [{ "id": "top", "paths": ["src/page/**"], "mayUse": ["low"] }, { "id": "low", "paths": ["src/rows/**"], "mayUse": [] }],'
        + ' "blocks": [{ "id": "page", "paths": ["src/page/**"], "dependsOn": ["rows"] },'
        + ' { "id": "rows", "paths": ["src/rows/**"], "face": ["src/rows/face.ts"] },'
        + ' { "id": "loose", "paths": ["src/loose/**"] }] }',
      'src/page/a.ts': "import { rows } from '../rows/face.ts';\nexport const a = (): string => rows();\n",
      'src/page/b.ts': "import { inner } from '../rows/inner.ts';\nimport { loose } from '../loose/l.ts';\nexport const b = (): string => inner() + loose();\n",
      'src/rows/face.ts': "import { a } from '../page/a.ts';\nexport const rows = (): string => a();\n",
      'src/rows/inner.ts': "import { loose } from '../loose/l.ts';\nexport const inner = (): string => loose();\n",
      'src/loose/l.ts': "export const loose = (): string => 'l';\n",
    });
    assert.deepEqual(report.interactions.map(({ from, to, allowedBy, refusedBy }) => [from, to, allowedBy.join(), refusedBy.join()]), [
      ['page', 'loose', '', 'architecture/undeclared-dependency'],
      ['page', 'rows', 'layers,dependsOn', 'architecture/private-import'],
      ['page', 'rows', 'layers,dependsOn,face', ''],
      ['rows', 'loose', '', ''],
      ['rows', 'page', '', 'architecture/layer-crossing'],
    ]);
    assert.match(writeInteractions(report, 'pretty', false), /^5 interactions between 4 pairs of blocks: 3 refused, 1 that no rule speaks of\.\n/);
    assert.match(writeInteractions(report, 'markdown', false), /\| allowed by nothing, refused by nothing \| src\/rows\/inner\.ts:1:10 loose \|/);
  });
});

/** Whatever happens to a folder with versions: once nothing is under way, the editor shows those raised too little that a fresh review shows. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openFolder } from '../../../server/compose/folder.ts';
import { OpenState } from '../../../server/compose/state.ts';
import { findBase } from '../../../server/app/states.ts';
import { VersionComparer, type VersionTask } from '../../../server/app/version-comparison.ts';
import { differencesBetween } from '../../kit/editing/differences.ts';
import { EditorInProcess, freshInProcess } from '../../kit/editing/in-process.ts';
import { commitAll, gitIn } from '../../kit/git-repository.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../../kit/temporary-folder.ts';

const PLACE = [
  '/** Places. */\nexport function place(id: string): string {\n  return id;\n}\n',
  '/** Places. */\nexport function place(id: string, at: string): string {\n  return id + at;\n}\n',
  '\n\n/** Places. */\nexport function place(id: string, at?: string): string {\n  return id + (at ?? \'\');\n}\n',
  '/** Places. */\nexport function place(id: string): string {\n  return `${id}!`;\n}\n',
  '// archwright-ignore architecture/version -- released later\nexport function place(): void {}\n',
];
const ORDER = ['/** An order. */\nexport interface Order {\n  id: string;\n}\n', '/** An order. */\nexport interface Order {\n  id: number;\n}\n'];
const manifest = (version: string): string => `{ "name": "shop", "version": "${version}", "main": "src/index.ts" }\n`;
const INDEX = "export * from './place.ts';\nexport type { Order } from '../orders/index.ts';\n";

type Step =
  | { do: 'type' | 'save'; path: string; text: string }
  | { do: 'close'; path: string }
  | { do: 'commit' | 'branch' }
  | { do: 'pause'; beats: number };

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'src/place.ts': PLACE, 'orders/index.ts': ORDER, 'package.json': ['1.2.0', '1.2.1', '1.3.0', '2.0.0'].map(manifest),
  'src/other.ts': ['export {};\n', PLACE[0]!],
};
const anyFile = fc.constantFrom(...Object.keys(TEXTS));
const anyEdit = fc.constantFrom('type' as const, 'save' as const)
  .chain((kind) => anyFile.chain((path) => fc.constantFrom(...TEXTS[path]!).map((text): Step => ({ do: kind, path, text }))));
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyEdit },
  { weight: 2, arbitrary: fc.nat({ max: 9 }).map((beats): Step => ({ do: 'pause', beats })) },
  { weight: 1, arbitrary: anyFile.map((path): Step => ({ do: 'close', path })) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'commit' }, { do: 'branch' }) },
);

function released(): string {
  const root = temporaryFolder({ 'package.json': manifest('1.2.0'), 'src/index.ts': INDEX, 'src/place.ts': PLACE[0]!, 'orders/index.ts': ORDER[0]! });
  commitAll(root, 'release');
  return root;
}

async function play(steps: readonly Step[]): Promise<string[]> {
  const root = released();
  const editor = new EditorInProcess(root);
  const texts = new Map<string, string>();
  const take = async (path: string, text: string): Promise<void> => {
    texts.set(path, text);
    await editor.take(path, text);
  };
  const run = async (step: Step): Promise<void> => {
    switch (step.do) {
      case 'type': return take(step.path, step.text);
      case 'save':
        writeIn(root, step.path, step.text);
        return texts.has(step.path) ? take(step.path, step.text) : editor.told([step.path]);
      case 'close': return texts.delete(step.path) ? editor.close(step.path) : undefined;
      case 'pause': return editor.pause(step.beats);
      case 'commit':
        gitIn(root, 'add', '-A');
        gitIn(root, 'commit', '-q', '--allow-empty', '-m', 'more');
        return editor.edited.commitsMoved();
      case 'branch':
        gitIn(root, 'checkout', '-q', '-B', 'work');
        return editor.edited.commitsMoved();
    }
  };
  try {
    await editor.edited.load('opened');
    for (const step of steps) await run(step);
    await editor.rest();
    const shown = editor.shown();
    assert.deepEqual(differencesBetween(shown, await freshInProcess({ root, texts, notebooks: new Map(), lastGood: null })), []);
    assert.deepEqual(editor.messages, []);
    return [...shown.values()].flat().filter((line) => line.includes(' architecture/version '));
  } finally {
    await editor.edited.dispose();
    removeTemporaryFolders();
  }
}

const type = (path: string, at: number): Step => ({ do: 'type', path, text: TEXTS[path]![at]! });

/** For a longer search. */
const RUNS = Number(process.env['ARCHWRIGHT_SCRIPTS'] ?? 15);

describe('versions in an edited folder', function () {
  this.timeout(240_000);

  it('are those that a fresh review shows, after any script', async () => {
    const anyScript = fc.array(anyStep, { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(anyScript, async (steps) => void await play(steps)), { numRuns: RUNS, seed: 20261129, endOnFailure: false });
  });

  it('follow what another block declares, whatever is edited while they are compared', async () => {
    const pause: Step = { do: 'pause', beats: 9 };
    const [one, ...more] = await play([type('src/place.ts', 1), pause, type('orders/index.ts', 1), pause, type('src/place.ts', 0)]);
    assert.match(one!, /asks for version 2\.0\.0, .* The property Order\.id changed/);
    assert.deepEqual(more, []);
    assert.deepEqual(await play([type('src/place.ts', 1), pause, type('src/place.ts', 0)]), []);
  });

  it('are not those of an interface that was given up while it was compared', async () => {
    const save = (at: number): Step => ({ do: 'save', path: 'src/place.ts', text: PLACE[at]! });
    assert.deepEqual(await play([save(1), { do: 'pause', beats: 9 }, save(0)]), []);
  });
});

describe('a base that versions are compared with', () => {
  after(removeTemporaryFolders);

  async function taskFor(root: string): Promise<VersionTask> {
    const opened = await openFolder({ root, cache: false, workerFile: null });
    await opened.analyzer.close();
    const { state, sources } = await new OpenState().read(opened, () => new Map());
    return { options: { root, cache: false }, base: (await findBase(root))!, after: state, sources };
  }

  it('is read once for each commit, and a comparison that is no longer wanted gives nothing', async () => {
    const root = released();
    const comparer = new VersionComparer();
    writeIn(root, 'src/place.ts', PLACE[1]!);
    const task = await taskFor(root);
    assert.equal(await comparer.compare(task, () => true), null);
    const found = await comparer.compare(task);
    assert.ok(found !== null && 'found' in found);
    assert.deepEqual(found.found.map(({ proposed }) => proposed), ['2.0.0']);
    writeIn(root, 'src/place.ts', PLACE[2]!);
    const next = await taskFor(root);
    rmSync(join(root, '.git'), { recursive: true });
    const again = await comparer.compare(next);
    assert.ok(again !== null && 'found' in again);
    assert.deepEqual(again.found.map(({ proposed }) => proposed), ['1.3.0']);
    assert.ok('problem' in (await new VersionComparer().compare(next))!, 'without what was kept the commit is not there');
  });
});

/** Whatever happens in a session with the built server: once it has been quiet for a second, what it has published is what a fresh server publishes. */
import assert from 'node:assert/strict';
import { differencesBetween } from '../kit/editing/differences.ts';
import { KEPT } from '../kit/editing/kept-scripts.ts';
import { scriptsOf, type Operation } from '../kit/editing/operations.ts';
import { EditorOverProtocol, freshOverProtocol, wrongVersions } from '../kit/editing/over-protocol.ts';
import { smallProject } from '../kit/editing/projects.ts';
import { World } from '../kit/editing/world.ts';
import { removeTemporaryFolders } from '../kit/temporary-folder.ts';

describe('language server: scripts', function () {
  // Each starts two servers and waits until they are quiet.
  this.timeout(180_000);
  let editor: EditorOverProtocol | undefined;
  afterEach(async () => {
    await editor?.client.stop();
    editor = undefined;
    removeTemporaryFolders();
  });

  async function play(script: readonly Operation[]): Promise<void> {
    const root = smallProject();
    editor = await EditorOverProtocol.start(root);
    const world = new World(root, editor);
    await editor.rest();
    await world.play(script);
    await editor.rest();
    assert.deepEqual(wrongVersions(editor, world), [], 'each publication names the version that is open');
    const shown = editor.shown();
    assert.ok(shown.size > 0);
    assert.deepEqual(differencesBetween(shown, await freshOverProtocol(world, editor)), []);
  }

  for (const [at, script] of scriptsOf(30, 2, 20261128).entries()) it(`random script ${at + 1}`, () => play(script));

  for (const name of ['a file is typed in while the folder is read anew', 'a folder is moved, and the watcher tells of the folders alone'])
    it(name, () => play(KEPT[name]!));

  it('cells that were opened, edited, turned round and closed', () => play([
    { do: 'open', file: 12 }, { do: 'cells', file: 12, cell: 1, way: 'insert' }, { do: 'type', file: 12, piece: 2, line: 0, parts: 1 },
    { do: 'pause', beats: 4 }, { do: 'cells', file: 12, cell: 0, way: 'reverse' }, { do: 'cells', file: 12, cell: 0, way: 'remove' },
  ]));
});

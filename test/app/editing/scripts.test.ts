/** Whatever happens to a folder that is open in an editor: once nothing is under way, what is shown is what a fresh review shows. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differencesBetween } from '../../kit/editing/differences.ts';
import { EditorInProcess, freshInProcess } from '../../kit/editing/in-process.ts';
import { KEPT } from '../../kit/editing/kept-scripts.ts';
import { anyScript, type Operation } from '../../kit/editing/operations.ts';
import { smallProject } from '../../kit/editing/projects.ts';
import { World } from '../../kit/editing/world.ts';
import { removeTemporaryFolders } from '../../kit/temporary-folder.ts';

// A longer search: `ARCHWRIGHT_SCRIPTS=500 ARCHWRIGHT_SEED=2`. A script that fails is printed shrunk, and belongs among the kept ones.
const SCRIPTS = Number(process.env['ARCHWRIGHT_SCRIPTS'] ?? 15);
const LENGTH = Number(process.env['ARCHWRIGHT_SCRIPT_LENGTH'] ?? 40);
const SEED = Number(process.env['ARCHWRIGHT_SEED'] ?? 20261128);

async function play(script: readonly Operation[]): Promise<void> {
  const root = smallProject();
  const editor = new EditorInProcess(root);
  const world = new World(root, editor);
  try {
    await editor.edited.load('opened');
    await world.play(script);
    await editor.rest();
    assert.deepEqual(editor.wrongVersions(), [], 'versions');
    assert.deepEqual(differencesBetween(editor.shown(), await freshInProcess(world)), []);
    assert.deepEqual(editor.messages.filter((message) => message.startsWith('Failed')), []);
  } finally {
    await editor.edited.dispose();
    removeTemporaryFolders();
  }
}

describe('an edited folder', function () {
  this.timeout(Math.max(120_000, SCRIPTS * 20_000));
  for (const [name, script] of Object.entries(KEPT)) it(`ends with what a fresh review shows: ${name}`, () => play(script));

  it('ends with what a fresh review shows, after any script', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(anyScript(5), anyScript(LENGTH)), play), { numRuns: SCRIPTS, seed: SEED, endOnFailure: false });
  });
});

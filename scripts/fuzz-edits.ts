/**
 * `npm run fuzz-edits -- [--size small|large] [--length N] [--count N] [--seed N] [--kept] [--server FILE]`: plays random scripts in
 * sessions with the real server and says how many end with exactly what a fresh server shows; with `--kept`, the short ones
 * that are kept.
 */
import { parseArgs } from 'node:util';
import { differencesBetween } from '../test/kit/editing/differences.ts';
import { KEPT } from '../test/kit/editing/kept-scripts.ts';
import { scriptsOf, type Operation } from '../test/kit/editing/operations.ts';
import { EditorOverProtocol, freshOverProtocol } from '../test/kit/editing/over-protocol.ts';
import { largeProject, smallProject } from '../test/kit/editing/projects.ts';
import { World } from '../test/kit/editing/world.ts';
import { removeTemporaryFolders } from '../test/kit/temporary-folder.ts';

/** So many differences are printed of a script. */
const PRINTED = 12;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'small' }, length: { type: 'string', default: '100' }, count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' }, kept: { type: 'boolean', default: false }, server: { type: 'string' },
  },
});

async function play(script: readonly Operation[]): Promise<string[]> {
  const options = values.server === undefined ? {} : { server: values.server };
  const root = values.size === 'large' ? largeProject() : smallProject();
  const editor = await EditorOverProtocol.start(root, options);
  try {
    const world = new World(root, editor);
    await editor.rest();
    await world.play(script);
    await editor.rest();
    const shown = editor.shown();
    return differencesBetween(shown, await freshOverProtocol(world, editor, options)).map((each) => each.replaceAll(root, ''));
  } finally {
    await editor.client.stop();
    removeTemporaryFolders();
  }
}

async function main(): Promise<void> {
  let equal = 0;
  const scripts = values.kept
    ? Object.entries(KEPT)
    : scriptsOf(Number(values.length), Number(values.count), Number(values.seed)).map((script, at) => [`script ${at} of seed ${values.seed}`, script] as const);
  for (const [name, script] of scripts) {
    const started = performance.now();
    const differences = await play(script);
    if (differences.length === 0) equal++;
    console.log(`${values.size}, ${name}: ${differences.length} differences, ${Math.round((performance.now() - started) / 1000)} s`);
    for (const each of differences.slice(0, PRINTED)) console.log(`    ${each}`);
  }
  const what = values.kept ? 'kept scripts' : `scripts of ${values.length} operations`;
  console.log(`${equal} of ${scripts.length} ${what} on a ${values.size} project ended as a fresh review`);
  process.exitCode = equal === scripts.length ? 0 : 1;
}

void main().then(() => process.exit());

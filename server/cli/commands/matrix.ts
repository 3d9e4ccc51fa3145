/** `archwright matrix`: the table of blocks, what they depend on, their versions and states. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT_GATE, folderOf, say, statesOptions, warn, type CommonOptions } from '../context.ts';

interface MatrixOptions extends CommonOptions {
  check?: boolean;
}

/** Adds `archwright matrix`. */
export function addMatrix(program: Command): void {
  program.command('matrix')
    .description('Write the block dependency matrix to architecture/dependencies.md')
    .argument('[folder]', 'folder to describe', '.')
    .option('--check', 'write nothing; fail when the file is out of date')
    .addHelpText('after', '\nText around the table stays as it is. The status tells what changed since the last snapshot, else since the branch began.\n')
    .action(async (folder: string, _own, command: Command) => matrix(folder, command.optsWithGlobals<MatrixOptions>()));
}

async function matrix(argument: string, options: MatrixOptions): Promise<void> {
  const root = folderOf(argument);
  const { states, done } = await statesOptions(root, options);
  // Loads the compiler.
  const [{ makeMatrix, writeMatrix }, { shownPath }] = await Promise.all([import('../../app/matrix.ts'), import('../../app/snapshot.ts')]);
  const made = await makeMatrix({ ...states, file: options.output === undefined ? undefined : resolve(options.output) }).finally(done);
  const name = shownPath(root, made.file);
  if (made.isUpToDate || (options.check === true && made.passes)) return say(options, `${name} is up to date`);
  if (options.check === true) {
    warn(`${name} is out of date; "archwright matrix" writes it.`);
    process.exitCode = EXIT_GATE;
    return;
  }
  await writeMatrix(made);
  say(options, `Wrote ${name}`);
}

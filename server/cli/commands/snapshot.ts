/** `archwright snapshot`: stores the architecture as it is now. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { folderOf, say, statesOptions, type CommonOptions } from '../context.ts';

/** Adds `archwright snapshot`. */
export function addSnapshot(program: Command): void {
  program.command('snapshot')
    .description('Store the architecture as it is now, to compare it later')
    .argument('[folder]', 'folder to store', '.')
    .addHelpText('after', '\nWrites a new file under architecture/snapshots in the folder, or the --output file. Commit it: git merges it block by block.\n')
    .action(async (folder: string, _own, command: Command) => snapshot(folder, command.optsWithGlobals<CommonOptions>()));
}

async function snapshot(argument: string, options: CommonOptions): Promise<void> {
  const root = folderOf(argument);
  const { states, done } = await statesOptions(root, options);
  // Loads the compiler.
  const { shownPath, takeSnapshot } = await import('../../app/snapshot.ts');
  const file = options.output === undefined ? undefined : resolve(options.output);
  const taken = await takeSnapshot({ ...states, file, now: new Date() }).finally(done);
  say(options, `Stored ${taken.blocks} ${taken.blocks === 1 ? 'block' : 'blocks'} in ${shownPath(root, taken.file)}`);
}

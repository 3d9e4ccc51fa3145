/** `archwright rollback`: a block back to an earlier revision. */
import type { Command } from 'commander';
import { HISTORY_FORMATS, writeRollback } from '../../report/history/history.ts';
import { chosenFormat, folderOf, statesOptions, wantsColor, write, type CommonOptions } from '../context.ts';

interface RollbackOptions extends CommonOptions {
  to: string;
  apply?: boolean;
}

/** Adds `archwright rollback`. */
export function addRollback(program: Command): void {
  program.command('rollback')
    .description('Plan the way of a block back to a git revision, and what else would break (formats: pretty, json)')
    .argument('<block>', 'id of the block')
    .argument('[folder]', 'folder that holds it', '.')
    .requiredOption('--to <ref>', 'branch, tag or commit')
    .option('--apply', 'do it in the working tree, which must be clean; nothing is committed')
    .action(async (block: string, folder: string, _own, command: Command) => rollback(block, folder, command.optsWithGlobals<RollbackOptions>()));
}

async function rollback(block: string, argument: string, options: RollbackOptions): Promise<void> {
  const format = chosenFormat(options, HISTORY_FORMATS, 'pretty');
  const { states, done } = await statesOptions(folderOf(argument), options);
  // Loads the compiler.
  const { rollBack } = await import('../../app/rollback.ts');
  const plan = await rollBack({ ...states, block, to: options.to, apply: options.apply === true }).finally(done);
  await write(options, writeRollback(plan, format, wantsColor(options)));
}

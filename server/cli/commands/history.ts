/** `archwright history`: the versions of a block by commit. */
import type { Command } from 'commander';
import { HISTORY_FORMATS, writeHistory } from '../../report/history/history.ts';
import { chosenFormat, countOption, folderOf, statesOptions, wantsColor, write, type CommonOptions } from '../context.ts';

interface HistoryOptions extends CommonOptions {
  limit: number;
}

/** Adds `archwright history`. */
export function addHistory(program: Command): void {
  program.command('history')
    .description('List the versions of a block by commit, with what changed in its interface (formats: pretty, json)')
    .argument('<block>', 'id of the block')
    .argument('[folder]', 'folder that holds it', '.')
    .addOption(countOption('--limit <count>', 'most versions').default(10))
    .action(async (block: string, folder: string, _own, command: Command) => history(block, folder, command.optsWithGlobals<HistoryOptions>()));
}

async function history(block: string, argument: string, options: HistoryOptions): Promise<void> {
  const format = chosenFormat(options, HISTORY_FORMATS, 'pretty');
  const { states, done } = await statesOptions(folderOf(argument), options);
  // Loads the compiler.
  const { blockHistory } = await import('../../app/history.ts');
  const found = await blockHistory({ ...states, block, limit: options.limit }).finally(done);
  await write(options, writeHistory(found, format, wantsColor(options)));
}

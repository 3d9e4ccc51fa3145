/** `archwright track done tick`: a person's word that an item is met. */
import type { Command } from 'commander';
import { Failure } from '../../../app/failure.ts';
import { folderOf, namedConfiguration, say, type CommonOptions } from '../../context.ts';

interface TickOptions extends CommonOptions {
  folder: string;
  by?: string;
  remove?: boolean;
}

/** Adds `track done tick`. */
export function addDoneTick(done: Command): void {
  done.command('tick')
    .description('Say that an item is met for an issue; the tick expires when the issue\'s commits change its files')
    .argument('<key>', 'key of the issue')
    .argument('<item>', 'id of the item, as "track done" tells it')
    .option('--by <name>', 'who says so (default: user.name of git)')
    .option('--remove', 'take the tick back')
    // --folder is that of `track done`.
    .action(async (key: string, item: string, _own, command: Command) => tick(key, item, command.optsWithGlobals<TickOptions>()));
}

async function tick(key: string, item: string, options: TickOptions): Promise<void> {
  if (options.format !== undefined || options.output !== undefined)
    throw new Failure('"track done tick" writes its own file; leave out --format and --output.');
  const configuration = await namedConfiguration(options);
  // Loads the languages.
  const { tickDone } = await import('../../../app/track/done-tick.ts');
  const done = await tickDone({ root: folderOf(options.folder), configuration, key, item, by: options.by, remove: options.remove === true });
  for (const sentence of done) say(options, sentence);
}

/** `archwright track import`: fills the log from the whole history. */
import type { Command } from 'commander';
import { folderOf, namedConfiguration, say, type CommonOptions } from '../../context.ts';

/** Adds `archwright track import`. */
export function addTrackImport(track: Command): void {
  track.command('import')
    .description('Fill the log from the whole history of git; once more, it changes nothing')
    .argument('[folder]', 'folder in the repository', '.')
    .addHelpText('after', '\nFields that people changed stay as they are.\n')
    .action(async (folder: string, _own, command: Command) => importAll(folder, command.optsWithGlobals<CommonOptions>()));
}

async function importAll(argument: string, options: CommonOptions): Promise<void> {
  const configuration = await namedConfiguration(options);
  // Loads the compiler.
  const { importCommits } = await import('../../../app/track/import.ts');
  const { added, changed, commits, notes } = await importCommits({ root: folderOf(argument), configuration, scope: 'whole' });
  for (const note of notes) say(options, note);
  say(options, `${commits} ${commits === 1 ? 'commit' : 'commits'}: ${added} ${added === 1 ? 'issue' : 'issues'} added, ${changed} changed.`);
}

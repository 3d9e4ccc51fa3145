/** `archwright track commit`: brings the log up to the last commit. */
import { Option, type Command } from 'commander';
import { folderOf, namedConfiguration, say, type CommonOptions } from '../../context.ts';

interface CommitOptions extends CommonOptions {
  event: 'commit' | 'pull_request';
}

/** Adds `archwright track commit`. */
export function addTrackCommit(track: Command): void {
  track.command('commit')
    .description('Add the last commit to the log, and any others that came since it was last written')
    .argument('[folder]', 'folder in the repository', '.')
    .addOption(new Option('--event <event>', 'what happened').choices(['commit', 'pull_request']).default('commit'))
    .addHelpText('after', '\nThe hook that "archwright hooks install" adds runs it after each commit, without making the commit wait.\n')
    .action(async (folder: string, _own, command: Command) => commit(folder, command.optsWithGlobals<CommitOptions>()));
}

async function commit(argument: string, options: CommitOptions): Promise<void> {
  const configuration = await namedConfiguration(options);
  // Loads the compiler.
  const { importCommits } = await import('../../../app/track/import.ts');
  const { added, changed } = await importCommits({ root: folderOf(argument), configuration, scope: 'recent', newest: 1, event: options.event });
  say(options, `${added} ${added === 1 ? 'issue' : 'issues'} added, ${changed} changed.`);
}

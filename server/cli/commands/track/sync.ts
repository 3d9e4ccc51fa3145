/** `archwright track sync`: brings the log to Jira. */
import type { Command } from 'commander';
import { SYNC_FORMATS, writeSync } from '../../../report/tracking/sync.ts';
import {
  chosenFormat, EXIT_FAILURE, EXIT_GATE, folderOf, namedConfiguration, repeatable, startProgress, wantsColor, write, type CommonOptions,
} from '../../context.ts';

interface SyncOptions extends CommonOptions {
  apply?: boolean;
  overwrite?: string[];
}

/** Adds `archwright track sync`. */
export function addTrackSync(track: Command): void {
  track.command('sync')
    .description('Say what the log would change in Jira, and change it with --apply (formats: pretty, json, markdown)')
    .argument('[folder]', 'folder of the log', '.')
    .option('--apply', 'create and update issues; without it, nothing is written')
    .addOption(repeatable('--overwrite <key>', 'row whose values are right where Jira has others; can be given several times'))
    .addHelpText('after', '\nThe project is "tracking.jira.project" in archwright.jsonc. The environment names the site and a token for it:\n'
      + 'ARCHWRIGHT_JIRA_HOST, ARCHWRIGHT_JIRA_EMAIL and ARCHWRIGHT_JIRA_TOKEN.\n'
      + 'The exit code is 1 when a row failed or both sides changed one, and 2 when the sync was stopped.\n'
      + '\nExamples:\n  archwright track sync\n  archwright track sync --apply\n  archwright track sync --apply --overwrite SHOP-42\n')
    .action(async (folder: string, _own, command: Command) => sync(folder, command.optsWithGlobals<SyncOptions>()));
}

async function sync(argument: string, options: SyncOptions): Promise<void> {
  const format = chosenFormat(options, SYNC_FORMATS, 'pretty');
  const configuration = await namedConfiguration(options);
  // Loads the compiler.
  const { syncLog } = await import('../../../app/jira/sync.ts');
  const { progress, done } = await startProgress(options, 'rows');
  const result = await syncLog({
    root: folderOf(argument), configuration, apply: options.apply === true, overwrite: options.overwrite ?? [], environment: process.env, progress,
  }).finally(done);
  await write(options, writeSync(result, format, wantsColor(options)));
  if (result.stopped !== null) process.exitCode = EXIT_FAILURE;
  else if (result.counts.failed > 0 || result.counts.conflicts > 0) process.exitCode = EXIT_GATE;
}

/** `archwright track set`: changes fields of an issue. */
import { Option, type Command } from 'commander';
import { setFields } from '../../../app/track/set.ts';
import { folderOf, say, type CommonOptions } from '../../context.ts';

interface SetOptions extends CommonOptions {
  folder: string;
}

/** Adds `archwright track set`. */
export function addTrackSet(track: Command): void {
  track.command('set')
    .description('Change fields of an issue in the log')
    .argument('<key>', 'key of the issue')
    .argument('<field=value...>', 'fields with their new values; an empty value clears the field')
    .addOption(new Option('--folder <folder>', 'folder of the log').default('.'))
    .addHelpText('after', '\nExamples:\n  archwright track set SHOP-42 Status=Done\n  archwright track set SHOP-42 "Story Points=5" "Due Date=2026-02-28"\n')
    .action(async (key: string, assignments: string[], _own, command: Command) => set(key, assignments, command.optsWithGlobals<SetOptions>()));
}

async function set(key: string, assignments: readonly string[], options: SetOptions): Promise<void> {
  const done = await setFields(folderOf(options.folder), { key, assignments, now: new Date() });
  if (done.length === 0) say(options, `${key} has these values already.`);
  for (const sentence of done) say(options, `${key}: ${sentence}`);
}

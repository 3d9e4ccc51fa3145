/** `archwright track list`: the issues of the log. */
import { Option, type Command } from 'commander';
import { listIssues } from '../../../app/track/list.ts';
import { issuesPretty } from '../../../report/tracking/pretty.ts';
import { chosenFormat, folderOf, say, wantsColor, write, type CommonOptions } from '../../context.ts';

interface ListOptions extends CommonOptions {
  status?: string;
}

/** Adds `archwright track list`. */
export function addTrackList(track: Command): void {
  track.command('list')
    .description('List the issues of the log, and what is wrong in its file (formats: pretty, json, csv)')
    .argument('[folder]', 'folder of the log', '.')
    .addOption(new Option('--status <status>', 'only issues with this status'))
    .action(async (folder: string, _own, command: Command) => list(folder, command.optsWithGlobals<ListOptions>()));
}

async function list(argument: string, options: ListOptions): Promise<void> {
  const format = chosenFormat(options, ['pretty', 'json', 'csv'], 'pretty');
  const { json, csv, notes } = await listIssues(folderOf(argument), options.status);
  for (const note of notes) say(options, note);
  if (format === 'json') return write(options, `${JSON.stringify(json, null, 2)}\n`);
  return write(options, format === 'csv' ? csv : issuesPretty(json.issues, wantsColor(options)));
}

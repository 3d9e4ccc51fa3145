/** `archwright track export`: the log for Jira's import, or for a spreadsheet. */
import { Option, type Command } from 'commander';
import { EXPORTS, exportLog, type ExportKind } from '../../../app/track/export.ts';
import { folderOf, say, warn, type CommonOptions } from '../../context.ts';

interface ExportOptions extends CommonOptions {
  for: ExportKind;
}

/** Adds `archwright track export`. */
export function addTrackExport(track: Command): void {
  track.command('export')
    .description('Write the log for the CSV import of Jira, with the configuration of the import beside it, or for a spreadsheet')
    .argument('[folder]', 'folder of the log', '.')
    .addOption(new Option('--for <program>', 'who is to read it').choices([...EXPORTS]).makeOptionMandatory())
    .addHelpText('after', '\nJira takes 1,500 issues at once, so a longer log becomes several files. Parents of issues cannot be set by an import.\n'
      + '\nExamples:\n  archwright track export --for jira\n  archwright track export --for spreadsheet --output log.csv\n')
    .action(async (folder: string, _own, command: Command) => exportTo(folder, command.optsWithGlobals<ExportOptions>()));
}

async function exportTo(argument: string, options: ExportOptions): Promise<void> {
  const { files, issues, notes } = await exportLog(folderOf(argument), options.for, options.output);
  for (const note of notes) warn(note);
  say(options, `Wrote ${issues} ${issues === 1 ? 'issue' : 'issues'} to ${files.join(', ')}`);
}

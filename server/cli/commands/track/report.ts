/** `archwright track report`: how the work goes, from the log and git. */
import { Option, type Command } from 'commander';
import { PROGRESS_FORMATS, REPORT_KINDS, writeProgress, type ReportKind } from '../../../report/progress/formats.ts';
import { chosenFormat, folderOf, namedConfiguration, say, wantsColor, write, type CommonOptions } from '../../context.ts';

interface ReportOptions extends CommonOptions {
  kind: ReportKind | 'all';
  week?: string;
}

/** Columns where the output is no terminal. */
const USUAL_WIDTH = 100;

/** Adds `archwright track report`. */
export function addTrackReport(track: Command): void {
  track.command('report')
    .description('Report on the work: velocity, completion, cycle time, models, risk, what is overdue, the week, key figures, hotspots, coupling, '
      + `ownership (formats: ${PROGRESS_FORMATS.join(', ')})`)
    .argument('[folder]', 'folder of the log', '.')
    .addOption(new Option('--kind <kind>', 'which report').choices([...REPORT_KINDS, 'all']).default('all'))
    .addOption(new Option('--week <week>', 'week of the weekly summary, such as 2026-W05 (default: the last whole one)'))
    .addHelpText('after', '\nDays and weeks are counted in "tracking.timeZone", deployments by "tracking.deploymentTags".\n'
      + '\nExamples:\n  archwright track report --kind weekly\n  archwright track report --format html --output report.html\n')
    .action(async (folder: string, _own, command: Command) => report(folder, command.optsWithGlobals<ReportOptions>()));
}

async function report(argument: string, options: ReportOptions): Promise<void> {
  const format = chosenFormat(options, PROGRESS_FORMATS, 'pretty');
  const configuration = await namedConfiguration(options);
  // Loads the languages.
  const { trackReport } = await import('../../../app/track/report.ts');
  const made = await trackReport({
    root: folderOf(argument), configuration, kinds: options.kind === 'all' ? REPORT_KINDS : [options.kind], week: options.week, now: new Date(),
  });
  // The other formats hold them.
  if (format === 'csv') for (const note of made.notes) say(options, note);
  await write(options, writeProgress(made, format, { color: wantsColor(options), width: process.stdout.columns || USUAL_WIDTH }));
}

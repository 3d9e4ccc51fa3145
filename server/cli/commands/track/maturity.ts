/** `archwright track maturity`: how a team sees its practices over time, and what is measured beside it. */
import type { Command } from 'commander';
import { MATURITY_FORMATS, writeMaturity } from '../../../report/maturity/formats.ts';
import { chosenFormat, folderOf, namedConfiguration, wantsColor, write, writeTemplate, type CommonOptions } from '../../context.ts';

interface MaturityOptions extends CommonOptions {
  template?: boolean;
}

/** Columns where the output is no terminal. */
const USUAL_WIDTH = 100;

/** Adds `archwright track maturity`. */
export function addTrackMaturity(track: Command): void {
  track.command('maturity')
    .description(`Tell how mature the practices of the team are: its answers, their trend, and what is measured (formats: ${MATURITY_FORMATS.join(', ')})`)
    .argument('[folder]', 'folder of the log', '.')
    .option('--template', 'write a file of answers to begin with')
    .addHelpText('after', '\nThe answers stand in .archwright/maturity.json. What is measured is proposed beside them and never counts as an answer.\n'
      + '\nExamples:\n  archwright track maturity --template --output .archwright/maturity.json\n  archwright track maturity --format markdown\n')
    .action(async (folder: string, _own, command: Command) => maturity(folder, command.optsWithGlobals<MaturityOptions>()));
}

async function maturity(argument: string, options: MaturityOptions): Promise<void> {
  const format = chosenFormat(options, MATURITY_FORMATS, 'pretty');
  const root = folderOf(argument);
  const configuration = await namedConfiguration(options);
  // Loads the languages.
  const { maturityFileText, trackMaturity } = await import('../../../app/track/maturity.ts');
  if (options.template) return writeTemplate(options, maturityFileText(new Date()));
  const report = await trackMaturity({ root, configuration, now: new Date() });
  const width = options.output === undefined ? process.stdout.columns || USUAL_WIDTH : USUAL_WIDTH;
  return write(options, writeMaturity(report, format, { color: wantsColor(options), width }));
}

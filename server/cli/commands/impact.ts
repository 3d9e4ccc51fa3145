/** `archwright impact`: who is affected by a change, and which tests to run. */
import type { Command } from 'commander';
import { IMPACT_FORMATS, writeImpact } from '../../report/impact/formats.ts';
import { chosenFormat, countOption, folderOf, open, repeatable, wantsColor, write, type CommonOptions } from '../context.ts';

interface ImpactOptions extends CommonOptions {
  changedBlock?: string[];
  changedFile?: string[];
  base?: string;
  depth?: number;
}

/** Adds `archwright impact`. */
export function addImpact(program: Command): void {
  program.command('impact')
    .description('Show who is affected by a change, by which way, and which tests to run (formats: pretty, json, markdown)')
    .argument('[folder]', 'folder in which something changed', '.')
    .addOption(repeatable('--changed-block <name>', 'a block that changes as a whole; may be repeated'))
    .addOption(repeatable('--changed-file <file>', 'a file that changes as a whole; may be repeated'))
    .option('--base <ref>', 'what changed since this git revision, function by function; by default since the last commit')
    .addOption(countOption('--depth <number>', 'leave out dependants that are more blocks away'))
    .addHelpText('after', '\nExamples:\n  archwright impact --base origin/main\n  archwright impact --changed-file src/orders/place.ts --format json\n')
    .action(async (folder: string, _own, command: Command) => impact(folder, command.optsWithGlobals<ImpactOptions>()));
}

async function impact(argument: string, options: ImpactOptions): Promise<void> {
  const format = chosenFormat(options, IMPACT_FORMATS, 'pretty');
  const { changedBlock, changedFile, base, depth: most } = options;
  const folder = await open(folderOf(argument), options, { outlined: true });
  const report = await folder.impact({
    ...(changedBlock ? { changedBlocks: changedBlock } : {}), ...(changedFile ? { changedFiles: changedFile } : {}),
    ...(base === undefined ? {} : { base }), ...(most === undefined ? {} : { depth: most }),
  });
  await write(options, writeImpact(report, format, wantsColor(options)));
}

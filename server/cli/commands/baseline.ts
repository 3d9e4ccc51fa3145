/** `archwright baseline`: accepts the current findings, so that only new ones fail. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { acceptedWords, BASELINE_FILE } from '../../app/baseline.ts';
import { folderOf, open, say, type CommonOptions } from '../context.ts';

/** Adds `archwright baseline`. */
export function addBaseline(program: Command): void {
  program.command('baseline')
    .description('Accept the current findings, so that only new ones fail the review')
    .argument('[folder]', 'folder to review', '.')
    .addHelpText('after', `\nWrites ${BASELINE_FILE} in the folder, or the --output file. Commit it: it is sorted and merges line by line.\n`)
    .action(async (folder: string, _own, command: Command) => baseline(folder, command.optsWithGlobals<CommonOptions>()));
}

async function baseline(argument: string, options: CommonOptions): Promise<void> {
  const folder = await open(folderOf(argument), options);
  const count = await folder.accept(options.output === undefined ? {} : { file: resolve(options.output) });
  say(options, `${acceptedWords(count)} in ${options.output ?? BASELINE_FILE}. New ones fail the review.`);
}

/** `archwright track done`: whether an issue is done, by the team's definition. */
import type { Command } from 'commander';
import { readAccepted } from '../../../app/baseline.ts';
import { Failure } from '../../../app/failure.ts';
import { DONE_FILE, USUAL_DONE_TEXT } from '../../../app/track/done-list.ts';
import { DONE_FORMATS, writeDone } from '../../../report/done/formats.ts';
import { chosenFormat, EXIT_GATE, folderOf, open, wantsColor, write, writeTemplate, type CommonOptions } from '../../context.ts';
import { addDoneTick } from './done-tick.ts';

interface DoneOptions extends CommonOptions {
  folder: string;
  check?: boolean;
  template?: boolean;
}

/** Columns where the output is no terminal. */
const USUAL_WIDTH = 100;

/** Adds `archwright track done` and what it has below it. */
export function addTrackDone(track: Command): void {
  const done = track.command('done')
    .description(`Tell whether an issue is done: what log, git and review show, and what people ticked (formats: ${DONE_FORMATS.join(', ')})`)
    .argument('[key]', 'key of the issue')
    .option('--folder <folder>', 'folder of the log', '.')
    .option('--check', 'fail unless every item is met')
    .option('--template', 'write the list of items and not how they stand, to be changed')
    .addHelpText('after', `\nA file ${DONE_FILE} takes the place of the list. What is neither seen nor ticked is not met.\n`
      + '\nExamples:\n  archwright track done SHOP-42\n  archwright track done tick SHOP-42 bias --by "Ada Lovelace"\n'
      + `  archwright track done --template --output ${DONE_FILE}\n`)
    .action(async (key: string | undefined, _own, command: Command) => show(key, command.optsWithGlobals<DoneOptions>()));
  addDoneTick(done);
}

async function show(key: string | undefined, options: DoneOptions): Promise<void> {
  if (options.template) return writeTemplate(options, USUAL_DONE_TEXT);
  const format = chosenFormat(options, DONE_FORMATS, 'pretty');
  if (key === undefined) throw new Failure('Name the issue, such as "archwright track done SHOP-42".');
  const root = folderOf(options.folder);
  const folder = await open(root, options);
  const report = await folder.done({ key, accepted: await readAccepted(root) });
  if (options.check && !report.done) process.exitCode = EXIT_GATE;
  const width = options.output === undefined ? process.stdout.columns || USUAL_WIDTH : USUAL_WIDTH;
  await write(options, writeDone(report, format, { color: wantsColor(options), width }));
}

/** `archwright diff`: two states of the architecture, and what lies between them. */
import { Option, type Command } from 'commander';
import { DIFF_FORMATS, writeDiff } from '../../report/diff/formats.ts';
import { chosenFormat, EXIT_GATE, folderOf, say, statesOptions, wantsColor, write, type CommonOptions } from '../context.ts';

interface DiffOptions extends CommonOptions {
  from?: string;
  to?: string;
  failOn?: 'major' | 'minor';
  log?: boolean;
}

/** Adds `archwright diff`. */
export function addDiff(program: Command): void {
  program.command('diff')
    .description('Compare two states of the architecture (formats: pretty, json, markdown, mermaid, html)')
    .argument('[folder]', 'folder that the states are of', '.')
    .option('--from <state>', 'folder, git revision or snapshot (default: the last snapshot, else where the branch left the default branch)')
    .option('--to <state>', 'the same (default: the folder as it is)')
    .addOption(new Option('--fail-on <bump>', 'fail when the changes ask for a version step as large as this').choices(['major', 'minor']))
    .option('--log', 'also tell the change in architecture/changes.md, with its impact scope; the same change is told once')
    .addHelpText('after', '\nExamples:\n  archwright diff\n  archwright diff --from v1.2.0 --to HEAD --format markdown\n'
      + '  archwright diff --from origin/main --fail-on major\n  archwright diff --log\n')
    .action(async (folder: string, _own, command: Command) => diff(folder, command.optsWithGlobals<DiffOptions>()));
}

async function diff(argument: string, options: DiffOptions): Promise<void> {
  const format = chosenFormat(options, DIFF_FORMATS, 'pretty');
  const root = folderOf(argument);
  const { states, done } = await statesOptions(root, options);
  // Loads the compiler.
  const { breaksBar, compareStates } = await import('../../app/diff.ts');
  const compared = await compareStates({ ...states, from: options.from, to: options.to }).finally(done);
  for (const remark of compared.remarks) say(options, remark);
  await write(options, writeDiff(compared, format, { color: wantsColor(options), width: process.stdout.columns ?? 100 }));
  if (options.log === true) {
    const { CHANGES_FILE, logChange } = await import('../../app/change-log.ts');
    say(options, `${CHANGES_FILE}: ${await logChange(root, compared, new Date())}`);
  }
  if (options.failOn !== undefined && breaksBar(compared.diff, options.failOn)) process.exitCode = EXIT_GATE;
}

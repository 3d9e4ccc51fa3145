/** `archwright rollback`: a block back to an earlier revision. */
import type { Command } from 'commander';
import { Failure } from '../../app/failure.ts';
import { HISTORY_FORMATS } from '../../report/history/history.ts';
import { writeRollback } from '../../report/history/rollback.ts';
import { chosenFormat, EXIT_GATE, folderOf, open, say, statesOptions, wantsColor, write, type CommonOptions } from '../context.ts';

interface RollbackOptions extends CommonOptions {
  to: string;
  apply?: boolean;
  rehearse?: boolean;
  by?: string;
}

/** Adds `archwright rollback`. */
export function addRollback(program: Command): void {
  program.command('rollback')
    .description('Plan the way of a block back to a git revision, and what else would break (formats: pretty, json)')
    .argument('<block>', 'id of the block')
    .argument('[folder]', 'folder that holds it', '.')
    .requiredOption('--to <ref>', 'branch, tag or commit')
    .option('--rehearse', 'try it in a working tree of its own, and run there what review.rehearsal of the configuration names')
    .option('--by <name>', 'who rehearses, for the checklist (default: user.name of git)')
    .option('--apply', 'do it in the working tree, which must be clean; nothing is committed')
    .addHelpText('after', '\nExamples:\n  archwright rollback orders --to v1.2.0\n  archwright rollback orders --to v1.2.0 --rehearse\n')
    .action(async (block: string, folder: string, _own, command: Command) => rollback(block, folder, command.optsWithGlobals<RollbackOptions>()));
}

async function rollback(block: string, argument: string, options: RollbackOptions): Promise<void> {
  const format = chosenFormat(options, HISTORY_FORMATS, 'pretty');
  if (options.rehearse === true) return rehearse(block, argument, options, format);
  if (options.by !== undefined) throw new Failure('--by names who rehearses; it goes with --rehearse.');
  const { states, done } = await statesOptions(folderOf(argument), options);
  // Loads the compiler.
  const { rollBack } = await import('../../app/rollback.ts');
  const plan = await rollBack({ ...states, block, to: options.to, apply: options.apply === true }).finally(done);
  await write(options, writeRollback(plan, format, wantsColor(options)));
}

async function rehearse(block: string, argument: string, options: RollbackOptions, format: (typeof HISTORY_FORMATS)[number]): Promise<void> {
  if (options.apply === true) throw new Failure('Choose one of --rehearse and --apply.');
  const folder = await open(folderOf(argument), options);
  const starting = (command: string): void => say(options, `Running ${command}`);
  const plan = await folder.rehearse({ block, to: options.to, by: options.by, starting });
  if (plan.rehearsal?.passed === false) process.exitCode = EXIT_GATE;
  await write(options, writeRollback(plan, format, wantsColor(options)));
}

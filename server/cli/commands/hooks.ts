/** `archwright hooks install | remove`: the review before each commit, and its row in the log after it. */
import type { Command } from 'commander';
import { Failure } from '../../app/failure.ts';
import { changeHook } from '../../app/hooks.ts';
import { folderOf, say, type CommonOptions } from '../context.ts';

/** Adds `archwright hooks`. */
export function addHooks(program: Command): void {
  program.command('hooks')
    .description('Add or remove the review before each git commit, and the log after it')
    .argument('<action>', 'install or remove')
    .argument('[folder]', 'folder in the repository', '.')
    .addHelpText('after', '\nExisting hooks keep working. The log is written in the background: a commit neither waits nor fails because of it.\n'
      + '\nExamples:\n  archwright hooks install\n  archwright hooks remove\n')
    .action(async (action: string, folder: string, _own, command: Command) => hooks(action, folder, command.optsWithGlobals<CommonOptions>()));
}

async function hooks(action: string, argument: string, options: CommonOptions): Promise<void> {
  if (action !== 'install' && action !== 'remove') throw new Failure(`Unknown action "hooks ${action}"; use "hooks install" or "hooks remove".`);
  say(options, await changeHook(folderOf(argument), action));
}

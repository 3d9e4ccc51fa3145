/** Commands and options of the program `archwright`. */
import { Command } from 'commander';
import { PROGRAM } from '../app/program.ts';
import { addBaseline } from './commands/baseline.ts';
import { addExplain } from './commands/explain.ts';
import { addGraph } from './commands/graph.ts';
import { addHooks } from './commands/hooks.ts';
import { addInit } from './commands/init.ts';
import { addLsp } from './commands/lsp.ts';
import { addReview } from './commands/review.ts';
import { addRules } from './commands/rules.ts';

/** @returns the program with all its commands, which has not run yet */
export function createProgram(): Command {
  const program = new Command('archwright')
    .description('Architecture and code review by your team\'s guidelines, scored out of 100')
    .version(PROGRAM.version)
    .exitOverride()
    .showHelpAfterError('(add --help for what is there)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 the gate holds, 1 it does not, 2 Archwright could not do its work.\n');
  for (const add of [addReview, addGraph, addBaseline, addInit, addHooks, addRules, addExplain, addLsp]) add(program);
  for (const command of program.commands) {
    command.exitOverride()
      .option('--config <file>', 'configuration to use in the place of archwright.jsonc')
      .option('--format <format>', 'how the result is written')
      .option('--output <file>', 'write the result to a file')
      .option('--no-color', 'no colours')
      .option('--no-cache', 'judge every file again')
      .option('--quiet', 'only the result, no progress and no remarks');
  }
  return program;
}

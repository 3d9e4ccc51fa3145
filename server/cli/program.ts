/** Commands and options of the program `archwright`. */
import { Command } from 'commander';
import { PROGRAM } from '../app/program.ts';
import { addBaseline } from './commands/baseline.ts';
import { addBlocks } from './commands/blocks.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addGraph } from './commands/graph.ts';
import { addHistory } from './commands/history.ts';
import { addHooks } from './commands/hooks.ts';
import { addImpact } from './commands/impact.ts';
import { addInit } from './commands/init.ts';
import { addLsp } from './commands/lsp.ts';
import { addMatrix } from './commands/matrix.ts';
import { addReview } from './commands/review.ts';
import { addRollback } from './commands/rollback.ts';
import { addRules } from './commands/rules.ts';
import { addSnapshot } from './commands/snapshot.ts';
import { addTrack } from './commands/track.ts';

/** @returns the program with all its commands, before it runs */
export function createProgram(): Command {
  const program = new Command('archwright')
    .description('Architecture and code review by your team\'s guidelines, scored out of 100')
    .version(PROGRAM.version)
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 the gate passed, 1 it failed, 2 Archwright could not run.\n');
  const commands = [
    addReview, addGraph, addDiff, addImpact, addSnapshot, addMatrix, addHistory, addRollback, addBlocks, addBaseline, addInit, addHooks, addRules, addExplain,
    addTrack, addLsp,
  ];
  for (const add of commands) add(program);
  for (const command of program.commands.flatMap((each) => [each, ...each.commands])) {
    command.exitOverride()
      .option('--config <file>', 'configuration to use instead of archwright.jsonc')
      .option('--format <format>', 'output format')
      .option('--output <file>', 'write the result to a file')
      .option('--no-color', 'no colours')
      .option('--no-cache', 'analyze every file again')
      .option('--quiet', 'print only the result, and why something failed');
  }
  return program;
}

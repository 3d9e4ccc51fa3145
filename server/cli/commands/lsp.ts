/** `archwright lsp --stdio`: the language server, for any editor. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { Failure } from '../../app/failure.ts';
import { PROGRAM } from '../../app/program.ts';

/** Adds `archwright lsp`. */
export function addLsp(program: Command): void {
  program.command('lsp')
    .description('Run the language server')
    .option('--stdio', 'communicate over standard input and output (the only transport)')
    .addHelpText('after', '\nExample, in the settings of an editor:\n  archwright lsp --stdio\n')
    .action((options: { stdio?: boolean }) => {
      if (options.stdio !== true) throw new Failure('The language server communicates over standard input and output: use "archwright lsp --stdio".');
      const file = PROGRAM.serverFile;
      if (!existsSync(file)) throw new Failure('The language server is not built; run "npm run build" first.');
      createRequire(file)(file);
    });
}

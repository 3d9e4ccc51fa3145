/** The program `archwright`. */
import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { Failure } from '../app/failure.ts';
import { EXIT_FAILURE } from './context.ts';
import { createProgram } from './program.ts';

// A review takes seconds. Half of the time went into optimizing functions that were then
// hardly used; less inlining saves a fifth of that (measured on 2,500 files).
for (const flag of ['--max-inlined-bytecode-size=100', '--max-inlined-bytecode-size-cumulative=200']) setFlagsFromString(flag);

async function main(): Promise<void> {
  // A reader that closes early (`| head`) is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`archwright: the result could not be written (${error.code ?? error.message})\n`);
    process.exit(EXIT_FAILURE);
  });
  // There is nobody left to tell.
  process.stderr.on('error', () => undefined);
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_FAILURE;
      return;
    }
    process.exitCode = EXIT_FAILURE;
    if (error instanceof Failure) process.stderr.write(`archwright: ${error.message}\n`);
    else process.stderr.write(`archwright: internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  }
}

void main();

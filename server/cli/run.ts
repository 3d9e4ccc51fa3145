/** Runs a command, and tells how it went. A bundle of its own: reading all of the program takes a while. */
import { CommanderError } from 'commander';
import { keepAhead, takeAhead, type Ahead } from '../app/ahead.ts';
import { Failure } from '../app/failure.ts';
import { EXIT_FAILURE } from './context.ts';
import { createProgram } from './program.ts';

/** @param ahead threads that were started for the command */
export async function run(ahead: Ahead | null): Promise<void> {
  keepAhead(ahead);
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
  } finally {
    await takeAhead()?.destroy();
  }
}

/** The program `archwright`: starts the threads of a large review, then loads the commands. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Ahead } from '../app/ahead.ts';

// A review takes seconds. Half of the time went into optimizing functions that were then
// hardly used; less inlining saves a fifth of that (measured on 2,500 files).
for (const flag of ['--max-inlined-bytecode-size=100', '--max-inlined-bytecode-size-cumulative=200']) setFlagsFromString(flag);

/** Commands that read all files of a folder. */
const READING = new Set(['review', 'gate', 'graph', 'baseline']);

/** Arguments are only guessed at here: the folder is the first one that is a folder. Whatever is wrong with them, the command tells. */
async function ahead([command = '', ...rest]: readonly string[]): Promise<Ahead | null> {
  if (!READING.has(command) || rest.includes('--help')) return null;
  const { startAhead } = await import('../app/ahead.ts');
  try {
    const folder = rest.find((argument) => statSync(argument, { throwIfNoEntry: false })?.isDirectory() === true) ?? '.';
    return await startAhead(resolve(folder).split(sep).join('/'), !rest.includes('--no-cache'));
  } catch {
    return null;
  }
}

async function main(): Promise<void> {
  const started = await ahead(process.argv.slice(2));
  const { run } = await import('./run.ts');
  await run(started);
}

void main();

/** What every command does first and last: find the folder, open it with progress, write the output. */
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import ora from 'ora';
import type { OpenedFolder } from '../compose/folder.ts';
import type { ChangedLines } from '../facts/changed-lines.ts';
import type { LocatedProblem } from '../compose/folder-settings.ts';
import { workerFile } from '../compose/worker-file.ts';
import { Failure } from './failure.ts';

/** Options that every command takes. */
export interface CommonOptions {
  config?: string;
  format?: string;
  output?: string;
  /** False with `--no-color`. */
  color: boolean;
  quiet?: boolean;
  /** False with `--no-cache`. */
  cache?: boolean;
}

/** The folder to work on, absolute, with `/`. @throws {Failure} when it is not a folder */
export function folderOf(argument: string | undefined): string {
  const folder = resolve(argument ?? '.');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new Failure(`There is no folder "${argument}".`);
  if (!found.isDirectory()) throw new Failure(`"${argument}" is a file; give the folder to review.`);
  return folder.split(sep).join('/');
}

/**
 * Opens a folder, with a progress line on a terminal.
 * @param root absolute path of the folder
 * @param options of the command
 * @param changed lines that the review is about, where it is about a change
 * @returns the folder, all of it analyzed
 * @throws {Failure} when the folder or its configuration cannot be used; what is wrong is told first
 */
export async function open(root: string, options: CommonOptions, changed?: ChangedLines): Promise<OpenedFolder> {
  const configuration = await readConfiguration(options.config);
  // Loads the compiler: commands that review nothing do without it.
  const { openFolder } = await import('../compose/folder.ts');
  const spinner = process.stderr.isTTY && !options.quiet ? ora({ text: 'Reading …', stream: process.stderr, discardStdin: false }).start() : null;
  try {
    const opened = await openFolder({
      root, configuration, changed, cache: options.cache !== false, workerFile: workerFile(), analyzeHere: true,
      progress: (done, total) => {
        if (spinner) spinner.text = `Reading ${done} of ${total} files`;
      },
    });
    spinner?.stop();
    // The threads are ended while the rest is judged.
    const closed = opened.analyzer.close();
    for (const problem of opened.problems) say(options, describeProblem(problem));
    closed.catch((error: unknown) => say(options, `archwright: the worker threads did not end: ${String(error)}`));
    if (opened.problems.some((problem) => problem.severity === 'error')) throw new Failure('The configuration cannot be used; nothing was reviewed.');
    return opened;
  } catch (error) {
    spinner?.stop();
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw new Failure(`No permission to read "${root}".`);
    throw error;
  }
}

async function readConfiguration(file: string | undefined): Promise<{ path: string; text: string } | undefined> {
  if (file === undefined) return undefined;
  try {
    return { path: file, text: await readFile(file, 'utf8') };
  } catch {
    throw new Failure(`The configuration "${file}" cannot be read.`);
  }
}

/** A configuration problem with its place, as editors and terminals make it clickable. */
export function describeProblem({ path, span, severity, message }: LocatedProblem): string {
  return `${path}:${span[0]}:${span[1]} ${severity}: ${message}`;
}

/** Tells the user something beside the result: standard error, nothing with `--quiet`. */
export function say(options: Pick<CommonOptions, 'quiet'>, message: string): void {
  if (!options.quiet) process.stderr.write(`${message}\n`);
}

/** Writes a result to the file of `--output`, or to standard output. @throws {Failure} when the file cannot be written */
export async function write(options: CommonOptions, text: string): Promise<void> {
  if (options.output === undefined) {
    await new Promise<void>((done) => {
      process.stdout.write(text, () => done());
    });
    return;
  }
  try {
    await mkdir(dirname(resolve(options.output)), { recursive: true });
    await writeFile(options.output, text);
  } catch (error) {
    throw new Failure(`"${options.output}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
  say(options, `Wrote ${options.output}`);
}

/** Colour is used on terminals that want it, and never in files. */
export function wantsColor(options: CommonOptions): boolean {
  if (!options.color || options.output !== undefined || (process.env['NO_COLOR'] ?? '') !== '') return false;
  return (process.env['FORCE_COLOR'] ?? '') !== '' || process.stdout.isTTY === true;
}

/** One of the formats of a command. @throws {Failure} for any other */
export function chosenFormat<const Format extends string>(options: CommonOptions, formats: readonly Format[], fallback: Format): Format {
  const format = options.format ?? fallback;
  if (!(formats as readonly string[]).includes(format)) throw new Failure(`Unknown format "${format}"; choose one of ${formats.join(', ')}.`);
  return format as Format;
}

/** Text of a file of the folder, or undefined. */
export function readIn(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

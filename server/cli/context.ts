/** What every command shares: find the folder, open it with progress, write the output. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { readConfiguration, type ConfigurationProblem, type NamedConfiguration } from '../app/configuration.ts';
import { Failure } from '../app/failure.ts';
import type { ReadOptions, ReviewedFolder } from '../app/reviewed-folder.ts';
import type { StatesOptions } from '../app/states.ts';
import { writeTextFile } from '../app/write-file.ts';

/** The gate failed. */
export const EXIT_GATE = 1;
/** Archwright could not run. */
export const EXIT_FAILURE = 2;

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

/** The folder to work on, absolute, with `/`. @throws {Failure} if it is not a folder */
export function folderOf(argument: string | undefined): string {
  const folder = resolve(argument ?? '.');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new Failure(`No such folder: "${argument}".`);
  if (!found.isDirectory()) throw new Failure(`"${argument}" is a file; give a folder to review.`);
  return folder.split(sep).join('/');
}

/**
 * Reads a folder, with a progress line on a terminal.
 * @param root absolute path of the folder
 * @param options of the command
 * @param more the change under review, and what is read besides
 * @throws {Failure} when the folder or its configuration cannot be used; configuration problems are printed first
 */
export async function open(root: string, options: CommonOptions, more: Pick<ReadOptions, 'change' | 'versions' | 'outlined'> = {}): Promise<ReviewedFolder> {
  const configuration = await namedConfiguration(options);
  // Loads the compiler, which commands that review nothing do not need.
  const app = await import('../app/reviewed-folder.ts');
  const { progress, done } = await startProgress(options);
  const folder = await app.ReviewedFolder.read({ root, configuration, ...more, cache: options.cache !== false, progress }).finally(done);
  for (const problem of folder.problems) (problem.severity === 'error' ? warn : remark(options))(describeProblem(problem));
  folder.closed.catch((error: unknown) => warn(`archwright: the worker threads did not stop: ${String(error)}`));
  if (folder.problems.some((problem) => problem.severity === 'error')) throw new Failure('The configuration is invalid; nothing was reviewed.');
  return folder;
}

/** Told how many are done, of how many; and when all are. */
interface Progress {
  progress(done: number, total: number): void;
  done(): void;
}

/** A line that tells how far reading has come, on a terminal. @param what is counted, in the plural */
export async function startProgress(options: CommonOptions, what = 'files'): Promise<Progress> {
  // Without a width, as in a terminal that was never sized, ora would clear infinitely many lines.
  const canSpin = process.stderr.isTTY && process.stderr.columns > 0;
  const spinner = canSpin && !options.quiet ? (await import('ora')).default({ text: 'Reading …', stream: process.stderr, discardStdin: false }).start() : null;
  return {
    progress: (done, total) => {
      if (spinner) spinner.text = `Reading ${done} of ${total} ${what}`;
    },
    done: () => void spinner?.stop(),
  };
}

/**
 * For commands that look at states other than the folder as it is.
 * @param root absolute path of the folder
 * @param options of the command
 * @returns how states are read; call `done` when they have been
 */
export async function statesOptions(root: string, options: CommonOptions): Promise<{ states: StatesOptions; done(): void }> {
  const configuration = await namedConfiguration(options);
  const { progress, done } = await startProgress(options);
  return { states: { root, configuration, cache: options.cache !== false, progress }, done };
}

/** The configuration that `--config` names. @throws {Failure} when it cannot be read */
export async function namedConfiguration({ config }: CommonOptions): Promise<NamedConfiguration | undefined> {
  if (config === undefined) return undefined;
  const configuration = await readConfiguration(config);
  if (configuration === null) throw new Failure(`Cannot read the configuration "${config}".`);
  return configuration;
}

/** A configuration problem with its place, in the form that editors and terminals make clickable. */
function describeProblem({ path, range: { start }, severity, message }: ConfigurationProblem): string {
  return `${path}:${start.line}:${start.column} ${severity}: ${message}`;
}

/** Prints a remark to standard error, unless `--quiet` is set. */
export function say(options: Pick<CommonOptions, 'quiet'>, message: string): void {
  if (!options.quiet) process.stderr.write(`${message}\n`);
}

function remark(options: CommonOptions): (message: string) => void {
  return (message) => say(options, message);
}

/** Prints to standard error why something failed, also with `--quiet`. */
export function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Writes the result to the `--output` file, or to standard output. @throws {Failure} when the file cannot be written */
export async function write(options: CommonOptions, text: string): Promise<void> {
  if (options.output === undefined) {
    await new Promise<void>((done) => {
      process.stdout.write(text, () => done());
    });
    return;
  }
  await writeTextFile(options.output, text);
  say(options, `Wrote ${options.output}`);
}

/** Writes a file to begin with, which takes the place of none that people have changed. @throws {Failure} when the `--output` file is there */
export function writeTemplate(options: CommonOptions, text: string): Promise<void> {
  if (options.output !== undefined && statSync(options.output, { throwIfNoEntry: false }) !== undefined)
    throw new Failure(`${options.output} is there already, and is not replaced.`);
  return write(options, text);
}

/** Colour is used on terminals that support it, never in files. */
export function wantsColor(options: CommonOptions): boolean {
  if (!options.color || options.output !== undefined || (process.env['NO_COLOR'] ?? '') !== '') return false;
  return (process.env['FORCE_COLOR'] ?? '') !== '' || process.stdout.isTTY === true;
}

/** An option that may be given several times; its value is the list of what was given. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
}

/** An option whose value is a whole number from 1. */
export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
    return value;
  });
}

/** One of the formats of a command. @throws {Failure} for any other */
export function chosenFormat<const Format extends string>(options: CommonOptions, formats: readonly Format[], fallback: Format): Format {
  const format = options.format ?? fallback;
  if (!(formats as readonly string[]).includes(format)) throw new Failure(`Unknown format "${format}"; choose one of ${formats.join(', ')}.`);
  return format as Format;
}

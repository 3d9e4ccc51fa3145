/** How often code runs and who waits for it; shared by the rules about performance, which all depend on it. */
import type { FileFacts, FunctionIndex, LoopFact } from '../../facts/file-facts.ts';
import { enclosing } from './enclosing.ts';

/** Packages of npm that read the arguments of a command or talk with its user. */
const TERMINAL = String.raw`commander|yargs(\/.*)?|meow|cac|minimist|arg|sade|clipanion|@oclif\/.*|ora|inquirer|@inquirer\/.*|prompts|enquirer|`
  + String.raw`@clack\/.*|(node:)?readline`;
const TERMINAL_PACKAGE = new RegExp(`^(${TERMINAL})$`);
/** The same, and modules of Python. */
const COMMANDS = new RegExp(
  String.raw`^(${TERMINAL}|argparse|click|typer|fire|docopt|absl\.app|django\.core\.management(\..*)?|[\w.]*\.?management\.commands(\..*)?)$`,
);
/** Libraries of migrations. */
const MIGRATIONS = /^(alembic(\..*)?|@mikro-orm\/migrations|umzug|node-pg-migrate|sequelize-cli)$/;
const MIGRATION_NAME = /^(migrations|MigrationInterface|QueryInterface|Migration|MigrationBuilder)$/;
/** Decorators of jobs that a queue or a clock starts. */
const JOB = /(^|\.|@)(shared_task|task|periodic_task|db_task|job|cron|interval|scheduled(_job)?|Cron|Interval|Process|Processor)(\(|$)/;

/** A program for the terminal, by what it imports. */
export function talksInTerminal({ imports }: Pick<FileFacts, 'imports'>): boolean {
  return imports.some(({ specifier }) => TERMINAL_PACKAGE.test(specifier));
}

/** Programs for the terminal, as npm and monorepos name their folders. */
const PROGRAM = /(^|\/)(bin\/[^/]+\.[cm]?[jt]s$|([\w-]+-)?cli\/)/;

/** A script, a command or a migration: somebody starts it by hand, and nobody else waits. */
export function isRunByHand(file: FileFacts): boolean {
  if (file.role === 'script' || PROGRAM.test(file.path)) return true;
  // `up` and `down` stand side by side in migrations alone.
  const named = new Set(file.functions.map(({ name }) => name));
  if ((named.has('up') && named.has('down')) || (named.has('upgrade') && named.has('downgrade'))) return true;
  return file.imports.some(({ specifier, names }) => (
    COMMANDS.test(specifier) || MIGRATIONS.test(specifier) || names.some(({ imported }) => MIGRATION_NAME.test(imported))));
}

/** A queue or a clock starts the function. @param file that holds it @param at the function, or one in it */
export function isJob(file: FileFacts, at: FunctionIndex): boolean {
  for (const index of enclosing(file, at)) if (file.functions[index]!.decorators.some((each) => JOB.test(each))) return true;
  return false;
}

/** Written out in place, or a constant by its name: `['a', 'b']`, `range(5)`, `COUNTRIES`, `Kinds.ALL.items()`. */
const WRITTEN_OUT = new RegExp(
  String.raw`^(\(?\[|\("|\('|\{|Object\.(keys|values|entries)\(\{|range\(\d+(,\s*\d+)*\)|`
  + String.raw`(enumerate|Object\.(keys|values|entries)|reversed|sorted|list)\(\s*([\w$]+\.)*[A-Z][A-Z0-9_]+\b)`,
);
const CONSTANT = /^([\w$]+\.)*_*[A-Z][A-Z0-9_]+(\.(items|keys|values|entries)\(\)|\.(slice|filter)\(.*)?$/;

/** The loop goes over a collection whose length does not grow with the data. */
export function isOverFewItems({ iterable }: LoopFact): boolean {
  const text = iterable.trim();
  return WRITTEN_OUT.test(text) || CONSTANT.test(text);
}

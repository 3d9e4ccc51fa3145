/** Who starts a program: somebody by hand in a terminal, or others from outside. */
import type { FileFacts } from '../../facts/file-facts.ts';

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
/** A program for the terminal, by what it imports. */
export function talksInTerminal({ imports }: Pick<FileFacts, 'imports'>): boolean {
  return imports.some(({ specifier }) => TERMINAL_PACKAGE.test(specifier));
}

/** Programs for the terminal, as npm and monorepos name their folders. */
const PROGRAM = /(^|\/)(bin\/[^/]+\.[cm]?[jt]s$|([\w-]+-)?cli\/)/;

/** A script, a command or a migration: somebody starts it by hand, and nobody else waits. */
export function isRunByHand(file: FileFacts): boolean {
  return file.role === 'script' || PROGRAM.test(file.path) || isMigration(file) || file.imports.some(({ specifier }) => COMMANDS.test(specifier));
}

/** Changes a database once, and is kept for those who have not run it yet. */
export function isMigration({ functions, imports }: Pick<FileFacts, 'functions' | 'imports'>): boolean {
  // `up` and `down` stand side by side in migrations alone.
  const named = new Set(functions.map(({ name }) => name));
  if ((named.has('up') && named.has('down')) || (named.has('upgrade') && named.has('downgrade'))) return true;
  return imports.some(({ specifier, names }) => MIGRATIONS.test(specifier) || names.some(({ imported }) => MIGRATION_NAME.test(imported)));
}
